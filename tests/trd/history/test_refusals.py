"""Every field with values it must refuse, each at its own place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import history, trial
from tests.trd.strategies import altered
from tests.trd.tables import each_of
from trd import Refused, evaluate

FIRST = ("trials", 0)
NUMBERS: list[tuple[str, Any, str]] = [
    ("a number in quotes", "100", ""),
    ("a truth value", True, ""),
    ("a list", [100], ""),
    ("NaN", float("nan"), ""),
    ("infinity", float("inf"), ""),
    ("minus infinity", float("-inf"), ""),
    ("below its limit", -1, ""),
    ("400 digits", 10**399, ""),
    ("a decimal beyond any dose", 1e300, ""),
    ("min above max", {"min": 9, "max": 8}, ""),
    ("a truth value as an end", {"min": True}, ".min"),
    ("text as an end", {"max": "8"}, ".max"),
    ("NaN as an end", {"max": float("nan")}, ".max"),
    ("an end below its limit", {"min": -1}, ".min"),
    ("a key that is no end", {"least": 4}, ".least"),
]
NUMBER_FIELDS: list[tuple[str, tuple[Any, ...], str]] = [
    ("age", ("patient", "age_years"), "patient.age_years"),
    ("dose", (*FIRST, "max_daily_dose_mg"), "trials[0].max_daily_dose_mg"),
    ("weeks at the highest dose", (*FIRST, "weeks_at_max_dose"), "trials[0].weeks_at_max_dose"),
    ("weeks in all", (*FIRST, "weeks_total"), "trials[0].weeks_total"),
    ("improvement", (*FIRST, "improvement_percent"), "trials[0].improvement_percent"),
    ("dose of a row", (*FIRST, "weeks_at_or_above", 0, "mg"), "trials[0].weeks_at_or_above[0].mg"),
    ("weeks of a row", (*FIRST, "weeks_at_or_above", 0, "weeks"), "trials[0].weeks_at_or_above[0].weeks"),
    ("sessions", ("procedures", 0, "sessions"), "procedures[0].sessions"),
    ("improvement by a procedure", ("procedures", 0, "improvement_percent"), "procedures[0].improvement_percent"),
    ("score", ("scales", 0, "score"), "scales[0].score"),
]
WORDS: list[tuple[str, Any, str]] = [
    ("a word outside its list", "perhaps", ""),
    ("the right word in capitals", "YES", ""),
    ("an empty text", "", ""),
    ("a number", 1, ""),
    ("a truth value", True, ""),
    ("a list of a word", ["yes"], ""),
    ("an object", {"is": "yes"}, ""),
]
WORD_FIELDS: list[tuple[str, tuple[Any, ...], str]] = [
    ("schema", ("schema",), "schema"),
    ("sex", ("patient", "sex_at_birth"), "patient.sex_at_birth"),
    ("severity", ("episode", "severity"), "episode.severity"),
    ("psychotic features", ("episode", "psychotic_features"), "episode.psychotic_features"),
    ("bipolar", ("conditions", "bipolar"), "conditions.bipolar"),
    ("psychosis", ("conditions", "psychosis"), "conditions.psychosis"),
    ("primary psychotic disorder", ("conditions", "primary_psychotic_disorder"), "conditions.primary_psychotic_disorder"),
    ("dementia", ("conditions", "dementia"), "conditions.dementia"),
    ("substance use", ("conditions", "substance_use"), "conditions.substance_use"),
    ("wore off", (*FIRST, "wore_off"), "trials[0].wore_off"),
    ("adherence", (*FIRST, "adherence"), "trials[0].adherence"),
    ("in the current episode", (*FIRST, "in_current_episode"), "trials[0].in_current_episode"),
    ("kind of a procedure", ("procedures", 0, "kind"), "procedures[0].kind"),
    ("laterality", ("procedures", 0, "laterality"), "procedures[0].laterality"),
    ("procedure in the current episode", ("procedures", 0, "in_current_episode"), "procedures[0].in_current_episode"),
    ("scale", ("scales", 0, "scale"), "scales[0].scale"),
]
DATES: list[tuple[str, Any, str]] = [
    ("no such day", "2025-02-29", ""),
    ("the thirteenth month", "2025-13", ""),
    ("month nought", "2025-00", ""),
    ("day nought", "2025-01-00", ""),
    ("nothing but noughts", "0000-00-00", ""),
    ("the year nought", "0000", ""),
    ("a date and a time", "2025-01-01T00:00:00", ""),
    ("slashes", "2025/01/01", ""),
    ("no dashes", "20250101", ""),
    ("the day first", "01-02-2025", ""),
    ("one digit a month", "2025-1-01", ""),
    ("spaces around", " 2025-01-01", ""),
    ("a line end", "2025-01-01\n", ""),
    ("Arabic-Indic digits", "٢٠٢٥-٠١-٠١", ""),
    ("a week", "2025-W02", ""),
    ("a word", "yesterday", ""),
    ("a number", 2025, ""),
    ("an empty text", "", ""),
    ("a list", ["2025"], ""),
]
DATE_FIELDS: list[tuple[str, tuple[Any, ...], str]] = [
    ("as_of", ("as_of",), "as_of"),
    ("start of the episode", ("episode", "start"), "episode.start"),
    ("start", (*FIRST, "start"), "trials[0].start"),
    ("stop", (*FIRST, "stop"), "trials[0].stop"),
    ("date of a scale", ("scales", 0, "date"), "scales[0].date"),
]
LISTS: list[tuple[str, Any, str]] = [
    ("a text instead of a list", "depression", ""),
    ("an object instead of a list", {}, ""),
    ("a number instead of a list", 3, ""),
    ("an entry of the wrong kind", [7], "[0]"),
    ("an entry that is null", [None], "[0]"),
    ("more entries than any history has", [7] * 1001, ""),
]
LIST_FIELDS: list[tuple[str, tuple[Any, ...], str]] = [
    ("trials", ("trials",), "trials"),
    ("procedures", ("procedures",), "procedures"),
    ("scales", ("scales",), "scales"),
    ("confirmed by a clinician", ("confirmed_by_clinician",), "confirmed_by_clinician"),
    ("purposes", (*FIRST, "purposes"), "trials[0].purposes"),
    ("reasons", (*FIRST, "stopped_because"), "trials[0].stopped_because"),
    ("rows of weeks", (*FIRST, "weeks_at_or_above"), "trials[0].weeks_at_or_above"),
]
TEXTS: list[tuple[str, Any, str]] = [
    ("an empty text", "", ""),
    ("nothing but spaces", " \t", ""),
    ("half a letter", "\ud800", ""),
    ("a number", 1, ""),
    ("a list", ["t1"], ""),
]
TEXT_FIELDS: list[tuple[str, tuple[Any, ...], str]] = [
    ("id of a trial", (*FIRST, "id"), "trials[0].id"),
    ("id of a procedure", ("procedures", 0, "id"), "procedures[0].id"),
    ("another agent", (*FIRST, "agent", "other"), "trials[0].agent.other"),
    ("what it augments", (*FIRST, "augments"), "trials[0].augments"),
    ("source", (*FIRST, "source"), "trials[0].source"),
]


def crossed(
    values: list[tuple[str, Any, str]], fields: list[tuple[str, tuple[Any, ...], str]]
) -> list[tuple[str, tuple[Any, ...], Any, str]]:
    """Each field with each value."""
    return [(f"{field}: {reason}", path, value, place + inner) for field, path, place in fields for reason, value, inner in values]


def whole() -> dict[str, Any]:
    """A history in which every field stands."""
    return history(
        trial(agent={"other": "x"}, weeks_at_or_above=[{"mg": 50, "weeks": 8}]),
        procedures=[{"id": "p1", "kind": "ect"}],
        scales=[{"scale": "phq9", "score": 9, "date": "2026-11-18"}],
    )


ALL = [
    *crossed(NUMBERS, NUMBER_FIELDS),
    *crossed(WORDS, WORD_FIELDS),
    *crossed(DATES, DATE_FIELDS),
    *crossed(LISTS, LIST_FIELDS),
    *crossed(TEXTS, TEXT_FIELDS),
]


@each_of(ALL)
def test_a_value_that_does_not_fit_is_refused_at_its_place(reason: str, path: tuple[Any, ...], value: Any, place: str) -> None:
    with pytest.raises(Refused) as refused:
        evaluate(altered(whole(), path, value))
    assert place in [error["place"] for error in refused.value.errors]


def test_the_history_they_start_from_is_accepted() -> None:
    assert evaluate(whole())["schema"] == "trd.report/1"
