"""`make run` as a person meets it: real processes, in a folder with a space below one that is closed to others."""

import http.client
import json
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from config.stack.console import Trouble
from config.stack.ports import free_port
from config.stack.processes import Family
from config.stack.run import watch
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


def test_a_hard_kill_is_cleaned_up_by_the_next_start_a_second_one_is_refused_and_ctrl_c_leaves_nothing(copy: Path, port: int):
    killed = Start(RUN, copy, PORT=str(port))
    assert killed.wait_for("ready: ") == f"ready: http://127.0.0.1:{port}/"
    killed.process.send_signal(signal.SIGKILL)
    killed.end()
    orphans = set(processes_of(copy))
    assert len(orphans) > 5

    start = Start(MAKE, copy, PORT=str(port))
    assert start.wait_for("ready: ") == f"ready: http://127.0.0.1:{port}/"
    stopped = {line.partition(":")[0] for line in start.said if "had left it" in line}
    assert stopped == {"postgres", "valkey", "web", "worker", "beat"}
    assert not orphans & set(processes_of(copy))
    assert get(port, "/healthz") == (200, b"ok")
    status, body = get(port, "/readyz")
    assert (status, json.loads(body)) == (200, {"database": True, "broker": True})

    second = Start(RUN, copy, PORT=str(port)).end()
    assert len(second) == 1
    assert "already runs" in second[0]
    assert f"http://127.0.0.1:{port}/" in second[0]
    assert get(port, "/healthz")[0] == 200

    start.interrupt()
    start.end()
    assert until_none_left(copy) == {}


def test_a_child_that_ends_by_itself_is_named_with_its_log(tmp_path: Path):
    family = Family(tmp_path / "processes", tmp_path / "log")
    family.start("web", ["sleep", "60"])
    family.start("beat", ["sh", "-c", "echo no clock; exit 3"])
    with pytest.raises(Trouble, match=r"^beat ended by itself, so everything was stopped \(no clock\)\. Its log: .*/beat\.log$"):
        watch(family)
    family.stop_all()


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
