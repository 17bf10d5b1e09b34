"""A month and a year of the past, as far as a person remembers them: `{"year": 2023, "month": 5, "about": True}`."""

from datetime import date
from typing import Any, Final

EARLIEST_YEAR: Final = 1900
MONTHS: Final = tuple(range(1, 13))
# "About May" may be April or June, but is surely of that year; "about January" is not.
_SURE_OF_YEAR: Final = range(3, 11)


def remembered(year: str, month: str, about: bool, today: date) -> dict[str, Any] | None:
    """What was typed as a value; None for what is no date, or lies wholly after today. The month may be left out."""
    if not (_digits(year, 4) and int(year) >= EARLIEST_YEAR):
        return None
    if month and not (_digits(month, 2) and int(month) in MONTHS):
        return None
    if date(int(year), int(month or 1), 1) > today:
        return None
    return {"year": int(year)} | ({"month": int(month)} if month else {}) | ({"about": True} if about else {})


def _digits(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= most


def certain(value: dict[str, Any]) -> str | None:
    """The partial date that surely holds the day meant: "about" widens a month to its year, and leaves nothing of a year.

    >>> certain({"year": 2023, "month": 5}), certain({"year": 2023, "month": 5, "about": True})
    ('2023-05', '2023')
    >>> certain({"year": 2023, "month": 1, "about": True}), certain({"year": 2023})
    (None, '2023')
    """
    month = value.get("month")
    if value.get("about"):
        return str(value["year"]) if month in _SURE_OF_YEAR else None
    return f"{value['year']}-{month:02}" if month else str(value["year"])


def first_day(text: str) -> str:
    """The first day of a partial date, as ISO text."""
    return text + "-01-01"[len(text) - 4 :]


def last_day(text: str) -> str:
    """The last day of a partial date, as ISO text to compare with; it may be one that does not exist (31 February)."""
    return text + "-12-31"[len(text) - 4 :]
