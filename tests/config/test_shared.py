"""Workers of a divided run share one PostgreSQL: one of them starts it, none of them stops it."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.stack import passing, record
from config.stack.services import Services, passing_services
from tests.fixtures.databases import Databases
from tests.fixtures.plugin import services_over
from tests.fixtures.shared import Joined, once

URL = "postgres://a@db.test/x"


def test_a_thing_is_made_once_and_who_comes_meanwhile_waits(tmp_path: Path) -> None:
    made: list[int] = []
    seen: list[int] = []

    def make() -> None:
        time.sleep(0.1)
        made.append(1)

    def come() -> None:
        once(tmp_path / "thing", make)
        seen.append(len(made))

    threads = [threading.Thread(target=come) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [1, 1, 1]


def test_what_could_not_be_made_is_made_by_the_next(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError):
        once(tmp_path / "thing", lambda: 1 / 0)
    made: list[int] = []
    once(tmp_path / "thing", lambda: made.append(1))
    assert made == [1]


@pytest.fixture
def run() -> Iterator[Services]:
    services = passing_services({})
    yield services
    services.stop()


def started_at(services: Services) -> object:
    with psycopg.connect(services.admin_url) as line:
        return line.execute("SELECT pg_postmaster_start_time()").fetchone()


def test_workers_meet_at_one_server_and_it_ends_with_the_run(run: Services) -> None:
    one, other = (Joined(run.home, passing_services({})) for _ in range(2))
    for worker in (one, other):
        worker.start()
    assert one.redis_url != other.redis_url
    assert Databases(one).template == Databases(other).template
    one.stop()
    assert started_at(other) == started_at(run), "the worker that started it has gone, the other goes on"
    other.stop()
    entries = record.read(run.home / "shared" / passing.PROCESSES)
    assert [(entry.name, entry.alive) for entry in entries] == [("postgres", True)]
    run.stop()
    one.started_here.children[0].process.wait(5)
    assert not entries[0].alive
    assert not any(services.home.exists() for services in (one, other, run))


@pytest.mark.parametrize(
    ("why", "run_folder", "given", "joins"),
    [
        ("a worker of a divided run", "run", {}, True),
        ("a run that is not divided", None, {}, False),
        ("a server was given: each worker holds a template of its own there", "run", {"DATABASE_URL": URL}, False),
        ("a broker was given", "run", {"REDIS_URL": "redis://broker.test/1"}, True),
    ],
)
def test_who_joins(why: str, run_folder: str | None, given: dict[str, str], joins: bool, tmp_path: Path) -> None:
    services = services_over(given, run_folder and str(tmp_path / run_folder))
    services.stop()
    assert isinstance(services, Joined) is joins
    assert (services.folder.parent == services.home) is not joins
