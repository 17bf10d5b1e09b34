"""A profile's conclusion from its trials."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from trd.facts import History
from trd.intervals import Interval
from trd.profiles import Profile
from trd.trial.counting import JudgedTrial
from trd.verdicts import NO, YES

Conclusion = Literal["met", "not_met", "undetermined", "excluded", "out_of_scope"]

ADULT_AGE_YEARS = 18


@dataclass(slots=True)
class Count:
    """Distinct ingredients and classes among the trials that surely count, and among those that possibly do."""

    ingredients: frozenset[str]
    possible_ingredients: frozenset[str]
    drug_classes: frozenset[str]
    possible_classes: frozenset[str]

    @property
    def failed(self) -> Interval:
        """`failed_trials`: trials of one ingredient are one."""
        return len(self.ingredients), len(self.possible_ingredients)

    @property
    def classes(self) -> Interval:
        """Distinct classes, surely and possibly."""
        return len(self.drug_classes), len(self.possible_classes)


def count(judged: Sequence[JudgedTrial], profile: str) -> Count:
    """Count the trials under one profile."""
    sure = [each.trial for each in judged if each.under[profile].counts == YES]
    possible = [each.trial for each in judged if each.under[profile].counts != NO]
    return Count(
        frozenset(trial.ingredient for trial in sure),
        frozenset(trial.ingredient for trial in possible),
        frozenset(trial.drug_class for trial in sure),
        frozenset(trial.drug_class for trial in possible),
    )


def conclude(history: History, profile: Profile, counted: Count) -> Conclusion:
    """The conclusion, in the order of the contract: age, exclusions, then the count."""
    if history.age_years is not None and history.age_years[1] < ADULT_AGE_YEARS:
        return "out_of_scope"
    if any(history.condition(name) == YES for name in profile.excludes):
        return "excluded"
    if counted.failed[0] >= profile.min_trials and counted.classes[0] >= profile.min_classes:
        return "met"
    if counted.failed[1] < profile.min_trials or counted.classes[1] < profile.min_classes:
        return "not_met"
    return "undetermined"
