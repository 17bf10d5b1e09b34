"""Facts that cannot stand together, or that look like a slip."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import evaluate

UNDATED = {"start": None, "stop": None}


def codes(*trials: dict[str, Any], **said: Any) -> list[tuple[str, list[str]]]:
    """The contradictions' codes with their trials."""
    return [(each["code"], each["trials"]) for each in evaluate(history(*trials, **said))["contradictions"]]


ONE: list[tuple[str, dict[str, Any], list[str]]] = [
    ("a plain trial", {}, []),
    ("exactly the highest dose", {"max_daily_dose_mg": 200}, []),
    ("a milligram above the highest dose", {"max_daily_dose_mg": 201}, ["dose_above_highest"]),
    ("surely above", {"max_daily_dose_mg": {"min": 201, "max": 400}}, ["dose_above_highest"]),
    ("perhaps above", {"max_daily_dose_mg": {"min": 100, "max": 400}}, []),
    ("dose not known", {"max_daily_dose_mg": None}, []),
    ("micrograms written as milligrams", {"agent": "liothyronine", "max_daily_dose_mg": 25}, ["dose_above_highest"]),
    ("an agent whose highest dose is not known", {"agent": "opipramol", "max_daily_dose_mg": 5000}, []),
    ("an agent outside the catalogue", {"agent": {"other": "x"}, "max_daily_dose_mg": 5000}, []),
    ("a row of as many weeks as in all", {"weeks_at_or_above": [{"mg": 50, "weeks": 12}]}, []),
    ("a row of more weeks than in all", {"weeks_at_or_above": [{"mg": 50, "weeks": 13}]}, ["weeks_exceed_total"]),
    ("a row of perhaps more weeks", {"weeks_at_or_above": [{"mg": 50, "weeks": {"min": 12, "max": 20}}]}, []),
    ("weeks at a dose above the highest", {"weeks_at_or_above": [{"mg": 201, "weeks": 3}]}, ["weeks_above_highest_dose"]),
    ("perhaps no weeks at a dose above the highest", {"weeks_at_or_above": [{"mg": 201, "weeks": {"min": 0, "max": 5}}]}, []),
    ("weeks at a dose perhaps above the highest", {"weeks_at_or_above": [{"mg": {"min": 150, "max": 300}, "weeks": 3}]}, []),
    ("the second row is the odd one", {"weeks_at_or_above": [{"mg": 50, "weeks": 3}, {"mg": 201, "weeks": 3}]}, ["weeks_above_highest_dose"]),
    ("no weeks at a dose above the highest", {"weeks_at_or_above": [{"mg": 201, "weeks": 0}]}, []),
    ("weeks at the highest dose", {"weeks_at_or_above": [{"mg": 200, "weeks": 3}]}, []),
    ("weeks as the dates say", {"start": "2025-06-01", "stop": "2025-08-24", "weeks_total": 12}, []),
    ("a week more than the dates", {"start": "2025-06-01", "stop": "2025-08-24", "weeks_total": 13}, []),
    ("more than a week more", {"start": "2025-06-01", "stop": "2025-08-24", "weeks_total": 13.1}, ["dates_against_weeks"]),
    ("a week less than the dates", {"start": "2025-06-01", "stop": "2025-08-24", "weeks_at_max_dose": 9, "weeks_total": 11}, []),
    ("more than a week less", {"start": "2025-06-01", "stop": "2025-08-24", "weeks_at_max_dose": 9, "weeks_total": 10.9}, ["dates_against_weeks"]),
    ("at least many more weeks", {"start": "2025-06-01", "stop": "2025-08-24", "weeks_total": {"min": 50}}, ["dates_against_weeks"]),
    ("weeks between, the dates among them", {"start": "2025-06-01", "stop": "2025-08-24", "weeks_total": {"min": 10, "max": 30}, "weeks_at_max_dose": 9}, []),
    ("dates by month", {"start": "2025-06", "stop": "2025-08", "weeks_total": 12}, []),
    ("no stop", {"start": "2025-06", "stop": None, "weeks_total": 500}, []),
    ("said to be of this episode, stopped the day before it", {"start": None, "stop": "2025-01-09"}, ["episode_against_dates"]),
    ("said to be of this episode, stopped on its first day", {"start": None, "stop": "2025-01-10"}, []),
    ("said to be of another, stopped before it", {"start": None, "stop": "2025-01-09", "in_current_episode": "no"}, []),
]  # fmt: skip


@each_of(ONE)
def test_of_one_trial(reason: str, said: dict[str, Any], expected: list[str]) -> None:
    assert codes(trial(**said)) == [(code, ["t1"]) for code in expected]


LIFE: list[tuple[str, Any, Any, Any, bool]] = [
    ("stopped on the earliest birthday", 40, None, "1985-11-21", False),
    ("stopped the day before it", 40, None, "1985-11-20", True),
    ("begun the day before it", 40, "1985-11-20", "1990", True),
    ("begun on it", 40, "1985-11-21", "1990", False),
    ("begun in the year of birth", 40, "1985", "1990", False),
    ("begun in the year before", 40, "1984", "1990", True),
    ("age not known", None, "1884", "1885", False),
    ("age between", {"min": 20, "max": 40}, "1984", "1990", True),
    ("at least 40", {"min": 40}, "1950", "1951", False),
    ("no dates", 40, None, None, False),
]


@each_of(LIFE)
def test_a_trial_before_birth(reason: str, age: Any, start: Any, stop: Any, expected: bool) -> None:
    said = {"start": start, "stop": stop, "weeks_total": None, "in_current_episode": "no"}
    assert codes(trial(**said), patient={"age_years": age}) == ([("outside_life", ["t1"])] if expected else [])


def dated(id: str, start: Any, stop: Any, agent: Any = "sertraline") -> dict[str, Any]:
    """A trial of which only the dates are in question."""
    return trial(id, agent, start=start, stop=stop, weeks_total=None, in_current_episode="no", max_daily_dose_mg=50)


OVERLAPS: list[tuple[str, list[dict[str, Any]], bool]] = [
    ("one after the other", [dated("a", "2024-01-01", "2024-03-01"), dated("b", "2024-03-01", "2024-05-01")], False),
    ("one before the other", [dated("a", "2024-03-01", "2024-05-01"), dated("b", "2024-01-01", "2024-03-01")], False),
    ("perhaps a day of both, the later one first", [dated("a", "2024-03", "2024-05"), dated("b", "2024-01", "2024-03")], False),
    ("a day of both", [dated("a", "2024-01-01", "2024-03-02"), dated("b", "2024-03-01", "2024-05-01")], True),
    ("one inside the other", [dated("a", "2024-01-01", "2024-12-01"), dated("b", "2024-03-01", "2024-05-01")], True),
    ("the later one first", [dated("a", "2024-03-01", "2024-05-01"), dated("b", "2024-01-01", "2024-12-01")], True),
    ("perhaps a day of both", [dated("a", "2024-01", "2024-03"), dated("b", "2024-03", "2024-05")], False),
    ("begun in the month the other was stopped", [dated("a", "2024-01", "2024-03"), dated("b", "2024-03-15", "2024-05")], False),
    ("begun in that month, the later one first", [dated("a", "2024-03-15", "2024-05"), dated("b", "2024-01", "2024-03")], False),
    ("of two formulations", [dated("a", "2024-01", "2024-06", "paroxetine-ir"), dated("b", "2024-03", "2024-08", "paroxetine-cr")], True),
    ("of two ingredients", [dated("a", "2024-01", "2024-06", "sertraline"), dated("b", "2024-03", "2024-08", "fluoxetine")], False),
    ("an open end", [dated("a", "2024-01", None), dated("b", "2024-03", "2024-08")], False),
    ("an open beginning", [dated("a", "2024-01", "2024-06"), dated("b", None, "2024-08")], False),
]  # fmt: skip


@each_of(OVERLAPS)
def test_two_trials_of_one_ingredient_at_one_time(reason: str, trials: list[dict[str, Any]], expected: bool) -> None:
    assert codes(*trials) == ([("overlapping_trials", ["a", "b"])] if expected else [])


NAMES: list[tuple[str, list[Any], bool]] = [
    ("the brand beside its generic", ["sertraline", {"other": "Zoloft"}], True),
    ("the generic in other words", ["sertraline", {"other": "SERTRALINE 50 mg"}], True),
    ("brand and generic, neither coded", [{"other": "zoloft"}, {"other": "sertraline"}], True),
    ("a brand of one formulation", ["venlafaxine-ir", {"other": "Effexor XR"}], True),
    ("another brand", ["sertraline", {"other": "Prozac"}], False),
    ("a misspelling is nobody's name", ["sertraline", {"other": "Zolofft"}], False),
    ("a name no catalogue knows, twice", [{"other": "tea"}, {"other": "tea"}], False),
    ("two coded trials of one ingredient", ["sertraline", "sertraline"], False),
]


@each_of(NAMES)
def test_one_medicine_under_two_names(reason: str, agents: list[Any], expected: bool) -> None:
    trials = [trial(id_, agent, max_daily_dose_mg=None, **UNDATED) for id_, agent in zip("ab", agents, strict=True)]
    assert codes(*trials) == ([("one_medicine_under_two_names", ["a", "b"])] if expected else [])


def test_each_says_why_where_and_by_what_source() -> None:
    trials = [
        trial("a", max_daily_dose_mg=2000, weeks_total=40, weeks_at_or_above=[{"mg": 50, "weeks": 41}]),
        trial("b", {"other": "Zoloft"}, stop="2024-12", start="1900", weeks_at_or_above=[{"mg": 300, "weeks": 1}], weeks_total=None),
    ]
    report = evaluate(history(*trials))
    found = {each["code"]: each for each in report["contradictions"]}
    because = {code: each["because"] for code, each in found.items()}
    assert because == {
        "dose_above_highest": "2000 mg a day is above the highest dose its sources name, 200 mg (label range 50-200, from memory): is the unit right?",
        "weeks_exceed_total": "More weeks at one dose than the 40 weeks in all",
        "weeks_above_highest_dose": "Weeks are given at a dose above the highest one, 200 mg a day",
        "dates_against_weeks": "The dates allow 12 weeks, but 40 are given",
        "outside_life": "It was taken before the person was born",
        "episode_against_dates": "It was said to belong to the current episode, but was stopped before that began",
        "one_medicine_under_two_names": "A brand and its generic may be listed as two medicines: are they one?",
    }
    assert [each["place"] for each in report["contradictions"]] == [f"trials[{n}]" for n in (0, 0, 1, 0, 1, 1, 0)]
    assert {each["source"] for each in report["contradictions"]} == {"us_labels", "contract"}


def test_two_trials_at_one_time_are_asked_about_by_their_ingredient() -> None:
    report = evaluate(history(dated("a", "2024-01", "2024-06", "paroxetine-ir"), dated("b", "2024-03", "2024-08", "paroxetine-cr")))
    (found,) = report["contradictions"]
    assert (found["because"], found["source"]) == ("Two trials of paroxetine at one time: are they one?", "contract")


MONTHS: list[tuple[str, str, str, bool]] = [
    ("stopped in the month it began", "2025-01", "2025-01-05", False),
    ("stopped in the year it began", "2025", "2025-03", False),
    ("stopped the day before that month", "2025-01", "2024-12-31", True),
    ("stopped in the month before", "2025-01", "2024-12", True),
    ("stopped in a year that holds the month", "2025-01", "2025", False),
]


@each_of(MONTHS)
def test_an_episode_known_by_month_or_year(reason: str, episode: str, stop: str, expected: bool) -> None:
    said = trial(start=None, stop=stop, weeks_total=None)
    assert codes(said, episode={"start": episode}) == ([("episode_against_dates", ["t1"])] if expected else [])


EACH: list[tuple[str, dict[str, Any], str]] = [
    ("a dose too high", {"max_daily_dose_mg": 2000}, "dose_above_highest"),
    ("weeks beyond all", {"weeks_at_or_above": [{"mg": 50, "weeks": 30}]}, "weeks_exceed_total"),
    ("a row above the dose", {"weeks_at_or_above": [{"mg": 300, "weeks": 2}]}, "weeks_above_highest_dose"),
    ("dates against weeks", {"weeks_total": 40}, "dates_against_weeks"),
    ("before birth", {"start": "1900", "stop": "1901", "weeks_total": None, "in_current_episode": "no"}, "outside_life"),
    ("before the episode", {"start": "2023", "stop": "2024", "weeks_total": None}, "episode_against_dates"),
]
# Trials that hold too little to be checked at all: what comes after one is looked at all the same.
EMPTY: list[tuple[str, dict[str, Any]]] = [
    ("of which nothing is known", {"id": "e", "agent": "fluoxetine"}),
    ("of no catalogue", {"id": "e", "agent": {"other": "Tea"}}),
]


@pytest.mark.parametrize(("what", "empty"), EMPTY, ids=[case[0] for case in EMPTY])
@pytest.mark.parametrize(("reason", "said", "code"), EACH, ids=[case[0] for case in EACH])
def test_a_trial_that_cannot_be_checked_hides_none_beside_it(
    reason: str, said: dict[str, Any], code: str, what: str, empty: dict[str, Any]
) -> None:
    odd = trial("odd", **said)
    assert codes(empty, odd) == codes(odd, empty) == [(code, ["odd"])]
    assert codes(odd | {"id": "a"}, empty, odd | {"id": "b"})[:2] == [(code, ["a"]), (code, ["b"])]


SENTENCES: list[tuple[str, dict[str, Any], str]] = [
    ("at least so much", {"max_daily_dose_mg": {"min": 300, "max": 900}}, "300 mg a day is above the highest dose its sources name, 200 mg"),
    ("weeks at one dose", {"weeks_at_or_above": [{"mg": 50, "weeks": 30}], "weeks_total": {"min": 12, "max": 13}}, "More weeks at one dose than the 13 weeks in all"),
    ("a row above the dose", {"max_daily_dose_mg": {"min": 50, "max": 75}, "weeks_at_or_above": [{"mg": 100, "weeks": 2}]}, "Weeks are given at a dose above the highest one, 75 mg a day"),
    ("weeks by interval", {"weeks_total": {"min": 40, "max": 50}}, "The dates allow 12 weeks, but 40 to 50 are given"),
    ("at least so many weeks", {"weeks_total": {"min": 40}}, "The dates allow 12 weeks, but at least 40 are given"),
    ("dates by month", {"start": "2025-06", "stop": "2025-08", "weeks_total": 40}, "The dates allow 4.57 to 13 weeks, but 40 are given"),
]  # fmt: skip


@each_of(SENTENCES)
def test_the_sentence_names_the_figures_that_do_not_fit(reason: str, said: dict[str, Any], because: str) -> None:
    found = [each["because"] for each in evaluate(history(trial(**said)))["contradictions"]]
    assert any(each.startswith(because) for each in found), found


def test_a_contradiction_changes_no_verdict() -> None:
    plain, odd = trial(max_daily_dose_mg=200), trial(max_daily_dose_mg=20000)
    assert evaluate(history(plain))["profiles"] == evaluate(history(odd))["profiles"]


def test_very_many_trials_of_one_ingredient_take_no_long_time() -> None:
    trials = [dated(f"t{number}", "2024-01", "2024-06") for number in range(1000)]
    assert len(codes(*trials)) == 190
