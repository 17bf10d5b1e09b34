"""A PostgreSQL cluster of our own, reached only through a unix socket in a folder that is closed to others."""

import shutil
import signal
import subprocess
from pathlib import Path
from urllib.parse import quote

from config.stack.account import Account
from config.stack.binaries import Programs
from config.stack.console import Trouble
from config.stack.processes import Child, Family

ADMIN, OWNER, APP = "postgres", "trellis_owner", "trellis_app"
BUILTIN_LOCALE_SINCE = 17
# Data that is thrown away need not survive a power cut, nor be swept for what was deleted.
CARELESS = [
    *("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off", "-c", "autovacuum=off"),
    *("-c", "max_wal_size=1GB", "-c", "checkpoint_timeout=1h", "-c", "wal_level=minimal", "-c", "max_wal_senders=0"),
]
ROLES = f"CREATE ROLE {OWNER} LOGIN; CREATE ROLE {APP} LOGIN;"


class Cluster:
    """A cluster below `folder`: its data, its socket, and the programs that serve it.

    `lasting` keeps the data safe against a crash of the machine; without it the cluster is fast and disposable.
    """

    def __init__(self, folder: Path, programs: Programs, account: Account, *, lasting: bool) -> None:
        self.folder = folder
        self.programs = programs
        self.account = account
        self.lasting = lasting
        self.data = folder / "data"
        self.complete = folder / "complete"

    def start(self, family: Family) -> Child:
        """Make the cluster if there is none, start it, and wait until it takes connections."""
        self.account.owns(self.folder)
        if not self.complete.exists():
            self._make(family.logs)
        self._refuse_other_major()
        child = family.start(
            "postgres",
            [str(self.programs.folder / "postgres"), "-D", str(self.data), *self._settings()],
            account=self.account,
            cwd=self.folder,
            stop_signal=signal.SIGINT,
            patience_s=30,
        )
        family.wait_until(child, self._ready)
        if not self.complete.exists():
            self.run_sql(ROLES)
            self.run_sql(f"CREATE DATABASE trellis OWNER {OWNER};")
            self.complete.touch()
        return child

    def run_sql(self, statement: str, database: str = "postgres") -> None:
        """Run one statement as the cluster's administrator."""
        command = [str(self.programs.folder / "psql"), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder)]
        command += ["-U", ADMIN, "-d", database, "-c", statement]
        answer = subprocess.run(command, capture_output=True, text=True, cwd="/")
        if answer.returncode:
            raise Trouble(f"PostgreSQL refused a statement of ours: {answer.stderr.strip()}")

    def _make(self, logs: Path) -> None:
        # What an interrupted start left half made is no cluster yet.
        shutil.rmtree(self.data, ignore_errors=True)
        logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        command = [str(self.programs.folder / "initdb"), "-D", str(self.data), "-U", ADMIN]
        command += ["--auth=trust", "--encoding=UTF8", "--no-instructions", *self._locale()]
        command += [] if self.lasting else ["--no-sync"]
        with (logs / "initdb.log").open("wb") as log:
            answer = subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, cwd=self.folder, **self.account.identity)
        if answer.returncode:
            raise Trouble(f"The database could not be made. The reason stands in {logs / 'initdb.log'}")

    def _locale(self) -> list[str]:
        if self.programs.major >= BUILTIN_LOCALE_SINCE:
            return ["--locale-provider=builtin", "--locale=C.UTF-8"]
        return ["--locale=C"]

    def _settings(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "max_connections": "200",
            "timezone": "UTC",
            "log_timezone": "UTC",
        }
        given = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        return given if self.lasting else given + CARELESS

    def _ready(self) -> bool:
        # The eighth line of the server's own pid file says when it takes connections; pg_ctl looks there too.
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(lines) > 7 and lines[7].strip() == "ready"

    def _refuse_other_major(self) -> None:
        made_by = int((self.data / "PG_VERSION").read_text())
        if made_by != self.programs.major:
            raise Trouble(
                f"{self.data} was made by PostgreSQL {made_by}, here is {self.programs.major}: "
                f"remove {self.folder} to start with an empty database."
            )


def socket_url(folder: Path, role: str, database: str) -> str:
    """The address of a database behind the socket in `folder`."""
    return f"postgres://{role}@/{database}?host={quote(str(folder), safe='')}"
