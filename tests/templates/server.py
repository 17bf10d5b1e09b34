"""The sample pages over HTTP, on loopback, with the shipped middleware and headers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest


class SampleRequest(WSGIRequest):
    urlconf = "tests.templates.urls"


class SampleHandler(WSGIHandler):
    request_class = SampleRequest


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serve() -> Iterator[str]:
    """The address of the running server; it stops at the end."""
    with make_server("127.0.0.1", 0, SampleHandler(), server_class=Server, handler_class=Quiet) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
