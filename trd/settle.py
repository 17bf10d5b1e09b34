"""Which missing facts would settle an undetermined conclusion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from trd.profiles import Profile
from trd.trial.counting import JudgedTrial
from trd.verdicts import UNKNOWN

_MISSING: Final = {
    "is_antidepressant": "agent",
    "for_depression": "purposes",
    "dose": "max_daily_dose_mg",
    "duration": "weeks_at_or_above",
    "adherence": "adherence",
    "failed": "improvement_percent",
    "in_scope": "in_current_episode",
    "intolerance": "stopped_because",
}
_BY_FLOOR: Final = frozenset({"dose", "duration"})

Asked = tuple[JudgedTrial, str]


def unknown_tests(judged: JudgedTrial, profile: str) -> list[str]:
    """The unknown tests of a trial, in the order of the tests."""
    return [test for test, verdict in judged.under[profile].tests.items() if verdict == UNKNOWN]


def has_floor(judged: JudgedTrial, profile: Profile) -> bool:
    """Whether the trial's floor under this profile is known at all."""
    agent = judged.trial.agent
    return agent is not None and agent.floors[profile.floor] is not None


def missing(profile: Profile, test: str) -> str:
    """The field of the history that would answer a test."""
    return "stop" if test == "in_scope" and isinstance(profile.scope, int) else _MISSING[test]


def settle(judged: Sequence[JudgedTrial], profile: Profile) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """`would_settle` and `unknown_floors` of an undetermined conclusion.

    Trials with the fewest unknown tests come first, then the history's order; what hangs on a blank floor is asked of nobody.
    """
    asked: list[dict[str, str]] = []
    floors: list[dict[str, str]] = []
    for each, test in _open_tests(judged, profile):
        entry = {"trial": each.trial.id, "test": test}
        if test in _BY_FLOOR and not has_floor(each, profile):
            floors.append(entry)
        else:
            asked.append(entry | {"missing": missing(profile, test)})
    return asked, floors


def _open_tests(judged: Sequence[JudgedTrial], profile: Profile) -> Iterator[Asked]:
    open_ = [(unknown_tests(each, profile.id), each) for each in judged if each.under[profile.id].counts == UNKNOWN]
    for tests, each in sorted(open_, key=lambda entry: len(entry[0])):
        yield from ((each, test) for test in tests)
