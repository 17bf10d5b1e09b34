"""Kleene's strong three-valued logic: every test answers yes, no or unknown."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, Literal

Verdict = Literal["yes", "no", "unknown"]

YES: Final = "yes"
NO: Final = "no"
UNKNOWN: Final = "unknown"


def all_of(verdicts: Collection[Verdict]) -> Verdict:
    """Whether all hold; one no settles it, however much is missing.

    >>> all_of(["yes", "unknown", "no"]), all_of(["yes", "unknown"]), all_of([])
    ('no', 'unknown', 'yes')
    """
    if NO in verdicts:
        return NO
    return UNKNOWN if UNKNOWN in verdicts else YES


def any_of(verdicts: Collection[Verdict]) -> Verdict:
    """Whether any holds; one yes settles it, however much is missing.

    >>> any_of(["no", "unknown", "yes"]), any_of(["no", "unknown"]), any_of([])
    ('yes', 'unknown', 'no')
    """
    if YES in verdicts:
        return YES
    return UNKNOWN if UNKNOWN in verdicts else NO
