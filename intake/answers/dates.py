"""When something was, as far as a person remembers: `{"year": 2023, "month": 5, "about": True}`, a season, an age, or words of their own."""

from datetime import date
from typing import Any, Final

EARLIEST_YEAR: Final = 1900
OLDEST: Final = 120
MONTHS: Final = tuple(range(1, 13))
# First and last month of a season within one calendar year: the north's, for a clinic in the United States. December is a month.
SEASONS: Final = {"winter": (1, 2), "spring": (3, 5), "summer": (6, 8), "fall": (9, 11)}
_ABOUT: Final = 2  # months to each side: "about May" may be March or July


def recalled(*, year: str, month: str, age: str, words: str, about: bool, today: date) -> dict[str, Any] | None:
    """What was given as a value: a year, an age then or words will do. None for what is no date, or lies wholly after today."""
    when = remembered(year, month, about, today) if year else _without_year(month, about)
    if when is None or (age and not (_digits(age, 3) and int(age) <= OLDEST)):
        return None
    told = when | ({"age": int(age)} if age else {}) | ({"words": words} if words else {})
    return told if year or age or words else None


def remembered(year: str, month: str, about: bool, today: date) -> dict[str, Any] | None:
    """A year, with a month or season if one was given; None for what is no date, or lies wholly after today."""
    rest = _without_year(month, about)
    if rest is None or not (_digits(year, 4) and int(year) >= EARLIEST_YEAR):
        return None
    when = {"year": int(year)} | rest
    return None if date(when["year"], _months(when)[0], 1) > today else when


def _without_year(month: str, about: bool) -> dict[str, Any] | None:
    guess = {"about": True} if about else {}
    if not month:
        return guess
    if month in SEASONS:
        return {"season": month} | guess
    return {"month": int(month)} | guess if _digits(month, 2) and int(month) in MONTHS else None


def _digits(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= most


def certain(value: dict[str, Any], born: date | None = None) -> str | None:
    """The partial date that surely holds the day meant, or None where no one year does. An age needs the day of birth.

    >>> certain({"year": 2023, "month": 5}), certain({"year": 2023, "month": 5, "about": True}), certain({"year": 2023, "season": "fall"})
    ('2023-05', '2023', '2023')
    >>> certain({"year": 2023, "month": 1, "about": True}), certain({"year": 2023}), certain({"words": "my first job"})
    (None, '2023', None)
    >>> certain({"age": 34, "month": 6}, date(1980, 3, 27)), certain({"age": 34}, date(1980, 3, 27))
    ('2014-06', None)
    """
    found = span(value, born)
    if found is None:
        return None
    (year, first), (last_year, last) = (divmod(month, 12) for month in found)
    if year != last_year:
        return None
    return f"{year:04}-{first + 1:02}" if first == last else f"{year:04}"


def span(value: dict[str, Any], born: date | None = None) -> tuple[int, int] | None:
    """The first and the last month (`year * 12 + month - 1`) that surely hold the day meant; None where they are not known."""
    if value.get("about"):
        return _around(value)
    if "year" in value:
        return _in_year(value)
    return _at_age(value, born) if born and "age" in value else None


def _in_year(value: dict[str, Any]) -> tuple[int, int]:
    first, last = _months(value)
    return value["year"] * 12 + first - 1, value["year"] * 12 + last - 1


def _around(value: dict[str, Any]) -> tuple[int, int] | None:
    """A guess widens a month or season to both sides, and leaves nothing of a year or an age."""
    if "year" not in value or not ("month" in value or "season" in value):
        return None
    first, last = _in_year(value)
    return first - _ABOUT, last + _ABOUT


def _at_age(value: dict[str, Any], born: date) -> tuple[int, int]:
    """From the birthday to the day before the next; of these the months that were named."""
    first, last = _months(value)
    birthday = (born.year + value["age"]) * 12 + born.month - 1
    end = birthday + (11 if born.day == 1 else 12)
    months = [month for month in range(birthday, end + 1) if first <= month % 12 + 1 <= last]
    return months[0], months[-1]


def _months(value: dict[str, Any]) -> tuple[int, int]:
    """The first and last month of a year that a value names; all of them where it names none."""
    if "season" in value:
        return SEASONS[value["season"]]
    return (value["month"], value["month"]) if "month" in value else (MONTHS[0], MONTHS[-1])


def first_day(text: str) -> str:
    """The first day of a partial date, as ISO text."""
    return text + "-01-01"[len(text) - 4 :]


def last_day(text: str) -> str:
    """The last day of a partial date, as ISO text to compare with; it may be one that does not exist (31 February)."""
    return text + "-12-31"[len(text) - 4 :]
