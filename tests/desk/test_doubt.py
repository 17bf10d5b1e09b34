"""What the program can't know, a person says: once, by name, and the task is off the list."""

import pytest
from django.db.models.functions import Now

from audit.models import Entry
from desk import dispatch, doubt, fate
from desk.models import Message, Task
from tests.desk.conftest import ago

pytestmark = pytest.mark.django_db


@pytest.fixture
def ended(plan):
    """A message that ended in a state, with its task."""

    def as_state(state: str) -> Message:
        message = plan()
        Message.objects.filter(pk=message.pk).update(fence=1, handed_over_at=Now())
        fate.settle(message, state, "worker_lost")
        message.refresh_from_db()
        return message

    return as_state


WAYS = [
    ("it arrived after all", "in_doubt", "arrived", "sent"),
    ("sent once more", "in_doubt", "again", "cancelled"),
    ("told by telephone", "in_doubt", "told", "cancelled"),
    ("refused, now sent once more", "failed", "again", "cancelled"),
    ("refused, told by telephone", "failed", "told", "cancelled"),
]


@pytest.mark.parametrize(("why", "state", "how", "becomes"), WAYS)
def test_settling_ends_it_closes_the_task_and_says_who(ended, scheduler, why, state, how, becomes):
    message = ended(state)
    doubt.settle(message=message, how=how, by=scheduler)
    message.refresh_from_db()
    assert (message.state, Task.objects.get().state, Task.objects.get().closed_by) == (becomes, "closed", scheduler), why
    settled = Entry.objects.get(action="message.settled")
    assert (settled.actor_id, settled.detail) == (str(scheduler.public_id), {"was": state, "how": how})


def test_again_is_a_new_row_that_leaves_by_itself(ended, scheduler, by_smtp):
    message = ended("in_doubt")
    fresh = doubt.settle(message=message, how="again", by=scheduler)
    assert fresh.key == f"{message.key}#2"
    assert dispatch.send_due() == 1
    assert [mail["Message-ID"] for mail in by_smtp.mails] == [f"<{fresh.pk}@127.0.0.1>"]


def test_again_and_again_counts(ended, scheduler):
    fresh = doubt.settle(message=ended("in_doubt"), how="again", by=scheduler)
    Message.objects.filter(pk=fresh.pk).update(state="in_doubt")
    assert doubt.settle(message=fresh, how="again", by=scheduler).key.endswith("#3")


REFUSED = [
    ("settled already", "in_doubt", True, "arrived"),
    ("never in doubt", "planned", False, "arrived"),
    ("sent is sent", "sent", False, "again"),
    ("what was refused did not arrive", "failed", False, "arrived"),
]


@pytest.mark.parametrize(("why", "state", "settled_before", "how"), REFUSED)
def test_only_a_doubt_can_be_settled(ended, plan, scheduler, why, state, settled_before, how):
    message = plan(due_at=ago(hours=-1)) if state == "planned" else ended(state)
    if settled_before:
        doubt.settle(message=message, how="told", by=scheduler)
    with pytest.raises(doubt.Settled):
        doubt.settle(message=message, how=how, by=scheduler)
