"""Partial dates: a year, a month or a day, each standing for every day in it."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final

Days = tuple[date, date]

_SHAPE: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@lru_cache(maxsize=8192)
def parse(text: str) -> Days | None:
    """The first and last day a partial date stands for, or None where no such day exists.

    >>> parse("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    >>> parse("0000-00-00") is None, parse("2023-02-29") is None, parse("20230201") is None
    (True, True, True)
    """
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        return _first_day(year or 0, month, day), _last_day(year or 0, month, day)
    except ValueError:
        return None


def _first_day(year: int, month: int | None, day: int | None) -> date:
    return date(year, 1 if month is None else month, 1 if day is None else day)


def _last_day(year: int, month: int | None, day: int | None) -> date:
    month = 12 if month is None else month
    return date(year, month, monthrange(year, month)[1] if day is None else day)


def is_full(text: str) -> bool:
    """Whether a parsed date names one day."""
    return len(text) == len("YYYY-MM-DD")


def weeks_between(start: Days, stop: Days) -> tuple[float, float]:
    """The shortest and the longest span in weeks that two partial dates allow, never below 0."""
    shortest = max(0, (stop[0] - start[1]).days)
    return shortest / 7, max(0, (stop[1] - start[0]).days) / 7


def whole_months(start: date, end: date) -> int:
    """Whole months passed; a month has passed when its day is reached, or its last day where it is shorter.

    >>> whole_months(date(2024, 5, 20), date(2026, 5, 19)), whole_months(date(2026, 1, 31), date(2026, 2, 28))
    (23, 1)
    """
    months = (end.year - start.year) * 12 + end.month - start.month
    reached = end.day >= min(start.day, monthrange(end.year, end.month)[1])
    return months if reached else months - 1


def years_before(day: date, years: int) -> date:
    """The same day some years earlier; 29 February becomes 28, and nothing lies before year 1.

    >>> years_before(date(2024, 2, 29), 5)
    datetime.date(2019, 2, 28)
    """
    year = day.year - years
    if year < 1:
        return date.min
    return day.replace(year=year, day=min(day.day, monthrange(year, day.month)[1]))
