"""Being asked to stop: Ctrl-C, a polite kill, a closed terminal. All end the same way, once."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ASKS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interrupts:
    """Turns the first request to stop into KeyboardInterrupt, but never in the middle of starting a process.

    A process that was started and not yet written down would be left behind.
    """

    def __init__(self) -> None:
        self.asked = False
        self.held = False

    def listen(self) -> None:
        """Take the signals from here on, also where the shell told us to ignore them."""
        for number in ASKS:
            signal.signal(number, self._hear)

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Let a request wait until the block is done."""
        self.held = True
        try:
            yield
        finally:
            self.held = False
        if self.asked:
            raise KeyboardInterrupt

    def ignore(self) -> None:
        """From here on everything is being stopped; asking again does not help."""
        for number in ASKS:
            signal.signal(number, signal.SIG_IGN)

    def _hear(self, *_: object) -> None:
        again, self.asked = self.asked, True
        if not again and not self.held:
            raise KeyboardInterrupt
