"""Ports of loopback: is one free, and which one is."""

import socket

from config.stack.console import Trouble

HIGHEST = 65535


def port_from(text: str) -> int:
    """The port a person named."""
    if not text.isdigit() or not 0 < int(text) <= HIGHEST:
        raise Trouble(f"PORT is {text!r}: give a number from 1 to {HIGHEST}, like make run PORT=8001")
    return int(text)


def ensure_free(port: int) -> None:
    """Raise Trouble if another program listens there, or if the port is not ours to take."""
    with socket.socket() as probe:
        # Without this a port counts as taken for a minute after its last server stopped.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise Trouble(f"Port {port} cannot be used ({error.strerror}). Take another: make run PORT={port + 1}") from None


def free_port() -> int:
    """A port that nobody listens on right now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
