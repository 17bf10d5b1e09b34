"""The broker may be wiped at any second: the clock and one worker find all that waits, each thing once."""

import uuid
from datetime import UTC, datetime, timedelta

from django.db import transaction
from redis import Redis

from desk import work
from desk.escalation import climb
from desk.models import Message, Page, Task
from desk.models.task import SAFETY
from intake.models import Evaluation
from tests.clinic.visits import visit
from tests.fixtures.own import OwnDatabase
from tests.fixtures.waiting import until
from tests.intake.sent import case_of, submitted


def next_page_at(task: Task, later: timedelta) -> None:
    Task.objects.filter(pk=task.pk).update(next_page_at=datetime.now(UTC) + later)


def test_the_sweeps_send_evaluate_and_page(own_database: OwnDatabase, settings) -> None:
    """Told, sent and unsafe before anybody works; one worker is enough to see what each sweep does of its own accord."""
    own_database.environment.update(ON_CALL_DAY_AND_NIGHT="true", ON_CALL_MAIL="on-call@staff.test")
    settings.ON_CALL_DAY_AND_NIGHT, settings.ON_CALL_MAIL = True, "on-call@staff.test"
    submission, message = submitted(), Message.objects.get(subject=visit().pk, kind="booked")
    with transaction.atomic():
        unsafe = climb.begin(work.open_task(key=f"safety:{uuid.uuid4()}", kind=SAFETY, case=uuid.uuid4(), tier=3))
    next_page_at(unsafe, timedelta(hours=1))
    Redis.from_url(own_database.redis_url.replace("redis+socket", "unix")).flushall()

    own_database.start_worker()
    assert case_of(submission).awaits_evaluation, "nobody was told"
    own_database.start_beat()
    until(lambda: Message.objects.filter(pk=message.pk, state="sent").exists())
    until(lambda: case_of(submission).conclusion == "met")
    next_page_at(unsafe, timedelta())  # last: a page has the worker told to send, and the visit's message must go without
    until(lambda: Message.objects.filter(kind="safety_page", state="sent").exists())
    assert Evaluation.objects.count() == Page.objects.count() == 1
    assert len(list(own_database.mail.iterdir())) == 2
