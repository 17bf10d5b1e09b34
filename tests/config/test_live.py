"""The production-like stack that journeys walk through."""

import json
import socket
import urllib.request
from urllib.parse import urlsplit

import psycopg

from config.stack import record
from tests.fixtures.live import LiveStack


def get(url: str) -> tuple[int, bytes]:
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(url, timeout=10) as answer:
        return answer.status, answer.read()


def test_web_database_and_broker_answer(live_stack: LiveStack):
    assert get(f"{live_stack.base_url}/healthz") == (200, b"ok")
    status, body = get(f"{live_stack.base_url}/readyz")
    assert (status, json.loads(body)) == (200, {"database": True, "broker": True})


def test_its_processes_are_the_shipped_ones(live_stack: LiveStack):
    entries = record.read(live_stack.family.record)
    assert [entry.name for entry in entries if entry.alive] == ["valkey", "web", "worker", "beat"]


def test_its_commands_work_on_its_own_database(live_stack: LiveStack):
    """The one that loads the demo ran before the processes started."""
    with psycopg.connect(live_stack.url) as line:
        assert line.execute("SELECT current_database(), count(*) > 0 FROM desk_staff").fetchone() == (live_stack.name, True)


def test_the_worker_takes_a_task_that_the_clock_sent(live_stack: LiveStack):
    live_stack.wait_for_log("beat", "Scheduler: Sending due task")


def test_what_the_web_server_says_itself_holds_no_link(live_stack: LiveStack):
    """A browser that breaks off, a scanner with bytes no address may have: the server's own line is not the application's."""
    where = urlsplit(live_stack.base_url)
    with socket.create_connection((where.hostname, where.port), 10) as line:
        line.sendall(b"GET /i/Canary-token\xff HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert line.recv(100).startswith(b"HTTP/1.1 400")
    live_stack.wait_for_log("web", "Invalid request")
    written = (live_stack.logs / "web.log").read_text()
    assert "Canary" not in written
    assert [line for line in written.splitlines() if not line.startswith("{")] == []


def test_a_journey_that_does_not_pass_shows_the_logs(live_stack: LiveStack):
    titles = {title for title, _ in live_stack.log_sections()}
    assert {"log of web", "log of worker", "log of beat"} <= titles
