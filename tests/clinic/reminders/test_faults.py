"""The shipped worker, struck down at the worst moments: nothing is lost unseen, nothing is sent twice."""

import os
import signal
from collections import Counter
from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from config.stack.processes import Child
from desk import dispatch
from desk.models import Message, Task
from desk.nudge import nudge
from desk.tasks import send_due
from tests.clinic.visits import MONDAY, clinician, ready, visit, wall
from tests.desk.postbox import Postbox
from tests.fixtures.own import OwnDatabase
from tests.fixtures.waiting import DEADLINE_SECONDS, until, waits_for_a_lock


@pytest.fixture
def clinic(own_database: OwnDatabase, by_smtp: Postbox) -> OwnDatabase:
    """A database whose workers send to the postbox, and so does a tick of this process's own."""
    own_database.environment["MAIL_URL"] = by_smtp.url
    return own_database


def strike(worker: Child, number: int) -> None:
    """To the worker and all it started."""
    os.killpg(worker.process.pid, number)


def state(message: Message) -> str:
    return Message.objects.values_list("state", flat=True).get(pk=message.pk)


def leases_run_out() -> None:
    Message.objects.filter(lease_until__isnull=False).update(lease_until=datetime.now(UTC) - timedelta(seconds=1))


def told() -> Message:
    """Book a visit; the message that is due at once."""
    return Message.objects.get(subject=visit().pk, kind="booked")


def test_killed_between_hand_over_and_mark_it_is_in_doubt_and_never_sent_again(clinic, postbox):
    postbox.after_data = "wait"
    worker = clinic.start_worker()
    message = told()
    assert postbox.got_one.wait(DEADLINE_SECONDS)
    strike(worker, signal.SIGKILL)
    postbox.after_data = "answer"
    assert state(message) == "handed_over"
    leases_run_out()
    assert dispatch.send_due() == 0
    assert state(message) == "in_doubt"
    assert len(postbox.mails) == 1
    assert Task.objects.get().kind == "message_in_doubt"


def test_killed_before_the_claim_the_next_worker_sends_it_once(clinic, postbox):
    message = told()
    with psycopg.connect(clinic.url) as line:
        line.execute("LOCK TABLE desk_message IN ACCESS EXCLUSIVE MODE")
        worker = clinic.start_worker()
        until(lambda: waits_for_a_lock(clinic.name))
        strike(worker, signal.SIGKILL)
    assert state(message) == "planned"
    clinic.start_worker("second")
    nudge(send_due)
    until(lambda: state(message) == "sent")
    assert len(postbox.mails) == 1


def test_stopped_past_its_lease_a_worker_that_wakes_writes_nothing(clinic, postbox):
    postbox.after_data = "wait"
    worker = clinic.start_worker()
    message = told()
    assert postbox.got_one.wait(DEADLINE_SECONDS)
    strike(worker, signal.SIGSTOP)
    leases_run_out()
    dispatch.send_due()
    assert state(message) == "in_doubt"
    postbox.release.set()
    strike(worker, signal.SIGCONT)
    until(lambda: "lease lost, nothing marked" in worker.log.read_text())
    assert state(message) == "in_doubt"
    assert len(postbox.mails) == 1


def test_without_a_broker_a_tick_in_the_foreground_sends(clinic, postbox):
    message = told()
    clinic.environment["REDIS_URL"] = "redis://127.0.0.1:1/0"
    assert clinic.manage("send_due", "--once").strip() == "1 sent"
    assert (state(message), len(postbox.mails)) == ("sent", 1)


def test_struck_again_and_again_each_message_is_sent_once_or_listed(clinic, postbox):
    postbox.pause_seconds = 0.03
    doctor = clinician()
    for hour in range(24):
        day = MONDAY + timedelta(days=hour // 8)
        visit(ready(), doctor, wall(day, f"{9 + hour % 8:02}:00"))
    for number in range(3):
        seen = len(postbox.mails)
        worker = clinic.start_worker(f"worker{number}")
        nudge(send_due)
        until(lambda seen=seen: len(postbox.mails) >= seen + 3)
        strike(worker, signal.SIGKILL)
        leases_run_out()
    dispatch.send_due()
    states = Counter(Message.objects.filter(kind="booked").values_list("state", flat=True))
    times = Counter(mail["Message-ID"] for mail in postbox.mails)
    assert set(states) <= {"sent", "in_doubt"}
    assert set(times.values()) == {1}
    assert Task.objects.count() == states["in_doubt"]
    assert states["sent"] + states["in_doubt"] == 24
