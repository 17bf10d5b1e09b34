"""One at a time: a lock that goes with the process that holds it, however that process ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from config.stack.console import Trouble


@contextmanager
def held(path: Path, note: str, taken: str) -> Iterator[None]:
    """Hold the lock and leave a note in it. Where another holds it, raise `taken` with that one's note for `{}`."""
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.seek(0)
            raise Trouble(taken.format(file.read().strip())) from None
        file.truncate(0)
        file.write(note)
        file.flush()
        yield
