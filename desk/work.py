"""Staff tasks: opened by what happened, acknowledged and closed by people."""

import datetime
import uuid

from django.db import transaction
from django.db.models.functions import Now

from audit.actor import system
from audit.door import record
from desk.models import Staff, Task


@transaction.atomic
def open_task(*, key: str, kind: str, case: uuid.UUID | None, tier: int = 0, due_at: datetime.datetime | None = None) -> Task:
    """Put something on the staff's list. The same key returns the first task, its tier raised where the new one is higher."""
    task, made = Task.objects.get_or_create(key=key, defaults={"kind": kind, "case": case, "tier": tier, "due_at": due_at})
    if not made and Task.objects.filter(pk=task.pk, tier__lt=tier).update(tier=tier):
        task.tier = tier
    return task


@transaction.atomic
def acknowledge(*, task: Task, by: Staff) -> Task:
    """Say that somebody has taken it on; a second acknowledgement leaves the first name standing."""
    open_one = Task.objects.filter(pk=task.pk, state=Task.State.OPEN)
    if open_one.update(state=Task.State.ACKNOWLEDGED, acknowledged_at=Now(), acknowledged_by=by):
        record(by.actor, "task.acknowledged", case=task.case or "", about=task.pk, kind=task.kind)
    task.refresh_from_db()
    return task


@transaction.atomic
def close_task(*, key: str, by: Staff | None) -> None:
    """Take it off the list. Without a person, the program found that it is done. Closing twice does nothing."""
    for task in Task.objects.waiting().select_for_update().filter(key=key):
        Task.objects.filter(pk=task.pk).update(state=Task.State.CLOSED, closed_at=Now(), closed_by=by)
        record(by.actor if by else system("desk"), "task.closed", case=task.case or "", about=task.pk, kind=task.kind)
