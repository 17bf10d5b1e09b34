"""Weeks at or above the floor, from every way a person can say them; sertraline's label floor is 50 mg, the rule asks 4 weeks."""

from __future__ import annotations

from math import inf
from typing import Any

import pytest

from tests.trd.build import AS_OF, history, trial, verdict
from tests.trd.tables import each_of
from trd import shipped
from trd.reading import read
from trd.trial.dose import floor_of
from trd.trial.duration import at_floor, in_all

NOTHING = {"max_daily_dose_mg": 100, "weeks_at_max_dose": None, "weeks_total": None, "start": None, "stop": None}


def rows(*pairs: tuple[Any, Any]) -> list[dict[str, Any]]:
    """Rows of weeks at a dose or more."""
    return [{"mg": mg, "weeks": weeks} for mg, weeks in pairs]


def facts(said: dict[str, Any]) -> Any:
    """The history and its one trial as facts."""
    read_history = read(history(trial(**NOTHING | said)), shipped().catalogue)
    return read_history.trials[0], read_history


IN_ALL: list[tuple[str, dict[str, Any], float, float]] = [
    ("nothing known", {}, 0, inf),
    ("weeks said", {"weeks_total": 6}, 6, 6),
    ("weeks said as an interval", {"weeks_total": {"min": 6, "max": 8}}, 6, 8),
    ("weeks said stand before the dates", {"weeks_total": 6, "start": "2026-01-01", "stop": "2026-03-01"}, 6, 6),
    ("at least six said, with dates", {"weeks_total": {"min": 6}, "start": "2026-01-01", "stop": "2026-03-01"}, 6, inf),
    ("28 days by full dates", {"start": "2026-01-01", "stop": "2026-01-29"}, 4, 4),
    ("27 days by full dates", {"start": "2026-01-01", "stop": "2026-01-28"}, 27 / 7, 27 / 7),
    ("one day", {"start": "2026-01-01", "stop": "2026-01-01"}, 0, 0),
    ("two months by name", {"start": "2026-01", "stop": "2026-03"}, 29 / 7, 89 / 7),
    ("one month by name", {"start": "2026-01", "stop": "2026-01"}, 0, 30 / 7),
    ("one year by name", {"start": "2025", "stop": "2025"}, 0, 364 / 7),
    ("this month up to today", {"start": "2026-11", "stop": "2026-11"}, 0, 19 / 7),
    ("a stop in the month of the start", {"start": "2026-01-20", "stop": "2026-01"}, 0, 11 / 7),
    ("only the start known", {"start": "2026-10-23"}, 0, 4),
    ("only the start's month known", {"start": "2026-10"}, 0, 50 / 7),
    ("only the stop known", {"stop": "2026-10-23"}, 0, inf),
    ("still taken since a day", {"start": "2026-10-23", "stopped_because": ["still_taking"]}, 4, 4),
    ("still taken since a month", {"start": "2026-10", "stopped_because": ["still_taking"]}, 20 / 7, 50 / 7),
    ("still taken, start not known", {"stopped_because": ["still_taking"]}, 0, inf),
]


@each_of(IN_ALL)
def test_weeks_in_all(reason: str, said: dict[str, Any], low: float, high: float) -> None:
    assert AS_OF == "2026-11-20"
    assert in_all(*facts(said)) == (low, high)


AT_FLOOR: list[tuple[str, dict[str, Any], float, float, str, str]] = [
    ("nothing but the dose", {}, 0, inf, "weeks_at_max_dose", "start"),
    ("weeks at the top are a low end", {"weeks_at_max_dose": 6}, 6, inf, "weeks_at_max_dose", "start"),
    ("weeks in all are a high end", {"weeks_total": 6}, 0, 6, "weeks_at_max_dose", "weeks_total"),
    ("top and all", {"weeks_at_max_dose": 3, "weeks_total": 6}, 3, 6, "weeks_at_max_dose", "weeks_total"),
    ("an interval at the top", {"weeks_at_max_dose": {"min": 3, "max": 5}, "weeks_total": 6}, 3, 6, "weeks_at_max_dose", "weeks_total"),
    ("at most five at the top", {"weeks_at_max_dose": {"max": 5}, "weeks_total": 6}, 0, 6, "weeks_at_max_dose", "weeks_total"),
    ("at the floor exactly, the top is the floor", {"max_daily_dose_mg": 50, "weeks_at_max_dose": 5, "weeks_total": 9}, 5, 5, "weeks_at_max_dose", "weeks_at_max_dose"),
    ("at the floor, five to six", {"max_daily_dose_mg": 50, "weeks_at_max_dose": {"min": 5, "max": 6}, "weeks_total": 9}, 5, 6, "weeks_at_max_dose", "weeks_at_max_dose"),
    ("at the floor, at least five", {"max_daily_dose_mg": 50, "weeks_at_max_dose": {"min": 5}, "weeks_total": 9}, 5, 9, "weeks_at_max_dose", "weeks_total"),
    ("perhaps at the floor", {"max_daily_dose_mg": {"min": 50, "max": 60}, "weeks_at_max_dose": 5, "weeks_total": 9}, 5, 9, "weeks_at_max_dose", "weeks_total"),
    ("one milligram over the floor", {"max_daily_dose_mg": 51, "weeks_at_max_dose": 5, "weeks_total": 9}, 5, 9, "weeks_at_max_dose", "weeks_total"),
    ("under the floor", {"max_daily_dose_mg": 49, "weeks_at_max_dose": 5, "weeks_total": 9}, 0, 0, "max_daily_dose_mg", "max_daily_dose_mg"),
    ("dose not known", {"max_daily_dose_mg": None, "weeks_at_max_dose": 5, "weeks_total": 9}, 0, 9, "weeks_at_max_dose", "weeks_total"),
    ("dose across the floor", {"max_daily_dose_mg": {"min": 25, "max": 75}, "weeks_at_max_dose": 5, "weeks_total": 9}, 0, 9, "weeks_at_max_dose", "weeks_total"),
    ("a row at the floor is both ends", {"weeks_at_or_above": rows((50, 5)), "weeks_total": 9}, 5, 5, "weeks_at_or_above", "weeks_at_or_above"),
    ("a row above is a low end", {"weeks_at_or_above": rows((75, 5)), "weeks_total": 9}, 5, 9, "weeks_at_or_above", "weeks_total"),
    ("a row below is a high end", {"weeks_at_or_above": rows((25, 5)), "weeks_total": 9}, 0, 5, "weeks_at_max_dose", "weeks_at_or_above"),
    ("a row one milligram above", {"weeks_at_or_above": rows((51, 5)), "weeks_total": 9}, 5, 9, "weeks_at_or_above", "weeks_total"),
    ("a row one milligram below", {"weeks_at_or_above": rows((49, 5)), "weeks_total": 9}, 0, 5, "weeks_at_max_dose", "weeks_at_or_above"),
    ("a row about the floor says neither", {"weeks_at_or_above": rows(({"min": 25, "max": 75}, 5)), "weeks_total": 9}, 0, 9, "weeks_at_max_dose", "weeks_total"),
    ("a row from the floor up is a low end", {"weeks_at_or_above": rows(({"min": 50, "max": 75}, 5)), "weeks_total": 9}, 5, 9, "weeks_at_or_above", "weeks_total"),
    ("a row up to the floor is a high end", {"weeks_at_or_above": rows(({"min": 25, "max": 50}, 5)), "weeks_total": 9}, 0, 5, "weeks_at_max_dose", "weeks_at_or_above"),
    ("a row without a dose says nothing", {"weeks_at_or_above": rows((None, 5)), "weeks_total": 9}, 0, 9, "weeks_at_max_dose", "weeks_total"),
    ("a row without weeks says nothing", {"weeks_at_or_above": rows((50, None)), "weeks_total": 9}, 0, 9, "weeks_at_max_dose", "weeks_total"),
    ("the largest of two low ends", {"weeks_at_or_above": rows((100, 3), (75, 5)), "weeks_total": 9}, 5, 9, "weeks_at_or_above", "weeks_total"),
    ("the smallest of two high ends", {"weeks_at_or_above": rows((10, 7), (25, 5)), "weeks_total": 9}, 0, 5, "weeks_at_max_dose", "weeks_at_or_above"),
    ("the top beats a smaller row", {"weeks_at_max_dose": 6, "weeks_at_or_above": rows((75, 5)), "weeks_total": 9}, 6, 9, "weeks_at_max_dose", "weeks_total"),
    ("a row beats a smaller top", {"weeks_at_max_dose": 4, "weeks_at_or_above": rows((75, 5)), "weeks_total": 9}, 5, 9, "weeks_at_or_above", "weeks_total"),
    ("a row of more weeks than all is no high end", {"weeks_at_or_above": rows((25, 12)), "weeks_total": 9}, 0, 9, "weeks_at_max_dose", "weeks_total"),
    ("a low end above the high end is lowered to it", {"weeks_at_max_dose": 8, "weeks_at_or_above": rows((25, 3)), "weeks_total": 9}, 3, 3, "weeks_at_max_dose", "weeks_at_or_above"),
    ("dose from a row, and its weeks", {"max_daily_dose_mg": None, "weeks_at_or_above": rows((50, 5)), "weeks_total": 9}, 5, 5, "weeks_at_or_above", "weeks_at_or_above"),
    ("dose from a row below the floor is open", {"max_daily_dose_mg": None, "weeks_at_or_above": rows((25, 5)), "weeks_total": 9}, 0, 5, "weeks_at_max_dose", "weeks_at_or_above"),
    ("a dose from a row is never exactly the floor", {"max_daily_dose_mg": None, "weeks_at_max_dose": 2, "weeks_at_or_above": rows((50, {"min": 1})), "weeks_total": 9}, 2, 9, "weeks_at_max_dose", "weeks_total"),
    ("a row as an interval gives each end its own", {"weeks_at_or_above": rows((50, {"min": 5, "max": 8})), "weeks_total": 9}, 5, 8, "weeks_at_or_above", "weeks_at_or_above"),
    ("a row of as many weeks as in all leaves the end to them", {"weeks_at_or_above": rows((25, 9)), "weeks_total": 9}, 0, 9, "weeks_at_max_dose", "weeks_total"),
    ("as many weeks at the floor as in all leave the end to them", {"max_daily_dose_mg": 50, "weeks_at_max_dose": 9, "weeks_total": 9}, 9, 9, "weeks_at_max_dose", "weeks_total"),
    ("high end by dates", {"start": "2026-01-01", "stop": "2026-02-12"}, 0, 6, "weeks_at_max_dose", "start"),
]  # fmt: skip


@each_of(AT_FLOOR)
def test_weeks_at_the_floor(reason: str, said: dict[str, Any], low: float, high: float, low_field: str, high_field: str) -> None:
    one, whole = facts(said)
    assert at_floor(one, whole, floor_of(one, "label")) == ((low, high), low_field, high_field)


BLANK: list[tuple[str, dict[str, Any], str]] = [
    ("too short in all", {"weeks_total": 3}, "no"),
    ("long enough in all", {"weeks_total": 30}, "unknown"),
    ("a row says nothing without a floor", {"weeks_total": 30, "weeks_at_or_above": rows((1, 2))}, "unknown"),
    ("the top says nothing without a floor", {"weeks_total": 30, "weeks_at_max_dose": 20}, "unknown"),
    ("too short by dates", {"start": "2026-01-01", "stop": "2026-01-20"}, "no"),
]


@pytest.mark.parametrize(("reason", "said", "expected"), BLANK, ids=[case[0] for case in BLANK])
@pytest.mark.parametrize("agent", ["bupropion-hbr-xl", {"other": "x", "role": "antidepressant"}])
def test_without_a_floor_only_the_weeks_in_all_say_anything(agent: Any, reason: str, said: dict[str, Any], expected: str) -> None:
    assert verdict("consensus", "duration", trial_said=trial(agent=agent, **NOTHING | said)) == expected
