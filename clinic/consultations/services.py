"""Book, move, cancel, mark. One clinician's calendar is changed by one at a time; the database has the last word."""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, transaction
from django.db.models import F
from psycopg import errors as pg

from audit.door import record
from clinic.consultations import lock
from clinic.consultations.errors import AlreadyBooked, Begun, NotBooked, NotReady, OutsideHours, SlotTaken, TooEarly, TooLate
from clinic.consultations.slots import Slot, in_hours, nearest
from clinic.models import Consultation, Hours
from clinic.reminders import plan
from desk.models import Staff
from intake import cases, clock
from intake.models import Case
from intake.visit.services import keep_link, settle_wish

State = Consultation.State
# What the database says to all but one of those who want the same time at once.
LOST = (pg.ExclusionViolation, pg.DeadlockDetected, pg.LockNotAvailable, pg.SerializationFailure)


def book(*, case: Case, clinician: Staff, start: datetime.datetime, minutes: int, by: Staff) -> Consultation:
    """Book a first visit for a person who is ready. Tells them at once and plans the reminder.

    Raises SlotTaken, OutsideHours, TooLate, NotReady, AlreadyBooked; then nothing has changed.
    """
    slot = Slot.of(start, minutes)
    with _or_nearest(clinician, slot):
        return _book(case, clinician, slot, by)


def move(*, consultation: Consultation, clinician: Staff, start: datetime.datetime, minutes: int, by: Staff) -> Consultation:
    """Give a booked visit another time or clinician. The reminder for the old time is void. Raises as `book`, and NotBooked, Begun."""
    slot = Slot.of(start, minutes)
    with _or_nearest(clinician, slot):
        return _move(consultation, clinician, slot, by)


@transaction.atomic
def cancel(*, consultation: Consultation, reason: str, by: Staff) -> Consultation:
    """Call a visit off before it begins; the person is told and can be booked again. Raises NotBooked, Begun."""
    visit = _ahead(consultation)
    Consultation.objects.filter(pk=visit.pk).update(state=State.CANCELLED, reason=reason)
    cases.move(case=visit.case, to=Case.State.SIGNED, by=by.actor)
    record(by.actor, "consultation.cancelled", case=visit.case.public_id, about=visit.pk, reason=reason)
    visit.refresh_from_db()
    settle_wish(case=visit.case, by=by)
    plan.cancelled(visit)
    return visit


@transaction.atomic
def mark(*, consultation: Consultation, attended: bool, by: Staff) -> Consultation:
    """Say whether the person came. Who missed a visit can be booked again. Raises NotBooked, TooEarly."""
    visit = _booked(consultation)
    if visit.span.lower > clock.now():
        raise TooEarly
    state = State.ATTENDED if attended else State.MISSED
    Consultation.objects.filter(pk=visit.pk).update(state=state)
    cases.move(case=visit.case, to=Case.State.SEEN if attended else Case.State.SIGNED, by=by.actor)
    record(by.actor, f"consultation.{state}", case=visit.case.public_id, about=visit.pk)
    visit.refresh_from_db()
    return visit


@transaction.atomic
def _book(case: Case, clinician: Staff, slot: Slot, by: Staff) -> Consultation:
    _take_calendar(clinician, slot)
    if not Case.objects.for_update().ready_to_schedule().filter(pk=case.pk).exists():
        raise AlreadyBooked if Consultation.objects.filter(case=case, state=State.BOOKED).exists() else NotReady
    visit = Consultation.objects.create(case=case, clinician=clinician, span=slot.span, booked_by=by)
    cases.move(case=case, to=Case.State.SCHEDULED, by=by.actor)
    record(by.actor, "consultation.booked", case=case.public_id, about=visit.pk, clinician=str(clinician.public_id))
    visit.refresh_from_db()
    keep_link(case=case, until=slot.end, by=by.actor)
    plan.booked(visit)
    return visit


@transaction.atomic
def _move(consultation: Consultation, clinician: Staff, slot: Slot, by: Staff) -> Consultation:
    _take_calendar(clinician, slot)
    visit = _ahead(consultation)
    Consultation.objects.filter(pk=visit.pk).update(clinician=clinician, span=slot.span, version=F("version") + 1)
    record(by.actor, "consultation.moved", case=visit.case.public_id, about=visit.pk, clinician=str(clinician.public_id))
    visit.refresh_from_db()
    settle_wish(case=visit.case, by=by)
    keep_link(case=visit.case, until=slot.end, by=by.actor)
    plan.moved(visit)
    return visit


def _take_calendar(clinician: Staff, slot: Slot) -> None:
    """The calendar for oneself, and the time one that can be booked."""
    lock.take_calendar(clinician)
    if slot.start <= clock.now():
        raise TooLate
    if not in_hours(Hours.objects.filter(clinician=clinician), slot):
        raise OutsideHours


def _ahead(consultation: Consultation) -> Consultation:
    """The visit as `_booked` finds it, if it has not begun."""
    visit = _booked(consultation)
    if visit.span.lower <= clock.now():
        raise Begun
    return visit


def _booked(consultation: Consultation) -> Consultation:
    """The visit as it stands now, locked, if nothing has become of it since it was read."""
    rows = Consultation.objects.select_for_update(of=("self",)).select_related("case", "clinician")
    visit = rows.filter(pk=consultation.pk, state=State.BOOKED, version=consultation.version).first()
    if visit is None:
        raise NotBooked
    return visit


@contextmanager
def _or_nearest(clinician: Staff, slot: Slot) -> Iterator[None]:
    """Turn the database's no into a clear answer; the free times are looked up after the lock is gone."""
    try:
        yield
    except DatabaseError as error:
        if not isinstance(error.__cause__, LOST):
            raise
        minutes = int((slot.end - slot.start).total_seconds() // 60)
        raise SlotTaken(nearest(clinician=clinician, wanted=slot.start, minutes=minutes)) from None
