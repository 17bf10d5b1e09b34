"""MGH-S (Petersen 2005) without its optimisation points, as an interval."""

from __future__ import annotations

from typing import Any, Final

from trd.facts import History
from trd.intervals import Interval, as_document
from trd.staging import ect
from trd.staging.augmentation import Augmented

SOURCES: Final = ["petersen_2005"]
NOTE: Final = (
    "MGH-S without optimisation points: the original adds half a point for each dose that was optimised, and 3 for any failed ECT course."
)

_A_FAILURE: Final = 1.0
_AN_AUGMENTATION: Final = 0.5
_ECT: Final = 3


def stage(history: History, failed: Interval, augmented: Augmented) -> dict[str, Any]:
    """One point a failed ingredient, half a point an augmenting one, 3 once for ECT without benefit."""
    shock = ect.points(ect.without_benefit(history, bilateral=False), _ECT)
    low, high = (failed[end] * _A_FAILURE + len(augmented[end]) * _AN_AUGMENTATION + shock[end] for end in (0, 1))
    return {"score": as_document((low, high)), "note": NOTE, "sources": SOURCES}
