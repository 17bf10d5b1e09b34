"""The shipped worker struck down between steps, two sweeps at once: no rung is lost, none is climbed twice."""

import os
import signal
import threading
import uuid

import psycopg
import pytest
from django.db import connection, transaction

from desk import work
from desk.escalation import climb
from desk.models import Message, Page, Task
from desk.models.task import SAFETY
from desk.nudge import nudge
from desk.tasks import climb as look
from tests.fixtures.own import OwnDatabase
from tests.fixtures.waiting import until, waits_for_a_lock


@pytest.fixture
def clinic(own_database: OwnDatabase, settings) -> OwnDatabase:
    own_database.environment.update(ON_CALL_DAY_AND_NIGHT="true", ON_CALL_MAIL="on-call@staff.test")
    settings.ON_CALL_DAY_AND_NIGHT, settings.ON_CALL_MAIL = True, "on-call@staff.test"
    return own_database


@transaction.atomic
def unsafe() -> Task:
    return climb.begin(work.open_task(key=f"safety:{uuid.uuid4()}", kind=SAFETY, case=uuid.uuid4(), tier=3))


def test_killed_between_the_page_and_the_next_step_nothing_is_lost_and_nothing_doubled(clinic):
    """The worker has locked the task and waits at the table of pages when it dies: inside the step."""
    unsafe()
    with psycopg.connect(clinic.owner_url or clinic.url) as line:
        line.execute("LOCK TABLE desk_page IN EXCLUSIVE MODE")
        worker = clinic.start_worker()
        nudge(look)
        until(lambda: waits_for_a_lock(clinic.name))
        os.killpg(worker.process.pid, signal.SIGKILL)
    assert (Page.objects.count(), Message.objects.filter(kind="safety_page").count()) == (0, 0)
    clinic.start_worker("second")
    nudge(look)
    until(lambda: Message.objects.filter(kind="safety_page", state="sent").count() == 1)
    assert Page.objects.count() == 1


def test_two_sweeps_at_once_climb_each_rung_once(clinic):
    for _ in range(30):
        unsafe()
    taken: list[int] = []

    def sweep() -> None:
        try:
            taken.append(climb.climb())
        finally:
            connection.close()

    threads = [threading.Thread(target=sweep) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(taken) == 30
    assert Page.objects.count() == Message.objects.filter(kind="safety_page").count() == 30
    assert set(Task.objects.filter(kind=SAFETY).values_list("rungs_climbed", flat=True)) == {1}
