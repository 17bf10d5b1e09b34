"""Tell a worker to go and look, after the commit. A nudge only saves a tick: the sweep finds what it did not say."""

import time
from dataclasses import dataclass
from typing import Any

import structlog
from celery import Task
from django.db import transaction

log = structlog.get_logger(__name__)

# A page that commits must not wait for the broker: one try on a connection of its own, then quiet for a while.
FAIL_FAST = {"max_retries": 0, "socket_timeout": 0.5, "socket_connect_timeout": 0.5}
QUIET_SECONDS = 10.0


@dataclass
class _Circuit:
    """Remembers, for this process, until when the broker is left alone. Losing it costs one short wait."""

    open_until: float = 0.0


CIRCUIT = _Circuit()


def nudge(task: Task, *args: object) -> None:
    """Queue a task once this transaction is committed. Arguments are ids. Never raises, never waits over half a second."""
    transaction.on_commit(lambda: _tell(task, args), robust=True)


def _tell(task: Task, args: tuple[Any, ...]) -> None:
    if time.monotonic() < CIRCUIT.open_until:
        return
    try:
        with task.app.connection_for_write(transport_options=FAIL_FAST) as connection:
            task.apply_async(args=args, connection=connection, retry=False)
    except Exception as error:  # kombu, redis and the socket have no common ancestor for "not there"
        CIRCUIT.open_until = time.monotonic() + QUIET_SECONDS
        log.warning("nudge not delivered", task=task.name, error=type(error).__name__)
