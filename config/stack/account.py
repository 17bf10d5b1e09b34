"""The user that PostgreSQL runs as: ourselves, or another one where we are root, which it refuses."""

import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from config.stack.console import Trouble

STAND_INS = ("postgres", "nobody", "daemon")


@dataclass(frozen=True)
class Account:
    """A user of this machine; `identity` is what subprocess needs to become it."""

    name: str
    uid: int
    gid: int

    @property
    def identity(self) -> dict[str, Any]:
        return {"user": self.uid, "group": self.gid, "extra_groups": []} if self.uid != os.geteuid() else {}

    def owns(self, folder: Path) -> None:
        """Make the folder if it is missing and give it to this account alone."""
        folder.mkdir(parents=True, exist_ok=True)
        if folder.stat().st_uid != self.uid:
            os.chown(folder, self.uid, self.gid)
        folder.chmod(0o700)

    def reaches(self, path: Path) -> bool:
        """Whether this account can pass through a folder, or read and run a file."""
        script = 'test -x "$1" && { test -d "$1" || test -r "$1"; }'
        # The question is asked as that user: rights of every parent folder, of ACLs and of mounts count.
        answer = subprocess.run(["/bin/sh", "-c", script, "sh", str(path)], cwd="/", **self.identity)
        return answer.returncode == 0


def database_account(data: Path | None = None) -> Account:
    """The user to run PostgreSQL as: the owner of `data` where it exists, else a user that is not root."""
    if os.geteuid() != 0:
        return _account(os.geteuid())
    if data is not None and data.exists() and data.stat().st_uid != 0:
        return _account(data.stat().st_uid)
    for name in STAND_INS:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(found.pw_name, found.pw_uid, found.pw_gid)
    raise Trouble("PostgreSQL refuses root and this machine has no user called nobody: run make as an ordinary user.")


def _account(uid: int) -> Account:
    try:
        found = pwd.getpwuid(uid)
    except KeyError:
        raise Trouble(f"User {uid} has no entry in /etc/passwd, which PostgreSQL needs: add one.") from None
    return Account(found.pw_name, found.pw_uid, found.pw_gid)
