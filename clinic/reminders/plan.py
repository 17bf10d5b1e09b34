"""What a person is told about a visit, and when."""

import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

from clinic.consultations.wall import instant
from clinic.models import Consultation
from desk import ledger
from intake import clock

AT = datetime.time(9)  # on the day before, where the person lives: never at night
KINDS = BOOKED, REMINDER, MOVED, CANCELLED = "booked", "reminder", "moved", "cancelled"


def booked(visit: Consultation) -> None:
    """Tell them at once; remind them."""
    _tell(BOOKED, visit)
    _remind(visit)


def moved(visit: Consultation) -> None:
    """Whatever waits speaks of the old time: take it back, tell the new one, remind of it."""
    ledger.cancel(subject=visit.pk, reason="moved")
    _tell(MOVED, visit)
    _remind(visit)


def cancelled(visit: Consultation) -> None:
    ledger.cancel(subject=visit.pk, reason="cancelled")
    _tell(CANCELLED, visit)


def reminder_at(visit: Consultation) -> datetime.datetime | None:
    """Nine o'clock on the day before in the person's zone, but not before the gap after now; None if the visit comes first.

    Somebody who was told a minute ago needs no reminder yet, and two mails at once look like a fault. Staff book by day:
    a gap of hours does not reach far into the night.
    """
    zone = ZoneInfo(visit.case.time_zone)
    day_before = visit.span.lower.astimezone(zone).date() - datetime.timedelta(days=1)
    earliest = clock.now() + datetime.timedelta(seconds=settings.REMINDER_GAP_SECONDS)
    due_at = max(instant(day_before, AT, zone), earliest)
    return due_at if due_at < visit.span.lower else None


def _remind(visit: Consultation) -> None:
    due_at = reminder_at(visit)
    if due_at:
        _tell(REMINDER, visit, due_at=due_at)


def _tell(kind: str, visit: Consultation, due_at: datetime.datetime | None = None) -> None:
    ledger.plan(
        key=f"{kind}:{visit.pk}:{visit.version}",
        kind=kind,
        case=visit.case.public_id,
        subject=visit.pk,
        version=visit.version,
        due_at=due_at,
        stale_at=visit.span.lower,
    )
