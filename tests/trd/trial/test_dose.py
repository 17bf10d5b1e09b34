"""The highest dose against the floor, from every way a person can say it; sertraline's label floor is 50 mg a day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import trial, verdict
from tests.trd.tables import each_of

ROW = {"mg": 50, "weeks": 7}

CASES: list[tuple[str, Any, Any, str]] = [
    ("exactly the floor", 50, None, "yes"),
    ("one milligram under", 49, None, "no"),
    ("a hundredth under", 49.99, None, "no"),
    ("one milligram over", 51, None, "yes"),
    ("not answered", None, None, "unknown"),
    ("an interval with neither end", {}, None, "unknown"),
    ("at least the floor", {"min": 50}, None, "yes"),
    ("at least less", {"min": 49}, None, "unknown"),
    ("at most the floor", {"max": 50}, None, "unknown"),
    ("at most less", {"max": 49}, None, "no"),
    ("from under to the floor", {"min": 25, "max": 50}, None, "unknown"),
    ("from the floor up", {"min": 50, "max": 100}, None, "yes"),
    ("wholly under", {"min": 25, "max": 49}, None, "no"),
    ("said dose stands before a row", 25, [ROW], "no"),
    ("weeks at the floor say it was reached", None, [ROW], "yes"),
    ("weeks above the floor say it was reached", None, [{"mg": 75, "weeks": 1}], "yes"),
    ("weeks under the floor leave it open", None, [{"mg": 49, "weeks": 7}], "unknown"),
    ("no weeks at the floor say nothing", None, [{"mg": 50, "weeks": 0}], "unknown"),
    ("perhaps no weeks say nothing", None, [{"mg": 50, "weeks": {"min": 0, "max": 7}}], "unknown"),
    ("surely a few days", None, [{"mg": 50, "weeks": {"min": 0.1}}], "yes"),
    ("weeks not answered say nothing", None, [{"mg": 50, "weeks": None}], "unknown"),
    ("the largest of two rows", None, [{"mg": 25, "weeks": 7}, {"mg": 50, "weeks": 2}], "yes"),
    ("the larger row has no weeks", None, [{"mg": 25, "weeks": 7}, {"mg": 50, "weeks": 0}], "unknown"),
    ("a row at 50 to 75 mg", None, [{"mg": {"min": 50, "max": 75}, "weeks": 2}], "yes"),
    ("a row at 25 to 75 mg", None, [{"mg": {"min": 25, "max": 75}, "weeks": 2}], "unknown"),
    ("a row at a dose not answered", None, [{"mg": None, "weeks": 2}], "unknown"),
    ("an empty list of rows", None, [], "unknown"),
]


@each_of(CASES)
def test_dose(reason: str, mg: Any, rows: Any, expected: str) -> None:
    said = trial(max_daily_dose_mg=mg, weeks_at_or_above=rows)
    assert verdict("consensus", "dose", trial_said=said) == expected


@pytest.mark.parametrize("mg", [None, 1, 50, {"min": 1}, 100000])
def test_an_agent_outside_the_catalogue_has_no_floor(mg: Any) -> None:
    said = trial(agent={"other": "x", "role": "antidepressant"}, max_daily_dose_mg=mg)
    assert {verdict(id_, "dose", trial_said=said) for id_ in ("consensus", "canadian", "strict_form")} == {"unknown"}
