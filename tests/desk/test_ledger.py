"""What is planned is planned once, by the database's clock, and can be taken back until it is handed over."""

import uuid

import pytest
from django.db.models.functions import Now

from desk import ledger
from desk.models import Message
from tests.desk.conftest import FAR, ago

pytestmark = pytest.mark.django_db


def test_the_same_key_is_planned_once(plan):
    first = plan(key="note:1")
    assert plan(key="note:1", stale_at=ago(days=-1)).pk == first.pk
    assert Message.objects.get().stale_at == FAR


def test_without_a_time_it_is_due_at_once(plan):
    message = plan()
    assert Message.objects.due().get() == message


def test_with_a_time_it_waits_for_it(plan):
    plan(due_at=ago(hours=-1))
    assert not Message.objects.due().exists()


def test_never_due_after_it_is_stale(plan):
    soon = ago(hours=-1)
    assert plan(due_at=FAR, stale_at=soon).due_at == soon


STATES = [
    ("planned", "cancelled"),
    ("claimed", "cancelled"),
    ("handed_over", "handed_over"),
    ("sent", "sent"),
    ("in_doubt", "in_doubt"),
    ("stale", "stale"),
]


@pytest.mark.parametrize(("state", "becomes"), STATES)
def test_only_what_has_not_left_is_taken_back(plan, state, becomes):
    message = plan()
    times = {"lease_until": FAR, "handed_over_at": Now(), "sent_at": Now(), "fence": 1}
    Message.objects.filter(pk=message.pk).update(state=state, **times)
    assert ledger.cancel(subject=message.subject, reason="moved") == (becomes == "cancelled")
    message.refresh_from_db()
    assert (message.state, message.reason) == (becomes, "moved" if becomes == "cancelled" else "")


def test_other_subjects_are_left_alone(plan):
    plan()
    assert ledger.cancel(subject=uuid.uuid4(), reason="moved") == 0
