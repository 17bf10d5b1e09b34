"""Staff tasks that may be wanted again: one at a time, and a new one after the last was closed."""

import uuid

from desk import work
from desk.models import Staff, Task


def ask(*, kind: str, case: uuid.UUID, about: uuid.UUID | None) -> None:
    """Put it on the staff's list, unless it stands there. The key counts how often it was closed before."""
    closed = Task.objects.filter(kind=kind, case=case, state=Task.State.CLOSED).count()
    work.open_task(key=f"{kind}:{about}:{closed}", kind=kind, case=case)


def settle(*, kind: str, case: uuid.UUID, by: Staff | None) -> None:
    """It was dealt with."""
    for task in Task.objects.waiting().filter(kind=kind, case=case):
        work.close_task(key=task.key, by=by)
