"""The children of one supervisor: none is left, nor a child of theirs, however they are ended."""

import signal
import sys
import time
from pathlib import Path

import pytest

from config.stack.processes import Child, Family

# Deaf to a polite request, with a child of its own; says the child's number once both are there.
STUBBORN = """
import signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
print(child.pid, flush=True)
time.sleep(60)
"""


def stubborn(family: Family, name: str) -> tuple[Child, int]:
    child = family.start(name, [sys.executable, "-c", STUBBORN], stop_signal=signal.SIGTERM, patience_s=0.1)
    family.wait_until(child, lambda: child.log.read_text().endswith("\n"), 20)
    return child, int(child.log.read_text())


def running(pid: int) -> bool:
    """Whether it works: what was ended and is not yet buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in {"Z", "X"}
    except FileNotFoundError:
        return False


def ended_soon(pids: list[int]) -> bool:
    """A killed process needs a moment to go."""
    deadline = time.monotonic() + 5
    while any(map(running, pids)) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not any(map(running, pids))


@pytest.mark.parametrize("end", [Family.stop_all, Family.end_all], ids=["asked first", "at once"])
def test_nothing_is_left_of_any_of_them(end, tmp_path: Path) -> None:
    family = Family(tmp_path / "processes", tmp_path / "log")
    found = [stubborn(family, name) for name in ("one", "two")]
    end(family)
    assert [child.name for child, _ in found if not child.ended] == []
    assert ended_soon([pid for _, pid in found])
    assert family.children == []
    assert not (tmp_path / "processes").exists(), "nothing for a later start to clean up"
