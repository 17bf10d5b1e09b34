"""A mail server on loopback that answers as it is told: yes, not now, never, nothing."""

import email
import socketserver
import threading
import time
from dataclasses import dataclass, field
from email.message import Message
from typing import Final

MOST: Final = 100  # no test sends so many: who sends without end meets a server that takes no more, and a test that ends


@dataclass
class Postbox:
    """`answers` by command ("RCPT": "550 no"); `after_data` is "answer", "close" or "wait" (until `release` is set), each after a pause."""

    port: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    after_data: str = "answer"
    pause_seconds: float = 0.0
    mails: list[Message] = field(default_factory=list)
    got_one: threading.Event = field(default_factory=threading.Event)
    release: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?tls=none"

    def taken(self, data: bytes) -> None:
        self.mails.append(email.message_from_bytes(data))
        self.got_one.set()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    box: Postbox

    def handle_error(self, request, client_address) -> None:
        """A client that was struck dead in mid-sentence is what some tests are about."""


class Clerk(socketserver.StreamRequestHandler):
    server: Server

    def handle(self) -> None:
        self.say("220 postbox")
        while line := self.rfile.readline():
            verb = line[:4].decode().upper()
            if verb == "QUIT":
                return self.say("221 bye")
            if verb == "DATA" and "DATA" not in self.server.box.answers:
                if not self.take():
                    return None
            else:
                self.say(self.server.box.answers.get(verb, "250 ok"))
        return None

    def take(self) -> bool:
        """Take one mail; whether the conversation goes on."""
        box = self.server.box
        if len(box.mails) >= MOST:
            self.say("451 enough")
            return True
        self.say("354 go on")
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line)
        box.taken(b"".join(lines))
        time.sleep(box.pause_seconds)
        if box.after_data == "wait":
            box.release.wait(30)
        if box.after_data != "close":
            self.say("250 taken")
        return box.after_data != "close"

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


def serve(box: Postbox) -> Server:
    """Start serving in a thread; `shutdown` and `server_close` end it."""
    server = Server(("127.0.0.1", 0), Clerk)
    server.box, box.port = box, server.server_address[1]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    return server
