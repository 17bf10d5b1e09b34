"""The record of who saw and did what, for those who may look, newest first, a page at a time."""

import datetime
import uuid
from dataclasses import dataclass

from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils.timezone import get_current_timezone

from audit.models import Entry, Seal
from desk.models import Staff
from intake.models import Case

PAGE = 50


@dataclass(frozen=True)
class Wanted:
    """What to look for; everything may be left open. `before` is the number of the last entry already seen."""

    case: uuid.UUID | None = None
    actor: str = ""
    day: datetime.date | None = None
    before: int | None = None


@dataclass(frozen=True)
class Line:
    """An entry and the name of the member of staff, where one did it."""

    entry: Entry
    who: str


def page(wanted: Wanted, *, staff: Staff) -> tuple[list[Line], int | None]:
    """One page of lines, and the number to go on before (None: that was all)."""
    entries = list(_found(wanted, _seen_by(staff)).order_by("-pk")[: PAGE + 1])
    names = dict(Staff.objects.visible_to(staff.actor).values_list("public_id", "name"))
    lines = [
        Line(entry, names.get(_uuid(entry.actor_id), entry.actor_id if entry.actor_kind == "system" else "")) for entry in entries[:PAGE]
    ]
    return lines, entries[PAGE - 1].pk if len(entries) > PAGE else None


def sealed_at() -> datetime.datetime | None:
    """When the chain was last drawn over the entries: what is in it cannot go unnoticed."""
    last = Seal.objects.order_by("-pk").first()
    return last.at if last else None


def _seen_by(staff: Staff) -> QuerySet[Entry]:
    """A clinician sees what was done to the cases they review; leads and administrators see everything."""
    entries = Entry.objects.visible_to(staff.actor)
    if staff.actor.manages:
        return entries
    own = Case.objects.with_answers_for(staff.actor).filter(reviewer=staff)
    return entries.filter(case__in=own.values_list(Cast("public_id", CharField()), flat=True))


def _found(wanted: Wanted, entries: QuerySet[Entry]) -> QuerySet[Entry]:
    if wanted.case:
        entries = entries.filter(case=str(wanted.case))
    if wanted.actor:
        entries = entries.filter(actor_id=wanted.actor)
    if wanted.day:
        start = datetime.datetime.combine(wanted.day, datetime.time(), get_current_timezone())
        entries = entries.filter(at__gte=start, at__lt=start + datetime.timedelta(days=1))
    return entries.filter(pk__lt=wanted.before) if wanted.before else entries


def _uuid(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
