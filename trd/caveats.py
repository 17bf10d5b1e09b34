"""What a conclusion rests on that nobody has confirmed."""

from __future__ import annotations

from trd.conclusion import ADULT_AGE_YEARS
from trd.facts import History
from trd.profiles import Profile
from trd.verdicts import NO, UNKNOWN

Caveat = dict[str, str]


def of(history: History, profile: Profile) -> list[Caveat]:
    """Each excluding condition that is unknown or not confirmed by a clinician, in the profile's order, age last."""
    found = [_caveat(history, name) for name in profile.excludes]
    if _age_unknown(history):
        found.append({"condition": "age", "because": "unknown"})
    return [caveat for caveat in found if caveat]


def _caveat(history: History, name: str) -> Caveat:
    said = history.condition(name)
    if said == UNKNOWN:
        return {"condition": name, "because": "unknown"}
    if said == NO and name not in history.confirmed:
        return {"condition": name, "because": "not_confirmed"}
    return {}


def _age_unknown(history: History) -> bool:
    age = history.age_years
    return age is None or age[0] < ADULT_AGE_YEARS <= age[1]
