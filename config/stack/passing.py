"""Folders for services that are thrown away, and the sweep for those that a hard kill left behind."""

import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from config.stack import record
from config.stack.account import Account
from config.stack.home import SHARED_FOLDERS, fitting_folder
from config.stack.identity import identity_of

PREFIX = "trellis-passing-"
SUPERVISOR = "supervisor.json"
PROCESSES = "processes.json"
MEMORY = Path("/dev/shm")
ROOM_BYTES = 2 * 1024**3


def parents() -> tuple[Path, ...]:
    """Where such folders may lie: in memory where there is room, then the temporary folders."""
    memory = (MEMORY,) if _has_room(MEMORY) else ()
    return (*memory, Path(tempfile.gettempdir()), *reversed(SHARED_FOLDERS))


def _has_room(folder: Path) -> bool:
    # A copy of a database takes 40 ms in memory and up to half a second on a busy disk.
    if not folder.is_dir():
        return False
    facts = os.statvfs(folder)
    return facts.f_bavail * facts.f_frsize >= ROOM_BYTES and not facts.f_flag & getattr(os, "ST_NOEXEC", 0)


def passing_home(account: Account) -> Path:
    """A new folder marked with this process, after sweeping those whose process is gone."""
    sweep()
    home = fitting_folder(PREFIX, parents(), account)
    mark = record.Entry("supervisor", os.getpid(), identity_of(os.getpid()) or "", 0, 0)
    record.write(home / SUPERVISOR, [mark])
    return home


def sweep() -> list[Path]:
    """Stop and remove the services of supervisors of ours that are gone; return the folders."""
    found = {home.resolve() for parent in parents() for home in parent.glob(f"{PREFIX}*")}
    orphans = [home for home in sorted(found) if _is_orphan(home)]
    for home in orphans:
        with suppress(FileNotFoundError):
            clear(home)
    return orphans


def clear(home: Path) -> None:
    """Stop what is on record in a folder, and remove it."""
    # A test may keep processes of its own further down: they work on the servers of the home, so they end before these.
    for kept in sorted(home.rglob(PROCESSES), key=lambda path: len(path.parts), reverse=True):
        record.clean_up(kept)
    shutil.rmtree(home, ignore_errors=True)


def _is_orphan(home: Path) -> bool:
    # Another user's folder is not ours to judge, one without a mark is just being made, and one that goes meanwhile ends by itself.
    try:
        if home.stat().st_uid != os.geteuid():
            return False
        marks = record.read(home / SUPERVISOR)
    except FileNotFoundError:
        return False
    return bool(marks) and not marks[0].alive
