"""Children in process groups of their own, ready before the next one starts, stopped last-in first-out."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from config.stack.account import Account
from config.stack.console import Trouble
from config.stack.identity import identity_of
from config.stack.record import Entry, send, write

PAUSE_S = 0.02
Hold = Callable[[], AbstractContextManager[None]]


@dataclass(frozen=True)
class Child:
    """A running process, its log, and how it is asked to stop."""

    name: str
    process: "subprocess.Popen[bytes]"
    log: Path
    stop_signal: int
    patience_s: float

    @property
    def ended(self) -> bool:
        return self.process.poll() is not None

    def stop(self) -> None:
        """Ask the process to stop, wait, then end whatever is left of its group."""
        if not self.ended:
            send(os.kill, self.process.pid, self.stop_signal)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(self.patience_s)
        send(os.killpg, self.process.pid, signal.SIGKILL)
        self.process.wait()

    def last_words(self) -> str:
        """The last line of the log that says anything."""
        lines = [line.strip() for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        return lines[-1] if lines else "it said nothing"


class Family:
    """The children of one supervisor, on record in a file. `hold` keeps requests to stop out of a start."""

    def __init__(self, record: Path, logs: Path, hold: Hold = nullcontext) -> None:
        self.record = record
        self.logs = logs
        self.hold = hold
        self.children: list[Child] = []

    def start(
        self,
        name: str,
        command: list[str],
        *,
        account: Account | None = None,
        cwd: Path = Path("/"),
        env: Mapping[str, str] | None = None,
        stop_signal: int = signal.SIGTERM,
        patience_s: float = 10,
    ) -> Child:
        """Start a command in its own session; its output goes to `<name>.log`."""
        self.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        log = self.logs / f"{name}.log"
        identity = account.identity if account else {}
        with self.hold(), log.open("wb") as output:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                cwd=cwd,
                env=env,
                **identity,
            )
            child = Child(name, process, log, stop_signal, patience_s)
            self.children.append(child)
            self._keep_record()
        return child

    def wait_until(self, child: Child, ready: Callable[[], bool], seconds: float = 60) -> None:
        """Wait until a child is ready; say where its log is if it ends or takes too long."""
        deadline = time.monotonic() + seconds
        while not ready():
            if child.ended:
                raise Trouble(f"{child.name} did not start ({child.last_words()}). Its log: {child.log}")
            if time.monotonic() > deadline:
                raise Trouble(f"{child.name} was not ready within {seconds:.0f} seconds. Its log: {child.log}")
            time.sleep(PAUSE_S)

    def fallen(self) -> Child | None:
        """The first child that ended by itself, if any."""
        return next((child for child in self.children if child.ended), None)

    def stop(self, child: Child) -> None:
        """Stop one child and strike it from the record."""
        child.stop()
        self.children.remove(child)
        self._keep_record()

    def stop_all(self) -> None:
        """Stop every child, the last started first."""
        while self.children:
            self.stop(self.children[-1])

    def end_all(self) -> None:
        """Kill every child with its group, at once: for where what they work on goes with them."""
        for child in self.children:
            send(os.killpg, child.process.pid, signal.SIGKILL)
        for child in self.children:
            child.process.wait()
        self.children.clear()
        self._keep_record()

    def _keep_record(self) -> None:
        entries = [
            Entry(child.name, child.process.pid, identity, int(child.stop_signal), child.patience_s)
            for child in self.children
            if (identity := identity_of(child.process.pid))
        ]
        write(self.record, entries)
