"""The application's processes: commands of manage.py, web, worker and beat."""

import http.client
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from config.stack.console import Trouble
from config.stack.processes import Child, Family

PROJECT = Path(__file__).resolve().parent.parent.parent
# --preload: the site is loaded once and forked, half the start and the memory of two processes that load it.
WEB = [
    "config.wsgi", "-w", "2", "--threads", "4", "--worker-class", "gthread", "--preload", "--no-control-socket", "--graceful-timeout", "5",
    "--logger-class", "config.web_log.WebLog",
]  # fmt: skip
WORKER = ["-A", "config.celery", "worker", "--without-mingle", "--without-gossip", "--concurrency", "2", "-l", "INFO"]
BEAT = ["-A", "config.celery", "beat", "-l", "INFO"]


class App:
    """The application over one environment; what its processes say goes to the family's logs.

    `folder` keeps beat's own schedule file.
    """

    def __init__(self, environment: Mapping[str, str], family: Family, folder: Path) -> None:
        self.environment = environment
        self.family = family
        self.folder = folder

    def manage(self, *arguments: str) -> str:
        """Run a command of manage.py to its end; return what it printed."""
        command = [sys.executable, "manage.py", *arguments]
        answer = subprocess.run(command, cwd=PROJECT, env=self.environment, capture_output=True, text=True)
        if answer.returncode:
            raise self._refusal(arguments[0], answer.stderr or answer.stdout)
        return answer.stdout

    def start_web(self, port: int) -> Child:
        """Start gunicorn on loopback; `wait_for_web` says when it answers."""
        return self._start("web", ["-m", "gunicorn", *WEB, "--bind", f"127.0.0.1:{port}"])

    def start_worker(self, name: str = "worker") -> Child:
        """Start a worker; `wait_for_worker` says when it takes tasks."""
        return self._start(name, ["-m", "celery", *WORKER, "--hostname", f"{name}@trellis"])

    def start_beat(self) -> Child:
        """Start the clock that ticks."""
        return self._start("beat", ["-m", "celery", *BEAT, "--schedule", str(self.folder / "beat")])

    def wait_for_web(self, child: Child, port: int) -> None:
        self.family.wait_until(child, lambda: answers(port))

    def wait_for_worker(self, child: Child) -> None:
        self.family.wait_until(child, lambda: " ready." in child.log.read_text(errors="replace"))

    def _start(self, name: str, arguments: list[str]) -> Child:
        return self.family.start(name, [sys.executable, *arguments], cwd=PROJECT, env=self.environment)

    def _refusal(self, name: str, output: str) -> Trouble:
        self.family.logs.mkdir(mode=0o700, parents=True, exist_ok=True)
        log = self.family.logs / f"{name}.log"
        log.write_text(output)
        last = next((line for line in reversed(output.splitlines()) if line.strip()), "it said nothing")
        trouble = Trouble(f"manage.py {name} did not succeed ({last.strip()}). Its log: {log}")
        trouble.add_note(output)
        return trouble


def answers(port: int, host: str = "127.0.0.1") -> bool:
    """Whether a web process on this machine says that it is alive; `host` is the name it is asked under."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=2)
    try:
        line.request("GET", "/healthz", headers={"Host": host})
        return line.getresponse().status == http.client.OK
    except OSError:
        return False
    finally:
        line.close()
