"""The shipped worker, the broker and the database at their worst: what was sent is evaluated, once."""

import os
import signal

import pytest
from django.db import OperationalError

from desk.models import Task
from desk.nudge import nudge
from intake.evaluations import services
from intake.models import Evaluation
from intake.tasks import evaluate
from tests.fixtures.waiting import until, waits_for_a_lock
from tests.intake.sent import case_of, submitted


@pytest.mark.django_db
def test_sending_tells_a_worker_once_it_is_committed(django_capture_on_commit_callbacks, monkeypatch):
    told = []
    monkeypatch.setattr("desk.nudge._tell", lambda task, args: told.append((task.name, args)))
    with django_capture_on_commit_callbacks(execute=True):
        submission = submitted()
        assert told == []
    assert ("intake.evaluate", (submission.case_id,)) in told


def test_a_worker_that_is_told_evaluates(own_database):
    """Told again until it is done: on a busy machine a nudge may give up, and no sweep runs here."""
    own_database.start_worker()
    submission = submitted()

    def done():
        nudge(evaluate, submission.case_id)
        return case_of(submission).conclusion == "met"

    until(done)


def test_a_worker_killed_while_it_writes_leaves_no_half_and_the_next_one_evaluates(own_database, owner_cursor):
    submission = submitted()
    owner_cursor.execute("BEGIN")
    owner_cursor.execute("LOCK TABLE intake_evaluation IN EXCLUSIVE MODE")
    worker = own_database.start_worker()
    own_database.start_beat()
    until(lambda: waits_for_a_lock(own_database.name))
    os.killpg(worker.process.pid, signal.SIGKILL)
    owner_cursor.execute("ROLLBACK")
    until(lambda: not waits_for_a_lock(own_database.name))
    assert case_of(submission).awaits_evaluation
    assert not Evaluation.objects.exists()
    own_database.start_worker("second")
    until(lambda: case_of(submission).conclusion == "met")
    assert Evaluation.objects.count() == 1


@pytest.mark.django_db
def test_a_busy_database_is_no_refusal(monkeypatch):
    def away(*_):
        raise OperationalError("lock timeout")

    monkeypatch.setattr(services, "report_on", away)
    submission = submitted()
    with pytest.raises(OperationalError):
        services.evaluate(case_id=submission.case_id)
    assert case_of(submission).awaits_evaluation
    assert not Task.objects.filter(kind="evaluation_refused").exists()
