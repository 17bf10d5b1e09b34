"""Starts the real supervisor in a copy of the project, as a person would, and looks at the processes it makes."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

import psutil

from config.stack.app import PROJECT
from config.stack.home import remembered_home

DEADLINE_S = 60
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".run", ".*_cache", "node_modules", "mutants")
# What the suite has set for itself must not reach a start of its own.
PLAIN = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ} | {"DEMO": "false"}


def copy_of_the_project(folder: Path) -> Path:
    """A copy with the environment of this one, in a folder with a space that is closed to other users."""
    closed = folder / "closed to others"
    closed.mkdir(mode=0o700)
    copy = closed / "trellis"
    shutil.copytree(PROJECT, copy, ignore=LEFT_OUT)
    (copy / ".venv").symlink_to(PROJECT / ".venv")
    return copy


def remove(copy: Path) -> None:
    """Stop whatever a test left running, then remove the copy and the folder it keeps its data in."""
    for process in processes_of(copy).values():
        process.kill()
    shutil.rmtree(remembered_home(copy / ".run"), ignore_errors=True)
    shutil.rmtree(copy.parent)


class Start:
    """One start in a folder: what it says line by line, and how it ends."""

    def __init__(self, command: list[str], folder: Path, **more: str) -> None:
        self.said: list[str] = []
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=PLAIN | more,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )

    def wait_for(self, beginning: str) -> str:
        """Read on until a line begins so."""
        for line in self.process.stdout or ():
            self.said.append(line.rstrip())
            if line.startswith(beginning):
                return line.rstrip()
        raise AssertionError(f"it ended without saying {beginning!r}: {self.said}")

    def interrupt(self) -> None:
        """Ctrl-C: a terminal sends it to the whole group in front."""
        os.killpg(self.process.pid, signal.SIGINT)

    def end(self) -> list[str]:
        """Wait until it ends; everything it said."""
        output, _ = self.process.communicate(timeout=DEADLINE_S)
        self.said += output.splitlines()
        return self.said


def processes_of(copy: Path) -> dict[str, psutil.Process]:
    """Every process that works in the copy or on its data, by pid and command."""
    places = (str(copy), str(remembered_home(copy / ".run")))
    found = {}
    for process in psutil.process_iter():
        try:
            words = [process.cwd(), *process.cmdline()]
            if process.status() != psutil.STATUS_ZOMBIE and any(place in word for place in places for word in words):
                found[f"{process.pid} {' '.join(words[1:])}"] = process
        except psutil.Error:
            continue
    return found


def until_none_left(copy: Path) -> dict[str, psutil.Process]:
    """What is left of the copy's processes after a moment: the last ones may need one to end."""
    deadline = time.monotonic() + 5
    while (left := processes_of(copy)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left
