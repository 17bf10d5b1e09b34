"""`make run`: services, migrations, static files, demo, web, worker and beat, until someone says stop."""

import os
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

from config.stack import by_hand, lock, record
from config.stack.app import PROJECT, App
from config.stack.console import Trouble, say
from config.stack.interrupts import Interrupts
from config.stack.paper import mention_pango
from config.stack.ports import ensure_free, port_from
from config.stack.processes import Family
from config.stack.services import Services, lasting_services
from config.stack.surroundings import surroundings, with_given

GLANCE_S = 0.2
RUNNING = "Trellis already runs from this folder: {}. Stop it with Ctrl-C in its window first."


def run() -> None:
    """Bring everything up, print where it is, watch it, and stop all of it."""
    port = port_from(os.environ.get("PORT") or "8000")
    state = PROJECT / ".run"
    state.mkdir(mode=0o700, exist_ok=True)
    interrupts = Interrupts()
    with lock.held(state / "lock", f"process {os.getpid()}, http://127.0.0.1:{port}/", RUNNING):
        family = Family(state / "processes.json", state / "log", interrupts.hold)
        interrupts.listen()
        with suppress(KeyboardInterrupt):
            try:
                serve(state, family, port)
            finally:
                interrupts.ignore()
                by_hand.strike(state)
                family.stop_all()


def serve(state: Path, family: Family, port: int) -> None:
    """Start what is needed in order, say that it is ready, then watch until something ends or someone interrupts."""
    for name in record.clean_up(family.record):
        say(f"{name}: stopped, a start that was killed had left it")
    ensure_free(port)
    refuse_production_without_servers(os.environ)
    services = lasting_services(state, os.environ, family)
    mention_pango(PROJECT)
    environment = environment_of(services, state, port, os.environ)
    by_hand.note(state, environment, os.environ)
    for line in services.start():
        say(line)
    logins = start_app(App(environment, family, state), port, demo=environment.get("DEMO") == "true")
    say(logins)
    say(f"ready: http://127.0.0.1:{port}/")
    say("Ctrl-C stops everything. Logs: .run/log")
    watch(family)


def environment_of(services: Services, state: Path, port: int, given: Mapping[str, str]) -> dict[str, str]:
    """What the application runs with; whatever the shell already names stays."""
    if given.get("TRELLIS_ENV") == "production":
        # A clinic's secrets are never made up here; settings refuse whatever is missing.
        return dict(given)
    ours = {
        **surroundings(services, state),
        "TRELLIS_ENV": "development",
        "DEMO": "true",
        "PUBLIC_URL": f"http://127.0.0.1:{port}",
    }
    return with_given(ours, given)


def refuse_production_without_servers(given: Mapping[str, str]) -> None:
    """A clinic's data never lies in a server that was started on the side."""
    if given.get("TRELLIS_ENV") == "production" and not {"DATABASE_URL", "REDIS_URL"} <= given.keys():
        raise Trouble("Production has no services of its own: set DATABASE_URL and REDIS_URL, or use docker-compose.yml.")


def start_app(app: App, port: int, *, demo: bool) -> str:
    """Migrate and gather static files, load the demo while the web starts, then worker and beat; return the demo's words.

    The demo comes first: a worker would send what the demo means to leave in doubt.
    """
    say("application: migrating and gathering static files")
    with ThreadPoolExecutor() as pool:
        steps = [pool.submit(app.manage, "migrate", "--noinput", "-v", "0")]
        steps += [pool.submit(app.manage, "collectstatic", "--noinput", "-v", "0")]
        for step in steps:
            step.result()
    say("application: starting " + ("web, loading the demo clinic, then worker and beat" if demo else "web, worker and beat"))
    web = app.start_web(port)
    logins = app.manage("demo").strip() if demo else "no demo: DEMO is false"
    worker = app.start_worker()
    app.start_beat()
    app.wait_for_web(web, port)
    app.wait_for_worker(worker)
    return logins


def watch(family: Family) -> None:
    """Return never; raise Trouble when a child ends by itself."""
    while (fallen := family.fallen()) is None:
        time.sleep(GLANCE_S)
    raise Trouble(f"{fallen.name} ended by itself, so everything was stopped ({fallen.last_words()}). Its log: {fallen.log}")
