"""The Maudsley Staging Method (Fekadu 2009, 2018) as an interval."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any, Final

from trd.dates import whole_months
from trd.facts import History
from trd.intervals import Interval, as_document
from trd.staging import ect
from trd.staging.augmentation import Augmented
from trd.verdicts import NO, UNKNOWN, YES

SOURCES: Final = ["fekadu_2009", "fekadu_2018"]
NOTE: Final = (
    "Months are whole months passed: 12 or fewer score 1, 13 to 24 score 2, more score 3 (the printed bins leave a gap). "
    "Failures are counted at the label floor for 6 weeks, since the inventory's own doses were not obtained."
)

# The most that still belongs to each score, from 1 up.
_MONTHS: Final = (12, 24)
_FAILURES: Final = (2, 4, 6, 10)
_SEVERITY: Final = {"subsyndromal": 1, "mild": 2, "moderate": 3, "severe": 4}
_BANDS: Final = (("mild", 3, 6), ("moderate", 7, 10), ("severe", 11, 15))


def stage(history: History, failed: Interval, augmented: Augmented) -> dict[str, Any]:
    """The score, 3 to 15, with its five parts and bands; `not_applicable` where no trial has possibly failed."""
    if failed[1] == 0:
        return {"status": "not_applicable", "because": "no trial counts as failed", "note": NOTE, "sources": SOURCES}
    parts = {
        "duration": _duration(history),
        "severity": _severity(history),
        "failures": (_bin(_FAILURES, max(1, failed[0])), _bin(_FAILURES, failed[1])),
        "augmentation": (int(bool(augmented[0])), int(bool(augmented[1]))),
        "ect": ect.points(ect.in_episode(history), 1),
    }
    score = sum(part[0] for part in parts.values()), sum(part[1] for part in parts.values())
    return {
        "status": "scored",
        "score": as_document(score),
        "bands": [name for name, low, high in _BANDS if score[0] <= high and score[1] >= low],
        "parts": {name: as_document(part) for name, part in parts.items()},
        "may_not_apply": failed[0] == 0,
        "note": NOTE,
        "sources": SOURCES,
    }


def _bin(limits: tuple[int, ...], number: float) -> int:
    return bisect_left(limits, number) + 1


def _duration(history: History) -> tuple[int, int]:
    start = history.episode_start
    if start is None:
        return 1, 3
    fewest, most = whole_months(start[1], history.as_of), whole_months(start[0], history.as_of)
    return _bin(_MONTHS, fewest), _bin(_MONTHS, most)


def _severity(history: History) -> tuple[int, int]:
    features, severity = history.psychotic_features, history.severity
    if severity is None:
        return (1, 4) if features == NO else (1, 5)
    if severity != "severe":
        return _SEVERITY[severity], _SEVERITY[severity]
    return {YES: (5, 5), UNKNOWN: (4, 5), NO: (4, 4)}[features]
