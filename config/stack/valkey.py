"""A Valkey (or Redis) server of our own behind a unix socket. It keeps nothing: the database is the store of record."""

import socket
from pathlib import Path

from config.stack.binaries import Broker
from config.stack.processes import Child, Family


class Valkey:
    """A server below `folder`, reached only through its socket."""

    def __init__(self, folder: Path, broker: Broker, name: str = "valkey") -> None:
        self.folder = folder
        self.broker = broker
        self.name = name
        self.socket = folder / "valkey.sock"

    @property
    def url(self) -> str:
        """The address in kombu's spelling."""
        return f"redis+socket://{self.socket}"

    def start(self, family: Family) -> Child:
        """Start the server and wait until it answers."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        self.socket.unlink(missing_ok=True)
        command = [str(self.broker.program), "--port", "0", "--unixsocket", str(self.socket)]
        command += ["--unixsocketperm", "700", "--save", "", "--appendonly", "no", "--dir", str(self.folder)]
        child = family.start(self.name, command)
        family.wait_until(child, self._answers, 20)
        return child

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
            line.settimeout(1)
            try:
                line.connect(str(self.socket))
                line.sendall(b"PING\r\n")
                return line.recv(16).startswith(b"+PONG")
            except OSError:
                return False
