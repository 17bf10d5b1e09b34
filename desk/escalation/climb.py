"""The sweep: finds tasks that nobody has taken on in time, and pages the next rung. Any number of them may run.

A step is one transaction: page, message and the time of the next step come about together or not at all. So a worker that
dies in between loses nothing and doubles nothing, and Redis may be wiped at any second.
"""

import datetime

import structlog
from django.db import OperationalError, transaction

from audit.actor import system
from audit.door import record
from desk import ledger
from desk.escalation import roster
from desk.escalation.clocks import running
from desk.models import Page, Task
from desk.nudge import nudge
from desk.tasks import climb as look

log = structlog.get_logger(__name__)
DESK = system("desk")
KIND = "safety_page"
WORTH_SENDING = datetime.timedelta(hours=4)  # by then later rungs have been climbed
AGAIN = datetime.timedelta(minutes=1)
MOST_STEPS = 500  # a tick ends; the next goes on


@transaction.atomic
def begin(task: Task) -> Task:
    """Start the clocks of a task that was just opened, in the transaction that caused it; a worker is told to look."""
    task.refresh_from_db()
    clock = running(task.tier, task.created_at)
    Task.objects.filter(pk=task.pk).update(due_at=clock.acknowledge_by, next_page_at=clock.due_at(0))
    nudge(look)
    return task


def climb() -> int:
    """Every step that is due. Returns how many there were."""
    return next((taken for taken in range(MOST_STEPS) if not step()), MOST_STEPS)


@transaction.atomic
def step() -> bool:
    """One task's next rung, past tasks that another sweep holds; False where none is due.

    A task that cannot be paged is tried again in a minute: it must not keep the others from it.
    """
    task = Task.objects.to_page().select_for_update(skip_locked=True).order_by("-tier", "next_page_at").first()
    if task is None:
        return False
    now: datetime.datetime = task.now  # type: ignore[attr-defined]  # the query adds it
    try:
        with transaction.atomic():
            _climb(task, now)
    except OperationalError:  # the database was away: nothing is wrong with the task
        raise
    except Exception as error:
        log.error("not paged", id=str(task.pk), error=type(error).__name__)
        Task.objects.filter(pk=task.pk).update(next_page_at=now + AGAIN)
    return True


def _climb(task: Task, now: datetime.datetime) -> None:
    clock = running(task.tier, task.created_at)
    number = clock.reached(task.rungs_climbed, now)
    rung = clock.ladder.rung(number)
    for whom in rung.whom if rung else ():
        _page(task, number, whom, now)
    Task.objects.filter(pk=task.pk).update(rungs_climbed=number + 1, next_page_at=clock.due_at(number + 1))


def _page(task: Task, number: int, whom: str, now: datetime.datetime) -> None:
    person, message = roster.standing(whom), None
    if roster.address(whom):
        message = ledger.plan(
            key=f"{KIND}:{task.pk}:{number}:{whom}",
            kind=KIND,
            case=task.case or task.pk,
            subject=task.pk,
            version=number,
            stale_at=now + WORTH_SENDING,
        )
    else:
        log.error("nobody to page", id=str(task.pk), whom=whom)
    Page.objects.create(
        task=task, number=number, whom=whom, staff=person.staff if person else None, message=message.pk if message else None
    )
    record(DESK, "task.paged", case=task.case or "", about=task.pk, number=number, whom=whom, sent=bool(message))
