"""A nudge never raises and never makes a page wait, whatever the broker does."""

import socket
import time

import pytest
from celery import current_app, shared_task

from desk import nudge


@shared_task(name="tests.nothing")
def nothing() -> None:
    """Nobody runs it."""


@pytest.fixture(autouse=True)
def fresh_circuit(monkeypatch):
    monkeypatch.setattr(nudge.CIRCUIT, "open_until", 0.0)


@pytest.fixture
def broker_at(monkeypatch):
    def at(url: str) -> None:
        monkeypatch.setattr(current_app.conf, "broker_write_url", url)

    return at


def took() -> float:
    start = time.monotonic()
    nudge._tell(nothing, ())
    return time.monotonic() - start


def test_a_broker_that_is_away_costs_next_to_nothing(broker_at):
    broker_at("redis://127.0.0.1:1/0")
    assert took() < 0.5


def test_a_broker_that_hangs_costs_a_moment_once(broker_at):
    with socket.create_server(("127.0.0.1", 0)) as silent:
        broker_at(f"redis://127.0.0.1:{silent.getsockname()[1]}/0")
        assert took() < 1.5
        assert took() < 0.05


def test_after_a_while_the_broker_is_asked_again(broker_at, services, monkeypatch):
    broker_at("redis://127.0.0.1:1/0")
    took()
    broker_at(services.redis_url)
    monkeypatch.setattr(nudge.CIRCUIT, "open_until", time.monotonic() - 1)
    took()
    assert nudge.CIRCUIT.open_until < time.monotonic()


def test_it_is_said_only_after_the_commit(own_database, services):
    from django.db import transaction
    from redis import Redis

    broker = Redis.from_url(services.redis_url.replace("redis+socket", "unix"))
    with transaction.atomic():
        nudge.nudge(nothing)
        assert broker.llen("celery") == 0
    assert broker.llen("celery") == 1
