"""A clinician's week as a table: half hours down, days across, in the clinic's wall time."""

import datetime
from dataclasses import dataclass

from clinic.consultations.slots import DAY, Slot, working
from clinic.consultations.wall import clinic_zone, instant
from clinic.models import Consultation, Hours
from clinic.models.consultation import ConsultationQuerySet
from clinic.person import Person, listed
from desk.models import Staff

HALF_HOUR_MINUTES = 30
HALF_HOURS = [datetime.time(number // 2, number % 2 * HALF_HOUR_MINUTES) for number in range(48)]


@dataclass(frozen=True)
class Visit:
    """A visit as it stands in the week: times in the clinic's zone."""

    consultation: Consultation
    person: Person | None
    start: datetime.datetime
    end: datetime.datetime

    @property
    def slot(self) -> Slot:
        return Slot(self.start, self.end)


@dataclass(frozen=True)
class Day:
    date: datetime.date
    hours: list[Slot]
    visits: list[Visit]
    now: datetime.datetime

    @property
    def today(self) -> bool:
        return self.date == self.now.astimezone(clinic_zone()).date()

    def cell(self, clock: datetime.time) -> "Cell":
        """What there is in the half hour from this wall time on."""
        start = instant(self.date, clock, clinic_zone())
        span = Slot.of(start, HALF_HOUR_MINUTES)
        beginning = [visit for visit in self.visits if span.start <= visit.start < span.end]
        if beginning or any(visit.slot.overlaps(span) for visit in self.visits):
            return Cell(self, "busy", beginning)
        worked = any(span.lies_in(hours) for hours in self.hours)
        return Cell(self, ("free" if span.start > self.now else "past") if worked else "closed", [])


@dataclass(frozen=True)
class Cell:
    """`kind` is "busy", "free", "past" or "closed"; `visits` begin here."""

    day: Day
    kind: str
    visits: list[Visit]


@dataclass(frozen=True)
class Row:
    clock: datetime.time
    cells: list[Cell]


@dataclass(frozen=True)
class Week:
    """`days` has the days with hours or visits only; `rows` the half hours from the first to the last of them."""

    days: list[Day]
    rows: list[Row]
    visits: int

    def is_over(self, now: datetime.datetime) -> bool:
        """Nothing of it lies ahead."""
        return not any(span.end > now for day in self.days for span in [*day.hours, *(visit.slot for visit in day.visits)])


def week(visible: ConsultationQuerySet, *, clinician: Staff | None, first: datetime.date, now: datetime.datetime) -> Week:
    """The seven days from `first` on. Two queries, however full they are."""
    hours = list(Hours.objects.filter(clinician=clinician))
    visits = _visits(visible.filter(clinician=clinician), first)
    days = [_day(first + number * DAY, hours, visits, now) for number in range(7)]
    shown = [day for day in days if day.hours or day.visits]
    return Week(shown, _rows(shown), len(visits))


def _visits(visible: ConsultationQuerySet, first: datetime.date) -> list[Visit]:
    zone, midnight = clinic_zone(), datetime.time()
    ends = (instant(first, midnight, zone), instant(first + 7 * DAY, midnight, zone))
    found = visible.standing().between(*ends).select_related("case__data_key")
    return [Visit(c, listed(c.case), c.span.lower.astimezone(zone), c.span.upper.astimezone(zone)) for c in found]


def _day(date: datetime.date, hours: list[Hours], visits: list[Visit], now: datetime.datetime) -> Day:
    return Day(date, working(hours, date), [visit for visit in visits if visit.start.date() == date], now)


def _rows(days: list[Day]) -> list[Row]:
    """Half hours from the first beginning to the last end."""
    spans = [span for day in days for span in [*day.hours, *(visit.slot for visit in day.visits)]]
    if not spans:
        return []
    zone = clinic_zone()
    first = min(span.start.astimezone(zone).time() for span in spans)
    last = max((span.end - datetime.timedelta(seconds=1)).astimezone(zone).time() for span in spans)
    shown = [clock for clock in HALF_HOURS if _floor(first) <= clock <= last]
    return [Row(clock, [day.cell(clock) for day in days]) for clock in shown]


def _floor(clock: datetime.time) -> datetime.time:
    return clock.replace(minute=clock.minute // HALF_HOUR_MINUTES * HALF_HOUR_MINUTES, second=0, microsecond=0)
