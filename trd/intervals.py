"""Numbers as people know them: an interval with both ends included, either of which may be without limit."""

from __future__ import annotations

from math import inf
from typing import Final

from trd.verdicts import NO, UNKNOWN, YES, Verdict

Interval = tuple[float, float]

ANY: Final[Interval] = (0, inf)


def at_least(interval: Interval, least: float) -> Verdict:
    """Whether the number is `least` or more.

    >>> at_least((50, 75), 50), at_least((25, 50), 50), at_least((25, 49), 50)
    ('yes', 'unknown', 'no')
    """
    if interval[0] >= least:
        return YES
    return NO if interval[1] < least else UNKNOWN


def below(interval: Interval, limit: float) -> Verdict:
    """Whether the number is less than `limit`.

    >>> below((0, 24), 25), below((20, 25), 25), below((25, 25), 25)
    ('yes', 'unknown', 'no')
    """
    if interval[1] < limit:
        return YES
    return NO if interval[0] >= limit else UNKNOWN


def at_most(interval: Interval, most: float) -> Verdict:
    """Whether the number is `most` or less.

    >>> at_most((0, 25), 25), at_most((25, 30), 25), at_most((26, 30), 25)
    ('yes', 'unknown', 'no')
    """
    if interval[1] <= most:
        return YES
    return NO if interval[0] > most else UNKNOWN


def plain(number: float) -> str:
    """A number as a person writes it: no needless decimals.

    >>> plain(50.0), plain(18.2), plain(5 / 7)
    ('50', '18.2', '0.71')
    """
    if number == int(number):
        return str(int(number))
    return f"{number:.2f}".rstrip("0").rstrip(".") if number >= 0.01 else f"{number:.3g}"


def in_words(interval: Interval) -> str:
    """An interval as a person says it.

    >>> in_words((6, 7)), in_words((8, inf)), in_words((0, 3)), in_words((4, 4)), in_words((0, inf))
    ('6 to 7', 'at least 8', 'at most 3', '4', 'an unknown number of')
    """
    low, high = interval
    if low == high:
        return plain(low)
    if high == inf:
        return f"at least {plain(low)}" if low else "an unknown number of"
    return f"{plain(low)} to {plain(high)}" if low else f"at most {plain(high)}"


def as_document(interval: Interval) -> dict[str, float]:
    """An interval as the report writes it: `{"min": a, "max": b}`, both ends finite."""
    return {"min": interval[0], "max": interval[1]}
