"""A profile's conclusion in words that a clinician can repeat: what the history meets, never what a person has."""

from __future__ import annotations

from typing import Final

from trd.conclusion import Conclusion, Count
from trd.intervals import in_words
from trd.profiles import Profile

_DISORDERS: Final = {"bipolar": "bipolar disorder"}
CONFIRM: Final = "a clinician confirms diagnosis, dose, duration and adherence"


def of_profile(profile: Profile, conclusion: Conclusion, counted: Count, excluded_by: list[str]) -> str:
    """The profile's sentence, with the count beside whatever the conclusion is."""
    beside = f"{_count(counted)}, where {_asked(profile)} asked"
    if conclusion == "out_of_scope":
        return f"The person is below 18 and this rule reads adults. Beside it: {beside}"
    if conclusion == "excluded":
        return f"Check the diagnosis first: {_named(excluded_by)}. Beside it: {beside}"
    return f"{_capital(beside)}. {_CONCLUDED[conclusion].format(profile.name)}{_besides(profile, conclusion)}"


_CONCLUDED: Final = {
    "met": f"The history meets the count used by {{}}; {CONFIRM}",
    "not_met": "The history does not meet the count used by {}",
    "undetermined": "Whether the history meets the count used by {} hangs on what is not known",
}


def _besides(profile: Profile, conclusion: Conclusion) -> str:
    further = len(profile.other_requirements)
    if profile.kind != "coverage" or not further or conclusion != "met":
        return ""
    return f". Trial count met; {further} further requirement{'' if further == 1 else 's'} not checked here"


def _count(counted: Count) -> str:
    failed, classes = in_words(counted.failed), in_words(counted.classes)
    return f"{failed} medicine{'' if failed == '1' else 's'} tried enough without enough benefit, of {classes} class{'' if classes == '1' else 'es'}"


def _asked(profile: Profile) -> str:
    classes = f" of {profile.min_classes} classes" if profile.min_classes > 1 else ""
    return f"{profile.min_trials}{classes} {'is' if profile.min_trials == 1 else 'are'}"


def _named(conditions: list[str]) -> str:
    return f"{' and '.join(_DISORDERS.get(name, name.replace('_', ' ')) for name in conditions)} answered yes"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def of_caveat(condition: str, because: str) -> str:
    """A caveat in words."""
    name = _DISORDERS.get(condition, condition.replace("_", " "))
    if because == "unknown":
        return "Whether the person is an adult is not known" if condition == "age" else f"{_capital(name)} is not ruled out"
    return f"That there is no {name} is said, but no clinician has confirmed it"
