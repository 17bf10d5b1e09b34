"""What stands above the list: open safety events, and what else a person must do. The first of it there, all of it on a page of its own."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Q, QuerySet

from audit.actor import Actor
from clinic import wording
from clinic.counted import first_of
from clinic.person import Person, listed
from clinic.safety.clock import late
from clinic.wording import Words
from desk.models import Task
from desk.models.task import OF_SAFETY
from intake.models import Case, SafetyEvent
from intake.safety.services import task_key

MOST = 50
ORDER = ("-tier", "created_at", "pk")  # highest tier first, then the longest waiting
Shown = TypeVar("Shown")
Row = TypeVar("Row", Task, SafetyEvent)


@dataclass(frozen=True)
class Alarm:
    """An open safety event and the task that asks somebody to look; `late` when nobody did in time."""

    event: SafetyEvent
    person: Person | None
    task: Task | None
    late: bool

    @property
    def trigger(self) -> Words:
        """What raised it: one person may have several at once."""
        return wording.of_trigger(self.event.trigger)


@dataclass(frozen=True)
class Todo:
    task: Task
    words: Words
    place: str
    case: Case | None
    person: Person | None


@dataclass(frozen=True)
class Part(Generic[Shown]):
    """What is shown, how many wait behind it, and the last one shown: the place to go on from."""

    lines: list[Shown]
    more: int
    last: uuid.UUID | None


def alarms(actor: Actor, now: datetime.datetime, after: uuid.UUID | None = None) -> Part[Alarm]:
    """Open safety events, highest tier and longest waiting first."""
    visible = SafetyEvent.objects.visible_to(actor)
    events, more = _cut(visible.open().select_related("case__data_key", "closing__closed_by"), _row(visible, after))
    keyed = Task.objects.visible_to(actor).select_related("acknowledged_by").in_bulk(map(task_key, events), field_name="key")
    return Part([_alarm(event, keyed.get(task_key(event)), now) for event in events], more, events[-1].pk if events else None)


def todos(actor: Actor, after: uuid.UUID | None = None) -> Part[Todo]:
    """The other tasks that wait, with whom each is about."""
    visible = Task.objects.visible_to(actor).exclude(kind__in=OF_SAFETY)
    tasks, more = _cut(visible.waiting().select_related("acknowledged_by"), _row(visible, after))
    cases = _cases(actor, (task.case for task in tasks if task.case))
    return Part([_todo(task, cases.get(task.case) if task.case else None) for task in tasks], more, tasks[-1].pk if tasks else None)


def _cut(waiting: QuerySet[Row], after: Row | None) -> tuple[list[Row], int]:
    """The first of them, or the first behind one (which may be done by now), and how many more there are."""
    return first_of(waiting.filter(_behind(after)) if after else waiting, *ORDER, most=MOST)


def _row(visible: QuerySet[Row], pk: uuid.UUID | None) -> Row | None:
    return visible.filter(pk=pk).first() if pk else None


def _behind(row: Task | SafetyEvent) -> Q:
    older = Q(created_at__gt=row.created_at) | Q(created_at=row.created_at, pk__gt=row.pk)
    return Q(tier__lt=row.tier) | Q(tier=row.tier) & older


def _alarm(event: SafetyEvent, task: Task | None, now: datetime.datetime) -> Alarm:
    return Alarm(event, listed(event.case), task, late(task, now))


def _todo(task: Task, case: Case | None) -> Todo:
    return Todo(task, wording.of_task(task.kind), wording.PLACES.get(task.kind, ""), case, listed(case) if case else None)


def _cases(actor: Actor, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Case]:
    return Case.objects.visible_to(actor).select_related("data_key").in_bulk(list(ids), field_name="public_id")
