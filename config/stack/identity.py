"""Who a process is: its number alone may be used again by a stranger."""

import subprocess
from pathlib import Path

PROC = Path("/proc")


def identity_of(pid: int) -> str | None:
    """A text that no other process of this machine shares, or None where the process is gone."""
    if PROC.joinpath("self/stat").exists():
        return _from_proc(pid)
    return _from_ps(pid)


def _from_proc(pid: int) -> str | None:
    try:
        after_name = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    state, started_ticks = after_name[0], after_name[19]
    boot = (PROC / "sys/kernel/random/boot_id").read_text().strip()
    return None if state in "ZX" else f"{boot} {started_ticks}"


def _from_ps(pid: int) -> str | None:
    answer = subprocess.run(["ps", "-o", "state=,lstart=", "-p", str(pid)], capture_output=True, text=True)
    state, _, started = answer.stdout.strip().partition(" ")
    return started.strip() or None if not state.startswith("Z") else None
