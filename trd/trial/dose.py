"""Whether the highest daily dose reached the floor."""

from __future__ import annotations

from math import inf

from trd.catalogue import Figure
from trd.facts import History, Trial
from trd.intervals import Interval, at_least, in_words, plain
from trd.trial.judged import Judge, Judged
from trd.verdicts import NO, UNKNOWN, YES, Verdict


def highest(trial: Trial) -> Interval | None:
    """The highest daily dose in mg: as said, else at least the largest dose that was surely taken for some weeks."""
    if trial.max_daily_dose_mg is not None:
        return trial.max_daily_dose_mg
    taken = [row.mg[0] for row in trial.weeks_at_or_above if row.weeks[0] > 0]
    return (max(taken), inf) if taken else None


def floor_of(trial: Trial, name: str) -> Figure | None:
    """The trial's floor in mg a day; unknown (None) for an agent outside the catalogue or a blank one."""
    return trial.agent.floors[name] if trial.agent else None


def reached(trial: Trial, floor: Figure | None) -> Verdict:
    """Whether the highest dose is at or above the floor."""
    dose = highest(trial)
    return UNKNOWN if floor is None or dose is None else at_least(dose, floor.mg)


def by(name: str, label: str) -> Judge:
    """The test for one floor; `label` is how the floor is called in a sentence."""

    def judge(trial: Trial, history: History) -> Judged:
        floor = floor_of(trial, name)
        field = "weeks_at_or_above" if _said_by_weeks(trial) else "max_daily_dose_mg"
        if floor is None:
            return UNKNOWN, f"No {label} floor is known for {trial.name}, so its dose cannot be judged", field
        verdict = reached(trial, floor)
        return verdict, _sentence(verdict, highest(trial), floor, label), field

    return judge


def _said_by_weeks(trial: Trial) -> bool:
    return trial.max_daily_dose_mg is None and bool(trial.weeks_at_or_above)


def _sentence(verdict: Verdict, dose: Interval | None, floor: Figure, label: str) -> str:
    line = f"the {plain(floor.mg)} mg floor ({label}, {floor.status})"
    if dose is None:
        return f"The highest dose is not known; it is held against {line}"
    return f"{_amount(dose)} mg a day {_WORDS[verdict]} {line}"


def _amount(dose: Interval) -> str:
    return "Some" if dose == (0, inf) else in_words(dose).capitalize()


_WORDS = {YES: "is at or above", NO: "is below", UNKNOWN: "may or may not reach"}
