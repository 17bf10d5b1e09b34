"""When the clinic is open, and when a clock that runs only then has run out. Pure: no settings, no database, no now."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from zoneinfo import ZoneInfo

DAY, MIDNIGHT = datetime.timedelta(days=1), datetime.timedelta()
Span = tuple[datetime.timedelta, datetime.timedelta]  # on the wall, since midnight: a clinic may be open until 24:00
FARTHEST_DAYS = 400  # a clinic that opens on no day of a year never opens
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LINE = re.compile(r"([a-z]{3})(?:-([a-z]{3}))?\s+(.+)")
SPAN = re.compile(r"(\d{1,2}):(\d{2})-(\d{1,2}):(\d{2})")


class NeverOpen(Exception):
    """These hours leave no day on which the clinic opens."""


@dataclass(frozen=True)
class ClinicHours:
    """The clinic's week in its wall time, Monday 0, less the days on which it stays shut.

    `closed` holds days of one year as dates, and days of every year as (month, day). Every time is aware.
    """

    zone: ZoneInfo
    week: Mapping[int, tuple[Span, ...]]
    closed: frozenset[datetime.date | tuple[int, int]] = frozenset()

    def is_open(self, at: datetime.datetime) -> bool:
        """Whether somebody is there; at the closing minute nobody is."""
        return any(start <= at < end for start, end in self._on(self._day(at)))

    def opens(self, at: datetime.datetime) -> datetime.datetime:
        """The moment itself where the clinic is open, else the next opening."""
        start, _end = next(self._from(at))
        return start

    def after(self, at: datetime.datetime, length: datetime.timedelta) -> datetime.datetime:
        """When so much open time has passed since; outside the hours the clock stands still."""
        left = length
        for start, end in self._from(at):
            if left <= end - start:
                return start + left
            left -= end - start
        raise NeverOpen

    def close_of_day(self, at: datetime.datetime, business_days: int = 0) -> datetime.datetime:
        """Closing time of the business day so many after this one. 0: of today, or of the next where nothing of today is left.

        The count begins on the calendar day after `at`: two from Friday, Saturday or Sunday all end on Tuesday.
        """
        begin = at if business_days == 0 else self._utc(self._day(at) + DAY, MIDNIGHT)
        days = groupby(self._from(begin), key=lambda stretch: self._day(stretch[0]))
        _day, stretches = next(islice(days, max(business_days - 1, 0), None))
        return list(stretches)[-1][1]

    def _from(self, at: datetime.datetime) -> Iterator[tuple[datetime.datetime, datetime.datetime]]:
        """The stretches of open time from a moment on, the first of them cut short. Raises NeverOpen."""
        found, at = self._day(at), at.astimezone(datetime.UTC)  # in UTC an hour is an hour
        for day in (found + number * DAY for number in range(FARTHEST_DAYS)):
            yield from ((max(start, at), end) for start, end in self._on(day) if end > at)
        raise NeverOpen

    def _on(self, day: datetime.date) -> list[tuple[datetime.datetime, datetime.datetime]]:
        """A day's stretches in UTC, so that lengths are true on the days on which the wall clock jumps."""
        if day in self.closed or (day.month, day.day) in self.closed:
            return []
        return [(self._utc(day, start), self._utc(day, end)) for start, end in self.week.get(day.weekday(), ())]

    def _day(self, at: datetime.datetime) -> datetime.date:
        if at.tzinfo is None:
            raise ValueError("an aware time is needed")
        return at.astimezone(self.zone).date()

    def _utc(self, day: datetime.date, wall: datetime.timedelta) -> datetime.datetime:
        midnight = datetime.datetime.combine(day, datetime.time(), self.zone)
        return (midnight + wall).astimezone(datetime.UTC)  # adding within a zone moves the wall clock


def read(hours: str, closed: str, zone: str) -> ClinicHours:
    """Hours like `Mon-Thu 9:00-12:00, 13:00-17:00; Fri 9:00-14:00`, day and night `0:00-24:00`, shut days like `12-25, 2027-04-02`.

    Raises ValueError with what is wrong.
    """
    week: dict[int, tuple[Span, ...]] = {}
    for line in filter(None, (part.strip().lower() for part in hours.split(";"))):
        days, spans = _line(line)
        week |= dict.fromkeys(days, spans)
    if not week:
        raise ValueError("no hours given")
    return ClinicHours(ZoneInfo(zone), week, frozenset(_shut(part.strip()) for part in closed.split(",") if part.strip()))


def _line(line: str) -> tuple[range, tuple[Span, ...]]:
    found = LINE.fullmatch(line)
    if not found or not {found[1], found[2] or found[1]} <= set(WEEKDAYS):
        raise ValueError(f"{line!r} does not begin with a day like Mon or Mon-Fri")
    days = range(WEEKDAYS.index(found[1]), WEEKDAYS.index(found[2] or found[1]) + 1)
    spans = tuple(_span(part.strip()) for part in found[3].split(","))
    apart = all(earlier[1] <= later[0] for earlier, later in zip(spans, spans[1:], strict=False))
    if not days or not apart:
        raise ValueError(f"{line!r}: days and times must follow one another")
    return days, spans


def _span(text: str) -> Span:
    found = SPAN.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no time like 9:00-17:00")
    start, end = _wall(found[1], found[2]), _wall(found[3], found[4])
    if start >= end:
        raise ValueError(f"{text!r} ends before it begins")
    return start, end


def _wall(hour: str, minute: str) -> datetime.timedelta:
    found = datetime.timedelta(hours=int(hour), minutes=int(minute))
    if int(minute) >= 60 or found > DAY:
        raise ValueError(f"{hour}:{minute} is no time of day")
    return found


def _shut(text: str) -> datetime.date | tuple[int, int]:
    """`2027-04-02` is one day, `12-25` is that day of every year."""
    day = datetime.date.fromisoformat(text if len(text) > len("12-25") else f"2000-{text}")
    return day if len(text) > len("12-25") else (day.month, day.day)
