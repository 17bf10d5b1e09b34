"""The list of processes a supervisor started, kept in a file so that a hard kill leaves no orphan."""

import json
import os
import signal
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from config.stack.identity import identity_of

PAUSE_S = 0.02


@dataclass(frozen=True)
class Entry:
    """A process group we started: `pid` leads it, `identity` proves that it is still the same."""

    name: str
    pid: int
    identity: str
    stop_signal: int
    patience_s: float

    @property
    def alive(self) -> bool:
        return identity_of(self.pid) == self.identity


def write(record: Path, entries: list[Entry]) -> None:
    """Replace the record in one step; an empty list removes it."""
    if not entries:
        record.unlink(missing_ok=True)
        return
    fresh = record.with_suffix(".new")
    fresh.write_text(json.dumps([asdict(entry) for entry in entries]))
    fresh.replace(record)


def read(record: Path) -> list[Entry]:
    """The processes on record, oldest first. A record cut short by a crash counts as empty."""
    try:
        return [Entry(**row) for row in json.loads(record.read_text())]
    except (OSError, ValueError, TypeError):
        return []


def clean_up(record: Path) -> list[str]:
    """Stop what an earlier supervisor left behind, newest first; return the names of what was stopped."""
    stopped = []
    for entry in reversed(read(record)):
        if entry.alive:
            stop(entry)
            stopped.append(entry.name)
    record.unlink(missing_ok=True)
    return stopped


def stop(entry: Entry) -> None:
    """Ask the leader to stop, wait its patience, then end its whole group."""
    send(os.kill, entry.pid, entry.stop_signal)
    deadline = time.monotonic() + entry.patience_s
    while entry.alive and time.monotonic() < deadline:
        time.sleep(PAUSE_S)
    send(os.killpg, entry.pid, signal.SIGKILL)


def send(way: Callable[[int, int], None], pid: int, number: int) -> None:
    """Send a signal to a process or group that may already be gone."""
    try:
        way(pid, number)
    except (ProcessLookupError, PermissionError):
        return
