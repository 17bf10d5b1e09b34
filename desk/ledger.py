"""The ledger's entrance: plan a message in the transaction that causes it, or take it back."""

import datetime
import uuid

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Least, Now

from desk import fate, work
from desk.models import Message
from desk.nudge import nudge
from desk.tasks import send_due


@transaction.atomic
def plan(
    *,
    key: str,
    kind: str,
    case: uuid.UUID,
    subject: uuid.UUID,
    stale_at: datetime.datetime,
    due_at: datetime.datetime | None = None,
    version: int = 1,
    channel: str = "mail",
) -> Message:
    """Write a message into the ledger; the same key returns the first, whatever became of it.

    Without `due_at` it is due at once, by the database's clock. From `stale_at` on it is not worth sending.
    """
    due = Value(due_at) if due_at else Now()
    message, made = Message.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind, "case": case, "subject": subject, "subject_version": version,
            "due_at": Least(due, Value(stale_at)), "stale_at": stale_at, "channel": channel,
        },
    )  # fmt: skip
    message.refresh_from_db()
    if made and due_at is None:
        nudge(send_due)
    return message


@transaction.atomic
def cancel(*, subject: uuid.UUID, reason: str) -> int:
    """Take back every message about this subject that has not been handed over; returns how many.

    A claimed one counts as not handed over: its worker finds that its claim is gone.
    """
    waiting = Message.objects.filter(subject=subject, state__in=[Message.State.PLANNED, Message.State.CLAIMED])
    for message in waiting.filter(attempts__gte=fate.MAX_TRIES).values_list("pk", flat=True):
        work.close_task(key=fate.late_key(message), by=None)
    return waiting.update(state=Message.State.CANCELLED, reason=reason, lease_until=None)
