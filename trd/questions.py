"""The fewest facts that could change a conclusion, as questions a person can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from trd.conclusion import Conclusion, Count
from trd.intervals import plain
from trd.profiles import Profile
from trd.settle import has_floor, missing, unknown_tests
from trd.trial.counting import JudgedTrial
from trd.trial.dose import floor_of
from trd.trial.duration import least_weeks
from trd.verdicts import NO, UNKNOWN, YES

Question = dict[str, str]

_WORDS: Final = {
    "agent": "What kind of medicine is {}?",
    "purposes": "What did you take {} for?",
    "max_daily_dose_mg": "What was the highest dose of {} you took in a day?",
    "weeks_at_or_above": "For how many weeks did you take {} at {} mg a day or more?",
    "adherence": "How often did you take {} as it was prescribed?",
    "improvement_percent": "How much did {} help at best?",
    "in_current_episode": "Did you take {} during the depression you have now?",
    "stop": "When did you stop taking {}?",
    "stopped_because": "Why did you stop taking {}?",
}
_OTHERS: Final = {
    "current_episode": "Have you taken any other antidepressant during the depression you have now?",
    "lifetime": "Have you taken any other antidepressant at any time?",
}
_OTHERS_IN_YEARS: Final = "Have you taken any other antidepressant in the last {} years?"


def that_could_change(judged: Sequence[JudgedTrial], profile: Profile, conclusion: Conclusion, counted: Count) -> list[Question]:
    """Questions for a conclusion that is not met.

    Undetermined: the open facts of as few trials as the count still misses, the ones with fewest questions first. Not met: no open fact is
    enough, so the one question is for a trial that is not in the history. Other conclusions ask nothing.
    """
    if conclusion == "not_met":
        return [{"trial": "", "missing": "trials", "question": _others(profile)}]
    if conclusion != "undetermined":
        return []
    return [question for each in _fewest(judged, profile, counted) for question in _questions(each, profile)]


def _others(profile: Profile) -> str:
    if isinstance(profile.scope, int):
        return _OTHERS_IN_YEARS.format(profile.scope)
    return _OTHERS[profile.scope]


def _fewest(judged: Sequence[JudgedTrial], profile: Profile, counted: Count) -> list[JudgedTrial]:
    """As few trials as could complete the count, each of an ingredient not yet counted, new classes first where classes are asked."""
    needed = profile.min_trials - counted.failed[0]
    classes = profile.min_classes - counted.classes[0]
    chosen: list[JudgedTrial] = []
    candidates = [each for each in judged if _askable(each, profile, counted)]
    for each in sorted(candidates, key=lambda each: len(_fields(each, profile))):
        new_class = each.trial.drug_class not in counted.drug_classes | {other.trial.drug_class for other in chosen}
        if each.trial.ingredient in {other.trial.ingredient for other in chosen} or (classes >= needed and not new_class):
            continue
        if needed <= 0 and classes <= 0:
            break
        chosen.append(each)
        needed, classes = needed - 1, classes - new_class
    return chosen


def _askable(judged: JudgedTrial, profile: Profile, counted: Count) -> bool:
    open_ = judged.under[profile.id].counts == UNKNOWN and judged.trial.ingredient not in counted.ingredients
    return open_ and bool(_fields(judged, profile))


def _fields(judged: JudgedTrial, profile: Profile) -> list[str]:
    """The fewest fields whose answers could make the trial count; none where it hangs on a blank floor."""
    unknown = unknown_tests(judged, profile.id)
    tests = judged.under[profile.id].tests
    outer = [test for test in unknown if test in ("is_antidepressant", "for_depression", "in_scope")]
    spared = _spared(judged, profile, unknown)
    inner = [test for test in unknown if test in ("dose", "duration", "adherence", "failed") and test != spared]
    if tests["intolerance"] == YES:
        return _named(outer, profile)
    by_dose = NO not in (tests["dose"], tests["duration"], tests["adherence"], tests["failed"])
    ways = [_named(outer + inner, profile)] if by_dose and has_floor(judged, profile) else []
    if tests["intolerance"] == UNKNOWN:
        ways.append(_named([*outer, "intolerance"], profile))
    return min(ways, key=len, default=[])


def _spared(judged: JudgedTrial, profile: Profile, unknown: Sequence[str]) -> str:
    """Of an unknown dose and unknown weeks at it, the test that the answer to the other settles; empty where both must be asked."""
    floor = floor_of(judged.trial, profile.floor)
    if floor is None or not {"dose", "duration"} <= set(unknown):
        return ""
    if least_weeks(judged.trial, floor.mg)[0] >= profile.min_weeks:
        return "duration"
    # Weeks at the floor or more say that the floor was reached, where no highest dose says otherwise.
    return "dose" if judged.trial.max_daily_dose_mg is None else ""


def _named(tests: Iterable[str], profile: Profile) -> list[str]:
    return list(dict.fromkeys(missing(profile, test) for test in tests))


def _questions(judged: JudgedTrial, profile: Profile) -> list[Question]:
    trial = judged.trial
    name = trial.agent.ingredient if trial.agent else trial.name
    floor = floor_of(trial, profile.floor)
    dose = plain(floor.mg) if floor else ""
    return [{"trial": trial.id, "missing": field, "question": _WORDS[field].format(name, dose)} for field in _fields(judged, profile)]
