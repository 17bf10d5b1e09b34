"""Where to look before calling it resistance, for the flag's profile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from trd.conclusion import Count
from trd.facts import History, Scale
from trd.profiles import Profile
from trd.trial.counting import JudgedTrial
from trd.verdicts import NO, UNKNOWN, YES

REMISSION_PHQ9: Final = 4
_BIPOLAR_HINTS: Final = frozenset({"lithium", "lamotrigine", "lurasidone"})
_PSEUDO: Final = "mcintyre_2023"

Confounder = dict[str, Any]


def find(history: History, judged: Sequence[JudgedTrial], profile: Profile, counted: Count) -> list[Confounder]:
    """Every confounder found, in the order of the contract; those of trials name the trials."""
    return [*_of_trials(judged, profile.id), *_of_the_case(history, counted)]


def _of_trials(judged: Sequence[JudgedTrial], profile: str) -> Iterator[Confounder]:
    own = [each for each in judged if each.trial.augments is None]
    for code, because, holds in _TRIAL_CHECKS:
        named = [each.trial.id for each in own if holds(each, each.under[profile].tests)]
        if named:
            yield {"code": code, "trials": named, "because": because, "source": _PSEUDO}


_Check = Callable[[JudgedTrial, dict[str, Any]], bool]

_TRIAL_CHECKS: Final[tuple[tuple[str, str, _Check], ...]] = (
    (
        "dose_below_floor",
        "The highest dose stayed below the floor",
        lambda each, tests: tests["dose"] == NO,
    ),
    (
        "too_short",
        "The dose was not kept long enough",
        lambda each, tests: tests["duration"] == NO != tests["dose"],
    ),
    (
        "low_adherence",
        "It was taken about half the days or rarely",
        lambda each, tests: each.trial.adherence in ("about_half", "rarely"),
    ),
    (
        "stopped_for_side_effects",
        "It was stopped for side effects, which is not the same as no benefit",
        lambda each, tests: "side_effects" in (each.trial.stopped_because or ()),
    ),
    (
        "wore_off",
        "It helped and then stopped helping: a clinician decides whether it failed",
        lambda each, tests: each.trial.wore_off == YES,
    ),
    (
        "sleep_or_pain_use",
        "It was taken for sleep or pain",
        lambda each, tests: bool(each.trial.purposes & {"sleep", "pain"}),
    ),
    (
        "facts_missing",
        "Some facts of the trial are not known",
        lambda each, tests: UNKNOWN in tests.values(),
    ),
)


def _of_the_case(history: History, counted: Count) -> Iterator[Confounder]:
    for code, because, source, holds in (
        (
            "same_class_only",
            "All possible failures are of one class",
            "contract",
            counted.failed[1] >= 2 and counted.classes[1] == 1,
        ),
        ("bipolar_not_excluded", _bipolar_words(history), _PSEUDO, bool(_bipolar_words(history))),
        (
            "psychosis_not_excluded",
            "Psychosis, now or before, is not ruled out by a clinician",
            _PSEUDO,
            _psychosis_open(history),
        ),
        (
            "substance_use",
            "Substance use is not answered no",
            _PSEUDO,
            history.condition("substance_use") != NO,
        ),
        (
            "no_psychotherapy",
            "No psychotherapy is recorded",
            "canmat_2023",
            all(each.kind != "psychotherapy" for each in history.procedures),
        ),
        (
            "not_currently_depressed",
            f"The latest PHQ-9 is {REMISSION_PHQ9} or below",
            "canmat_2023",
            _in_remission(history.scales),
        ),
    ):
        if holds:
            yield {"code": code, "trials": [], "because": because, "source": source}


def _bipolar_words(history: History) -> str:
    if history.condition("bipolar") != NO:
        return "Bipolar disorder is not answered no"
    if "bipolar" not in history.confirmed:
        return "That there is no bipolar disorder is said, but no clinician has confirmed it"
    hints = sorted({trial.ingredient for trial in history.trials} & _BIPOLAR_HINTS)
    return f"{' and '.join(hints)} in the history can hint at bipolar disorder" if hints else ""


def _psychosis_open(history: History) -> bool:
    return history.condition("psychosis") != NO or "psychosis" not in history.confirmed


def _in_remission(scales: Iterable[Scale]) -> bool:
    """Whether the latest PHQ-9 surely is 4 or below, whichever of the possibly latest ones it is."""
    scores = [each for each in scales if each.scale == "phq9"]
    latest = max((each.date[0] for each in scores if each.date), default=None)
    last = [each for each in scores if latest is None or each.date is None or each.date[1] >= latest]
    return bool(last) and all(each.score is not None and each.score[1] <= REMISSION_PHQ9 for each in last)
