"""ECT as the staging models read it."""

from __future__ import annotations

from typing import Final

from trd.facts import History, Procedure
from trd.intervals import at_least, below
from trd.verdicts import NO, UNKNOWN, YES, Verdict, all_of, any_of

LEAST_SESSIONS: Final = 6
RESPONSE_PERCENT: Final = 50

_BILATERAL: Final[dict[str, Verdict]] = {"bilateral": YES, "unilateral": NO, "unknown": UNKNOWN}


def in_episode(history: History) -> Verdict:
    """Whether ECT was given in the current episode."""
    return any_of([each.in_current_episode for each in _courses(history)])


def without_benefit(history: History, *, bilateral: bool) -> Verdict:
    """Whether a course in the current episode of at least 6 sessions gave below 50 percent improvement; of bilateral courses only, where asked."""
    return any_of([_without_benefit(each, bilateral) for each in _courses(history)])


def _courses(history: History) -> list[Procedure]:
    return [each for each in history.procedures if each.kind == "ect"]


def _without_benefit(course: Procedure, bilateral: bool) -> Verdict:
    sessions, best = course.sessions, course.improvement_percent
    return all_of(
        (
            course.in_current_episode,
            _BILATERAL[course.laterality] if bilateral else YES,
            at_least(sessions, LEAST_SESSIONS) if sessions else UNKNOWN,
            below(best, RESPONSE_PERCENT) if best else UNKNOWN,
        )
    )


def points(verdict: Verdict, worth: int) -> tuple[int, int]:
    """A verdict as an interval of points.

    >>> points("yes", 3), points("unknown", 3), points("no", 3)
    ((3, 3), (0, 3), (0, 0))
    """
    return (worth if verdict == YES else 0), (0 if verdict == NO else worth)
