"""`make bench`: each measurement in `bench/` in turn, over throw-away services, and a table at the end. `bench/nightly` has what takes hours."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping

from config.stack.app import PROJECT, App
from config.stack.console import Trouble, say
from config.stack.services import passing_services
from config.stack.surroundings import surroundings


def bench() -> None:
    """Run `python -m bench.NAME` for each; its last line stands in the table."""
    names = sorted(path.stem for path in (PROJECT / "bench").glob("[a-z]*.py"))
    services = passing_services(os.environ)
    try:
        services.start()
        environment = {**os.environ, **surroundings(services, services.home), "TRELLIS_ENV": "test"}
        app = App(environment, services.family, services.home)
        app.manage("migrate", "--noinput", "-v", "0")
        app.manage("collectstatic", "--noinput", "-v", "0")
        rows = [measure(name, environment) for name in names]
    finally:
        services.stop()
    say("\n".join(table(rows)))
    if unwell := [name for name, _, outcome in rows if outcome is None]:
        raise Trouble(f"make bench: {', '.join(unwell)} did not finish. The reasons stand above.")


def measure(name: str, environment: Mapping[str, str]) -> tuple[str, float, str | None]:
    """A name, its seconds, and its last line, or None if it did not finish."""
    say(f"bench.{name}")
    started = time.monotonic()
    command = [sys.executable, "-m", f"bench.{name}"]
    answer = subprocess.run(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, text=True)
    say(answer.stdout)
    lines = answer.stdout.strip().splitlines()
    return name, time.monotonic() - started, lines[-1] if lines and answer.returncode == 0 else None


def table(rows: list[tuple[str, float, str | None]]) -> list[str]:
    """The rows under a heading, in columns."""
    width = max(len("measurement"), *(len(name) for name, _, _ in rows))
    heading = f"{'measurement':<{width}}  seconds  outcome"
    return [heading, *(f"{name:<{width}}  {seconds:7.1f}  {outcome or 'did not finish'}" for name, seconds, outcome in rows)]
