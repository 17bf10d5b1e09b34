"""What happens around a closing: tries to reach the person before it, a second reader after it."""

import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.door import record
from desk import work
from desk.models import Staff
from intake import clock
from intake.models import Case, SafetyAttempt, SafetyClosing, SafetyEvent, SafetyReading
from intake.safety.services import NoteMissing, lower, raise_event, reading_key
from vault.seal import seal

DISAGREED = "second_reader"


class NotYours(Exception):
    """Nobody reads their own closing, and none twice."""


@transaction.atomic
def note_attempt(
    *, event: SafetyEvent, how: str, outcome: str, note: str, by: Staff, tried_at: datetime.datetime | None = None
) -> SafetyAttempt:
    """Write down one try to reach the person. Raises PermissionDenied for who may not read answers."""
    if not by.actor.sees_answers:
        raise PermissionDenied
    tried = SafetyAttempt(event=event, how=how, outcome=outcome, tried_by=by, tried_at=tried_at or clock.now())
    tried.note = seal(event.case.data_key, tried.pk, "note", note.strip())
    tried.save()
    record(by.actor, "safety.attempt", case=event.case.public_id, about=event.pk, how=how, outcome=outcome)
    return tried


@transaction.atomic
def read_closing(*, closing: SafetyClosing, agreed: bool, note: str, by: Staff) -> SafetyReading:
    """A second person has read it. Who does not agree says why, and a new event of the same tier stands.

    Raises PermissionDenied for who may not read answers, NotYours, NoteMissing.
    """
    event = closing.event
    case = Case.objects.for_update().select_related("data_key").get(pk=event.case_id)
    if not by.actor.sees_answers:
        raise PermissionDenied
    if by == closing.closed_by or not closing.needs_reader or SafetyReading.objects.filter(closing=closing).exists():
        raise NotYours
    if not agreed and not note.strip():
        raise NoteMissing
    reading = SafetyReading(closing=closing, agreed=agreed, read_by=by)
    reading.note = seal(case.data_key, reading.pk, "note", note.strip())
    reading.save()
    work.close_task(key=reading_key(event), by=by)
    if not agreed:
        raise_event(case, DISAGREED, event.tier, {"question": DISAGREED, "value": event.tier, "words": note.strip()}, by.actor)
    record(by.actor, "safety.read", case=case.public_id, about=event.pk, agreed=agreed, left=lower(case))
    return reading
