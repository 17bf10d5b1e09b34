"""Readers: each takes one JSON value and gives back what the engine works with, or raises Bad with every fault in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import inf, isfinite
from typing import Any, Final

from trd import dates
from trd.dates import Days
from trd.intervals import Interval
from trd.refusal import Bad, step

Reader = Callable[[Any], Any]

# Beyond this a JSON number is no longer exact in most programs, and no dose, week or score is near it.
LARGEST: Final = 10**15
MOST_ENTRIES: Final = 1000


def record(readers: Mapping[str, Reader], required: tuple[str, ...] = ()) -> Reader:
    """A reader of objects with these fields and no others; null is the same as left out."""

    def read(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise Bad(("", "must be an object"))
        taken, faults = _fields(value, readers)
        faults += [(f".{key}", "is required") for key in required if value.get(key) is None]
        if faults:
            raise Bad(*faults)
        return taken

    return read


def _fields(value: dict[str, Any], readers: Mapping[str, Reader]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    taken: dict[str, Any] = {}
    faults: list[tuple[str, str]] = []
    for key, inner in value.items():
        reader = readers.get(key)
        if reader is None:
            faults.append((step(key), "is not a field of this document"))
            continue
        if inner is None:
            continue
        try:
            taken[key] = reader(inner)
        except Bad as bad:
            faults += [(f".{key}{place}", message) for place, message in bad.faults]
    return taken, faults


def many(reader: Reader) -> Reader:
    """A reader of lists whose every element fits `reader`; bounded, so that no document takes unbounded time."""

    def read(value: Any) -> list[Any]:
        if not isinstance(value, list):
            raise Bad(("", "must be a list"))
        if len(value) > MOST_ENTRIES:
            raise Bad(("", f"must have at most {MOST_ENTRIES} entries"))
        return _elements(value, reader)

    return read


def _elements(value: list[Any], reader: Reader) -> list[Any]:
    taken: list[Any] = []
    faults: list[tuple[str, str]] = []
    for index, inner in enumerate(value):
        try:
            taken.append(reader(inner))
        except Bad as bad:
            faults += [(f"[{index}]{place}", message) for place, message in bad.faults]
    if faults:
        raise Bad(*faults)
    return taken


def one_of(*words: str) -> Reader:
    """A reader of one word of a list."""
    allowed = frozenset(words)
    message = f"must be one of: {', '.join(words)}"

    def read(value: Any) -> str:
        if isinstance(value, str) and value in allowed:
            return value
        raise Bad(("", message))

    return read


def text(value: Any) -> str:
    """A text with something in it that can be written as UTF-8."""
    if not isinstance(value, str) or not value.strip():
        raise Bad(("", "must be a text that is not empty"))
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Bad(("", "must be text that can be written as UTF-8")) from None
    return value


def partial_date(value: Any) -> Days:
    """A partial date as the first and last day it stands for."""
    days = dates.parse(value) if isinstance(value, str) else None
    if days is None:
        raise Bad(("", "must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD"))
    return days


def full_date(value: Any) -> Days:
    """A date that names one day."""
    days = dates.parse(value) if isinstance(value, str) and dates.is_full(value) else None
    if days is None:
        raise Bad(("", "must be a full date that exists, as YYYY-MM-DD"))
    return days


def number(low: float = 0, high: float = inf, *, above: bool = False) -> Reader:
    """A reader of a number or an interval between two limits as (low end, high end); an interval with neither end is null (None).

    With `above`, the low limit itself is refused.
    """

    def checked(value: Any) -> float:
        return _checked(value, low, high, above)

    def read(value: Any) -> Interval | None:
        if isinstance(value, dict):
            return _span(value, checked, (low, high))
        exact = checked(value)
        return exact, exact

    return read


def _checked(value: Any, low: float, high: float, above: bool) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise Bad(("", "must be a number, or an object with min and max"))
    if isinstance(value, float) and not isfinite(value):
        raise Bad(("", "must be a finite number"))
    if value < low or (above and value == low):
        raise Bad(("", f"must be {'above' if above else 'at least'} {low}"))
    if value > min(high, LARGEST):
        raise Bad(("", f"must be at most {min(high, LARGEST)}"))
    return value


def _span(value: dict[str, Any], checked: Callable[[Any], float], limits: Interval) -> Interval | None:
    ends, faults = _fields(value, {"min": checked, "max": checked})
    if faults:
        raise Bad(*faults)
    if not ends:
        return None
    low, high = ends.get("min", limits[0]), ends.get("max", limits[1])
    if low > high:
        raise Bad(("", "min must not be above max"))
    return low, high
