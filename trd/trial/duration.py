"""Whether the weeks at or above the floor are enough."""

from __future__ import annotations

from math import inf
from typing import Final

from trd.catalogue import Figure
from trd.dates import weeks_between
from trd.facts import History, Trial
from trd.intervals import Interval, at_least, in_words, plain
from trd.trial.dose import floor_of, highest, reached
from trd.trial.judged import Judge, Judged
from trd.verdicts import NO, YES

_TOTAL: Final = "weeks_total"
_AT_MAX: Final = "weeks_at_max_dose"
_ROWS: Final = "weeks_at_or_above"


def in_all(trial: Trial, history: History) -> Interval:
    """Weeks in all: as said, else by the dates, else without limit."""
    if trial.weeks_total is not None:
        return trial.weeks_total
    if trial.start is None:
        return 0, inf
    if trial.stop is None:
        return 0, weeks_between(trial.start, (history.as_of, history.as_of))[1]
    return weeks_between(trial.start, trial.stop)


def at_floor(trial: Trial, history: History, floor: Figure | None) -> tuple[Interval, str, str]:
    """Weeks at or above the floor, with the fields that gave the low and the high end.

    The floor may have been passed before the highest dose was reached, so weeks at the highest dose are a low end only.
    """
    high, high_field = in_all(trial, history)[1], _TOTAL if trial.weeks_total is not None else "start"
    if floor is None:
        return (0, high), _AT_MAX, high_field
    verdict = reached(trial, floor)
    if verdict == NO:
        return (0, 0), "max_daily_dose_mg", "max_daily_dose_mg"
    high, high_field = _high(trial, floor.mg, high, high_field)
    low, low_field = least_weeks(trial, floor.mg) if verdict == YES else (0, _AT_MAX)
    return (min(low, high), high), low_field, high_field


def least_weeks(trial: Trial, mg: float) -> tuple[float, str]:
    """The low end of the weeks at or above a floor that was surely reached, with the field that gives it."""
    low, field = trial.weeks_at_max_dose[0] if trial.weeks_at_max_dose else 0, _AT_MAX
    for row in trial.weeks_at_or_above:
        if row.mg[0] >= mg and row.weeks[0] > low:
            low, field = row.weeks[0], _ROWS
    return low, field


def _high(trial: Trial, mg: float, high: float, field: str) -> tuple[float, str]:
    for row in trial.weeks_at_or_above:
        if row.mg[1] <= mg and row.weeks[1] < high:
            high, field = row.weeks[1], _ROWS
    at_max = trial.weeks_at_max_dose
    if at_max and at_max[1] < high and highest(trial) == (mg, mg):
        return at_max[1], _AT_MAX
    return high, field


def by(name: str, label: str, min_weeks: float) -> Judge:
    """The test for one floor and one least number of weeks."""
    asked = f"at least {plain(min_weeks)} are asked at or above the {label} floor"

    def judge(trial: Trial, history: History) -> Judged:
        floor = floor_of(trial, name)
        weeks, low_field, high_field = at_floor(trial, history, floor)
        verdict = at_least(weeks, min_weeks)
        field = high_field if verdict == NO else low_field
        return verdict, f"{_weeks(weeks, floor, label)}; {asked}", field

    return judge


def _weeks(weeks: Interval, floor: Figure | None, label: str) -> str:
    if floor is None:
        return f"No {label} floor is known, and the medicine was taken for {in_words(weeks)} weeks in all"
    if weeks == (0, inf):
        return f"The weeks at or above {plain(floor.mg)} mg are not known"
    return f"{in_words(weeks).capitalize()} weeks at or above {plain(floor.mg)} mg ({label}, {floor.status})"
