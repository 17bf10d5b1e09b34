"""Whether anybody looked in time."""

import datetime

from desk.models import Task


def late(task: Task | None, now: datetime.datetime) -> bool:
    """Nobody has taken it on, and the time to do so is over."""
    return bool(task and task.state == Task.State.OPEN and task.due_at and task.due_at < now)
