"""What a person is told about a visit, and when."""

import datetime
from zoneinfo import ZoneInfo

from clinic.consultations.wall import instant
from clinic.models import Consultation
from desk import ledger
from intake import clock

AT = datetime.time(9)  # on the day before, where the person lives: never at night
KINDS = BOOKED, REMINDER, MOVED, CANCELLED = "booked", "reminder", "moved", "cancelled"


def booked(visit: Consultation) -> None:
    """Tell them at once; remind them."""
    _tell(BOOKED, visit)
    _tell(REMINDER, visit, due_at=reminder_at(visit))


def moved(visit: Consultation) -> None:
    """Whatever waits speaks of the old time: take it back, tell the new one, remind of it."""
    ledger.cancel(subject=visit.pk, reason="moved")
    _tell(MOVED, visit)
    _tell(REMINDER, visit, due_at=reminder_at(visit))


def cancelled(visit: Consultation) -> None:
    ledger.cancel(subject=visit.pk, reason="cancelled")
    _tell(CANCELLED, visit)


def reminder_at(visit: Consultation) -> datetime.datetime | None:
    """Nine o'clock on the day before in the person's zone; None, at once, where that has passed."""
    zone = ZoneInfo(visit.case.time_zone)
    day_before = visit.span.lower.astimezone(zone).date() - datetime.timedelta(days=1)
    due_at = instant(day_before, AT, zone)
    return due_at if due_at > clock.now() else None


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
