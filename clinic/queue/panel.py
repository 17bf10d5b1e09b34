"""What stands above the list: open safety events, and what else a person must do."""

import datetime
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from audit.actor import Actor
from clinic import wording
from clinic.person import Person, listed
from clinic.safety.clock import late
from clinic.wording import Words
from desk.models import Task
from desk.models.task import SAFETY
from intake.models import Case, SafetyEvent
from intake.safety.services import task_key

MOST = 50


@dataclass(frozen=True)
class Alarm:
    """An open safety event and the task that asks somebody to look; `late` when nobody did in time."""

    event: SafetyEvent
    person: Person | None
    task: Task | None
    late: bool


@dataclass(frozen=True)
class Todo:
    task: Task
    words: Words
    place: str
    case: Case | None
    person: Person | None


def alarms(actor: Actor, now: datetime.datetime) -> list[Alarm]:
    """Open safety events, highest tier and longest waiting first."""
    shown = SafetyEvent.objects.visible_to(actor).open().select_related("case__data_key").order_by("-tier", "created_at", "pk")
    events = list(shown[:MOST])
    keyed = Task.objects.visible_to(actor).select_related("acknowledged_by").in_bulk(map(task_key, events), field_name="key")
    return [_alarm(event, keyed.get(task_key(event)), now) for event in events]


def todos(actor: Actor) -> list[Todo]:
    """The other tasks that wait, with whom each is about."""
    shown = Task.objects.visible_to(actor).waiting().exclude(kind=SAFETY).select_related("acknowledged_by").by_urgency()
    tasks = list(shown[:MOST])
    cases = _cases(actor, (task.case for task in tasks if task.case))
    return [_todo(task, cases.get(task.case) if task.case else None) for task in tasks]


def _alarm(event: SafetyEvent, task: Task | None, now: datetime.datetime) -> Alarm:
    return Alarm(event, listed(event.case), task, late(task, now))


def _todo(task: Task, case: Case | None) -> Todo:
    return Todo(task, wording.of_task(task.kind), wording.PLACES.get(task.kind, ""), case, listed(case) if case else None)


def _cases(actor: Actor, ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Case]:
    return Case.objects.visible_to(actor).select_related("data_key").in_bulk(list(ids), field_name="public_id")
