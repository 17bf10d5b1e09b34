"""Facts of a history that cannot stand together, or that look like a slip: to be asked about, never corrected."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from itertools import combinations
from typing import Any, Final

from trd.dates import weeks_between, years_before
from trd.facts import History, Trial
from trd.intervals import in_words, plain
from trd.rules import Rules
from trd.search import ingredient_named

Contradiction = dict[str, Any]
_Found = Iterator[tuple[str, list[Trial], str, str]]


def find(history: History, rules: Rules) -> list[Contradiction]:
    """Every contradiction found, in a fixed order of kinds and in the history's order within one."""
    return [
        {"code": code, "trials": [trial.id for trial in trials], "place": trials[0].place, "because": because, "source": source}
        for check in _CHECKS
        for code, trials, because, source in check(history, rules)
    ]


def _dose_too_high(history: History, rules: Rules) -> _Found:
    for trial in history.trials:
        top = trial.agent.highest if trial.agent else None
        dose = trial.max_daily_dose_mg
        if top and dose and dose[0] > top.mg:
            because = f"{plain(dose[0])} mg a day is above the highest dose its sources name, {plain(top.mg)} mg ({top.source}, {top.status}): is the unit right?"
            yield "dose_above_highest", [trial], because, "us_labels"


def _weeks_beyond_all(history: History, rules: Rules) -> _Found:
    for trial in history.trials:
        total = trial.weeks_total
        if total and any(row.weeks[0] > total[1] for row in trial.weeks_at_or_above):
            because = f"More weeks at one dose than the {plain(total[1])} weeks in all"
            yield "weeks_exceed_total", [trial], because, "contract"


def _rows_at_odds(history: History, rules: Rules) -> _Found:
    for trial in history.trials:
        dose = trial.max_daily_dose_mg
        if dose and any(row.mg[0] > dose[1] and row.weeks[0] > 0 for row in trial.weeks_at_or_above):
            because = f"Weeks are given at a dose above the highest one, {plain(dose[1])} mg a day"
            yield "weeks_above_highest_dose", [trial], because, "contract"


def _dates_against_weeks(history: History, rules: Rules) -> _Found:
    for trial in history.trials:
        total = trial.weeks_total
        if not (total and trial.start and trial.stop):
            continue
        shortest, longest = weeks_between(trial.start, trial.stop)
        if total[0] > longest + 1 or total[1] < shortest - 1:
            because = f"The dates allow {in_words((shortest, longest))} weeks, but {in_words(total)} are given"
            yield "dates_against_weeks", [trial], because, "contract"


def _outside_life(history: History, rules: Rules) -> _Found:
    age = history.age_years
    if age is None:
        return
    # The earliest birthday an age allows: one who is 46 was born less than 47 years ago.
    born = years_before(history.as_of, int(age[1]) + 1) + timedelta(days=1)
    for trial in history.trials:
        known = trial.start or trial.stop
        if known and known[1] < born:
            yield "outside_life", [trial], "It was taken before the person was born", "contract"


def _episode_against_dates(history: History, rules: Rules) -> _Found:
    episode = history.episode_start
    for trial in history.trials:
        said = trial.in_current_episode
        if episode and said == "yes" and trial.stop and trial.stop[1] < episode[0]:
            because = "It was said to belong to the current episode, but was stopped before that began"
            yield "episode_against_dates", [trial], because, "contract"


def _overlapping(history: History, rules: Rules) -> _Found:
    for first, second in _pairs(history, lambda trial: trial.ingredient):
        if _surely_overlap(first, second):
            because = f"Two trials of {first.ingredient} at one time: are they one?"
            yield "overlapping_trials", [first, second], because, "contract"


def _surely_overlap(first: Trial, second: Trial) -> bool:
    if not (first.start and first.stop and second.start and second.stop):
        return False
    return first.start[1] < second.stop[0] and second.start[1] < first.stop[0]


def _two_names(history: History, rules: Rules) -> _Found:
    def named(trial: Trial) -> str:
        return trial.ingredient if trial.agent else ingredient_named(trial.name, rules)

    for first, second in _pairs(history, named):
        if first.agent is None or second.agent is None:
            because = "A brand and its generic may be listed as two medicines: are they one?"
            yield "one_medicine_under_two_names", [first, second], because, "contract"


def _pairs(history: History, key: Callable[[Trial], str]) -> Iterator[tuple[Trial, Trial]]:
    """Pairs of trials of one key, in the history's order; bounded within a key, so that a long list stays linear."""
    groups: dict[str, list[Trial]] = {}
    for trial in history.trials:
        groups.setdefault(key(trial), []).append(trial)
    for name, group in groups.items():
        if name:
            yield from combinations(group[:_MOST_OF_ONE], 2)


_MOST_OF_ONE: Final = 20

_CHECKS: Final = (
    _dose_too_high,
    _weeks_beyond_all,
    _rows_at_odds,
    _dates_against_weeks,
    _outside_life,
    _episode_against_dates,
    _overlapping,
    _two_names,
)
