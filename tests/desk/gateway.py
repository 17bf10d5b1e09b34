"""A gateway for text messages on loopback that answers as it is told: a status, nothing, or by hanging up."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Asked:
    path: str
    headers: dict[str, str]
    said: dict[str, Any]


@dataclass
class Gateway:
    """`answer` is a status, "hang" (until `release` is set) or "close"."""

    port: int = 0
    answer: int | str = 202
    asked: list[Asked] = field(default_factory=list)
    release: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1/texts?from=clinic"


class Server(ThreadingHTTPServer):
    gateway: Gateway

    def handle_error(self, request, client_address) -> None:
        """A client that did not wait is what some tests are about."""


class Clerk(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        gateway = self.server.gateway
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        gateway.asked.append(Asked(self.path, {name.lower(): value for name, value in self.headers.items()}, said))
        if gateway.answer == "hang":
            gateway.release.wait(30)
        elif gateway.answer != "close":
            self.send_response(int(gateway.answer))
            self.send_header("Location", "/elsewhere")
            self.end_headers()

    do_GET = do_POST

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@contextmanager
def answering() -> Iterator[Gateway]:
    server = Server(("127.0.0.1", 0), Clerk)
    server.gateway = Gateway(server.server_address[1])
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield server.gateway
    server.gateway.release.set()
    server.shutdown()
    server.server_close()
