"""Database and broker of our own: where they live, who they run as, what is left of them."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil
import psycopg
import pytest

from config.stack import home, passing, record
from config.stack.account import Account, database_account
from config.stack.app import PROJECT
from config.stack.binaries import at_least
from config.stack.console import Trouble
from config.stack.identity import identity_of
from config.stack.keys import MAKERS, key_files
from config.stack.services import Services, passing_services
from config.stack.surroundings import with_given


@pytest.fixture(scope="module")
def ours() -> Iterator[Services]:
    """Services of our own, also where the suite uses servers that were given."""
    services = passing_services({})
    services.start()
    key_files(services.home / "keys")
    yield services
    services.stop()


def test_postgres_is_real_runs_as_no_root_and_listens_on_no_port(ours: Services):
    with psycopg.connect(ours.url("trellis_app", "postgres")) as line:
        (version,) = line.execute("SELECT current_setting('server_version_num')::int / 10000").fetchone()
        (listens,) = line.execute("SELECT current_setting('listen_addresses')").fetchone()
        pid = int((ours.folder / "data/postmaster.pid").read_text().splitlines()[0])
    assert version >= 15
    assert listens == ""
    assert psutil.Process(pid).uids().real == ours.account.uid != 0


@pytest.mark.parametrize("place", ["postgres", "valkey", "keys"])
def test_nobody_else_enters_the_folders(ours: Services, place: str):
    assert stat.S_IMODE((ours.home / place).stat().st_mode) == 0o700


def test_a_killed_suites_services_are_swept_by_the_next_one():
    code = """if True:
        from config.stack.services import passing_services
        from config.stack.processes import Family
        services = passing_services({})
        services.start()
        Family(services.home / "own/processes.json", services.home / "own/log").start("web", ["sleep", "60"])
        print(services.home, flush=True)
        input()"""
    with subprocess.Popen([sys.executable, "-c", code], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as suite:
        left = Path(suite.stdout.readline().strip())
        entries = record.read(left / passing.PROCESSES) + record.read(left / "own" / passing.PROCESSES)
        assert left not in passing.sweep(), "a living suite's services were swept"
        suite.send_signal(signal.SIGKILL)
    assert [entry.name for entry in entries if entry.alive] == ["postgres", "valkey", "web"]
    assert left in passing.sweep()
    assert not [entry.name for entry in entries if entry.alive]
    assert not left.exists()


def test_what_goes_while_it_is_looked_at_is_nobodys(tmp_path, monkeypatch):
    monkeypatch.setattr(passing, "parents", lambda: [tmp_path])
    (tmp_path / f"{passing.PREFIX}gone").symlink_to(tmp_path / "ended by itself")
    assert passing.sweep() == []


def test_a_stranger_with_a_recorded_number_is_not_killed(tmp_path: Path):
    with subprocess.Popen(["sleep", "60"], start_new_session=True) as stranger:
        written = record.Entry("web", stranger.pid, "an earlier process with this number", signal.SIGKILL, 1)
        record.write(tmp_path / "processes.json", [written])
        assert record.clean_up(tmp_path / "processes.json") == []
        assert stranger.poll() is None
        stranger.kill()


def test_a_process_is_known_by_more_than_its_number():
    with subprocess.Popen(["sleep", "60"]) as process:
        alive = identity_of(process.pid)
        process.kill()
    assert alive
    assert identity_of(process.pid) is None
    assert identity_of(os.getpid()) == identity_of(os.getpid()) != alive


OURSELVES = Account("us", os.geteuid(), os.getegid())


@pytest.mark.parametrize(
    ("why", "folder", "fits"),
    [
        ("short", "/tmp/trellis", True),
        ("exactly as long as it may be", "/tmp/" + "x" * (home.LONGEST_BYTES - 5), True),
        ("one byte longer", "/tmp/" + "x" * (home.LONGEST_BYTES - 4), False),
        ("short in letters, long in bytes", "/tmp/" + "ä" * 40, False),
        ("a space", "/tmp/a place", False),
        ("a comma, which separates socket folders", "/tmp/a,b", False),
        ("a percent sign, which addresses escape with", "/tmp/a%20b", False),
        ("below a folder that is not there", "/tmp/none/none", False),
    ],
)
def test_where_a_socket_can_live(why: str, folder: str, fits: bool):
    assert home.fits(Path(folder), OURSELVES) is fits


def test_a_home_elsewhere_is_remembered_and_made_anew_when_it_is_gone(tmp_path: Path):
    state = tmp_path / "a place"
    state.mkdir()
    account = database_account()
    first = home.lasting_home(state, account)
    assert first != state
    assert home.lasting_home(state, account) == first
    first.rmdir()
    second = home.lasting_home(state, account)
    assert second != first
    second.rmdir()


def test_root_lets_the_database_pass_through_only_where_it_must(tmp_path: Path):
    account = database_account()
    tmp_path.chmod(0o700)
    (tmp_path / "state").mkdir()
    # Another user cannot get below a closed folder; we ourselves can.
    assert account.reaches(tmp_path / "state") is not bool(account.identity)


def test_secrets_are_made_once_for_their_owner_only_and_all_differ(tmp_path: Path):
    files = key_files(tmp_path / "keys")
    values = [Path(path).read_text() for path in files.values()]
    assert set(files) == {f"{name}_FILE" for name in MAKERS}
    assert len(set(values)) == len(MAKERS)
    assert {stat.S_IMODE(Path(path).stat().st_mode) for path in files.values()} == {0o600}
    assert [Path(path).read_text() for path in key_files(tmp_path / "keys").values()] == values


@pytest.mark.parametrize(
    ("why", "answer", "major"),
    [
        ("the oldest we support", "postgres (PostgreSQL) 15.4 (Debian 15.4-1)", 15),
        ("a newer one", "postgres (PostgreSQL) 18.6", 18),
        ("one version too old", "postgres (PostgreSQL) 14.9", None),
        ("a program that says something else", "hello", None),
    ],
)
def test_a_server_on_the_path_must_be_new_enough(why: str, answer: str, major: int | None, tmp_path: Path):
    program = tmp_path / "postgres"
    program.write_text(f"#!/bin/sh\necho '{answer}'\n")
    program.chmod(0o755)
    if major is None:
        with pytest.raises(Trouble):
            at_least(15, program, "DATABASE_URL")
    else:
        assert at_least(15, program, "DATABASE_URL") == major


def test_given_servers_replace_ours_and_nothing_starts():
    given = {"DATABASE_URL": "postgres://clinic:secret@db.test:5433/trellis?sslmode=require", "REDIS_URL": "redis://broker.test/1"}
    services = passing_services(given)
    said = services.start()
    environment = services.environment("trellis_test")
    services.stop()
    assert said == ["database: the one in DATABASE_URL", "broker: the one in REDIS_URL"]
    assert services.family.children == []
    assert environment == {
        "DATABASE_URL": "postgres://clinic:secret@db.test:5433/trellis_test?sslmode=require",
        "REDIS_URL": "redis://broker.test/1",
    }


@pytest.mark.parametrize(
    ("why", "given", "name", "expected"),
    [
        ("nothing given: ours", {}, "AUDIT_KEY_FILE", "ours"),
        ("given by file: theirs", {"AUDIT_KEY_FILE": "theirs"}, "AUDIT_KEY_FILE", "theirs"),
        ("given by value: no file of ours beside it", {"AUDIT_KEY": "theirs"}, "AUDIT_KEY_FILE", None),
        ("another given: ours stays", {"LINK_KEY": "theirs"}, "AUDIT_KEY_FILE", "ours"),
    ],
)
def test_what_the_shell_names_stays(why: str, given: dict[str, str], name: str, expected: str | None):
    assert with_given({"AUDIT_KEY_FILE": "ours"}, given).get(name) == expected
