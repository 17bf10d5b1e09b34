"""Free times: a clinician's weekly hours, less what is booked and what has passed."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from clinic.consultations.wall import clinic_zone, instant
from clinic.models import Consultation, Hours
from desk.models import Staff
from intake import clock

LENGTHS_MINUTES = (30, 60)
DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, order=True)
class Slot:
    """A stretch of time, both ends aware UTC; the end is not in it."""

    start: datetime.datetime
    end: datetime.datetime

    @classmethod
    def of(cls, start: datetime.datetime, minutes: int) -> "Slot":
        return cls(start, start + datetime.timedelta(minutes=minutes))

    @property
    def span(self) -> DateTimeTZRange:
        return DateTimeTZRange(self.start, self.end)

    def overlaps(self, other: "Slot") -> bool:
        return self.start < other.end and other.start < self.end

    def lies_in(self, other: "Slot") -> bool:
        return other.start <= self.start and self.end <= other.end


def working(hours: Iterable[Hours], day: datetime.date) -> list[Slot]:
    """When a clinician with these weekly hours works on this day."""
    zone = clinic_zone()
    spans = (Slot(instant(day, h.start, zone), instant(day, h.end, zone)) for h in hours if h.weekday == day.weekday())
    return sorted(span for span in spans if span.start < span.end)


def free(*, clinician: Staff, first: datetime.date, days: int, minutes: int) -> list[Slot]:
    """Times of this length that can be booked, in order. Three queries whatever the number of days."""
    hours = list(Hours.objects.filter(clinician=clinician))
    spans = [span for number in range(days) for span in working(hours, first + number * DAY)]
    if not spans:
        return []
    busy, now = _busy(clinician, Slot(spans[0].start, spans[-1].end)), clock.now()
    return [slot for span in spans for slot in _cut(span, busy, minutes) if slot.start > now]


def nearest(*, clinician: Staff, wanted: datetime.datetime, minutes: int, count: int = 5) -> list[Slot]:
    """The free times of the next two weeks that are closest to the wanted one, in order."""
    first = wanted.astimezone(clinic_zone()).date() - 2 * DAY
    found = free(clinician=clinician, first=first, days=16, minutes=minutes)
    return sorted(sorted(found, key=lambda slot: abs(slot.start - wanted))[:count])


def in_hours(hours: Iterable[Hours], slot: Slot) -> bool:
    """Whether somebody with these weekly hours works for the whole of it."""
    day = slot.start.astimezone(clinic_zone()).date()
    return any(slot.lies_in(span) for span in working(hours, day))


def _busy(clinician: Staff, within: Slot) -> list[Slot]:
    booked = Consultation.objects.standing().filter(clinician=clinician, span__overlap=within.span)
    return sorted(Slot(span.lower, span.upper) for span in booked.values_list("span", flat=True))


def _cut(span: Slot, busy: list[Slot], minutes: int) -> Iterator[Slot]:
    """Times of a length from the start of the hours on; after a visit they go on where it ends."""
    slot = Slot.of(span.start, minutes)
    while slot.lies_in(span):
        taken = next((visit for visit in busy if visit.overlaps(slot)), None)
        if taken is None:
            yield slot
        slot = Slot.of(taken.end if taken else slot.end, minutes)
