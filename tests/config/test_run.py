"""`make run` as a person meets it: real processes, in a folder with a space below one that is closed to others."""

import http.client
import json
import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from config.stack import record
from config.stack.ports import free_port
from tests.config.supervisor import Start, copy_of_the_project, processes_of, remove, until_none_left

RUN = [sys.executable, "-m", "config.stack", "run"]
INVITE = ["./manage.py", "invite", "--name", "A B", "--date-of-birth", "1980-01-01", "--email", "", "--json"]
MAKE = ["make", "--no-print-directory", "-o", "environment", "run"]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    made = copy_of_the_project(tmp_path_factory.mktemp("run"))
    yield made
    remove(made)


@pytest.fixture
def port() -> int:
    return free_port()


def get(port: int, path: str) -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as line:
        line.request("GET", path)
        answer = line.getresponse()
        return answer.status, answer.read()


def pid_of(copy: Path, name: str) -> int:
    return next(entry.pid for entry in record.read(copy / ".run/processes.json") if entry.name == name)


def test_it_says_when_it_is_ready_takes_commands_refuses_a_second_start_and_ctrl_c_leaves_nothing(copy: Path, port: int):
    start = Start(MAKE, copy, PORT=str(port))
    assert start.wait_for("ready: ") == f"ready: http://127.0.0.1:{port}/"
    assert get(port, "/healthz") == (200, b"ok")
    status, body = get(port, "/readyz")
    assert (status, json.loads(body)) == (200, {"database": True, "broker": True})

    second = Start(RUN, copy, PORT=str(port)).end()
    assert len(second) == 1
    assert "already runs" in second[0]
    assert f"http://127.0.0.1:{port}/" in second[0]
    assert get(port, "/healthz")[0] == 200

    link = json.loads(Start(INVITE, copy).end()[0])["link"]
    assert link.startswith(f"http://127.0.0.1:{port}/i/")
    assert get(port, link.removeprefix(f"http://127.0.0.1:{port}"))[0] == 200

    assert len(processes_of(copy)) > 5
    start.interrupt()
    start.end()
    assert until_none_left(copy) == {}
    assert Start(INVITE, copy).end()[0].startswith("Trellis: nothing runs here: start it with make run")


def test_after_a_hard_kill_the_next_start_cleans_up_and_a_dead_child_stops_everything(copy: Path, port: int):
    killed = Start(RUN, copy, PORT=str(port))
    killed.wait_for("ready: ")
    killed.process.send_signal(signal.SIGKILL)
    killed.end()
    orphans = set(processes_of(copy))
    assert len(orphans) > 5

    start = Start(RUN, copy, PORT=str(port))
    start.wait_for("ready: ")
    stopped = {line.partition(":")[0] for line in start.said if "had left it" in line}
    assert stopped == {"postgres", "valkey", "web", "worker", "beat"}
    assert not orphans & set(processes_of(copy))

    os.kill(pid_of(copy, "beat"), signal.SIGKILL)
    last = start.end()[-1]
    assert last.startswith("Trellis: beat ended by itself")
    assert ".run/log/beat.log" in last
    assert start.process.returncode == 1
    assert until_none_left(copy) == {}


def test_a_busy_port_is_one_line_and_nothing_starts(copy: Path):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        busy = other.getsockname()[1]
        said = Start(RUN, copy, PORT=str(busy)).end()
    assert said == [f"Trellis: Port {busy} cannot be used (Address already in use). Take another: make run PORT={busy + 1}"]
    assert processes_of(copy) == {}


@pytest.mark.parametrize("asked", ["eight", "0", "70000", "-1"])
def test_a_port_that_is_none_is_one_line(copy: Path, asked: str):
    said = Start(RUN, copy, PORT=asked).end()
    assert said == [f"Trellis: PORT is '{asked}': give a number from 1 to 65535, like make run PORT=8001"]


def test_production_never_gets_services_of_our_own(copy: Path, port: int):
    said = Start(RUN, copy, PORT=str(port), TRELLIS_ENV="production").end()
    assert said[-1].startswith("Trellis: Production has no services of its own: set DATABASE_URL and REDIS_URL")
    assert processes_of(copy) == {}
