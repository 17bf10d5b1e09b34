"""Which ingredients augmented another in the current episode."""

from __future__ import annotations

from collections.abc import Sequence

from trd.facts import History, Trial
from trd.trial.counting import JudgedTrial
from trd.verdicts import NO, YES, all_of

# Surely and possibly, as sets of ingredients; the first lies within the second.
Augmented = tuple[frozenset[str], frozenset[str]]


def ingredients(history: History, judged: Sequence[JudgedTrial]) -> Augmented:
    """Ingredients of trials that augment another or are of an augmenter, taken for depression in the current episode."""
    verdicts = [(each.trial.ingredient, _augmented(each)) for each in judged if _is_added(each.trial)]
    return (
        frozenset(ingredient for ingredient, verdict in verdicts if verdict == YES),
        frozenset(ingredient for ingredient, verdict in verdicts if verdict != NO),
    )


def _is_added(trial: Trial) -> bool:
    return trial.augments is not None or trial.role == "augmenter"


def _augmented(judged: JudgedTrial) -> str:
    tests = judged.under["staging"].tests
    return all_of((tests["for_depression"], tests["in_scope"]))
