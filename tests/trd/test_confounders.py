"""Where to look before calling it resistance."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import CONDITIONS, failures, history, trial
from tests.trd.tables import each_of
from trd import evaluate

TALK = [{"id": "p1", "kind": "psychotherapy"}]
OF_TRIALS = ("dose_below_floor", "too_short", "low_adherence", "stopped_for_side_effects", "wore_off", "sleep_or_pain_use", "facts_missing")


def found(*trials: dict[str, Any], profile: str = "intake_screen", **said: Any) -> dict[str, list[str]]:
    """The confounders' codes with their trials, in order; psychotherapy stands in the history unless said otherwise."""
    report = evaluate(history(*trials, **{"procedures": TALK} | said), profile)
    return {each["code"]: each["trials"] for each in report["confounders"]}


ONE: list[tuple[str, dict[str, Any], list[str]]] = [
    ("nothing to look at", {}, []),
    ("dose one milligram under the floor", {"max_daily_dose_mg": 49}, ["dose_below_floor"]),
    ("dose at the floor", {"max_daily_dose_mg": 50}, []),
    ("just under four weeks", {"weeks_at_max_dose": 3.9, "weeks_total": 3.9}, ["too_short"]),
    ("exactly four weeks", {"weeks_at_max_dose": 4, "weeks_total": 4}, []),
    ("too short at an unknown dose", {"max_daily_dose_mg": None, "weeks_at_max_dose": 2, "weeks_total": 2}, ["too_short", "facts_missing"]),
    ("low and short is low", {"max_daily_dose_mg": 10, "weeks_at_max_dose": 2, "weeks_total": 2}, ["dose_below_floor"]),
    ("taken about half the days", {"adherence": "about_half"}, ["low_adherence"]),
    ("taken rarely", {"adherence": "rarely"}, ["low_adherence"]),
    ("adherence unknown", {"adherence": "unknown"}, ["facts_missing"]),
    ("stopped for side effects", {"stopped_because": ["side_effects"]}, ["stopped_for_side_effects"]),
    ("stopped for side effects among others", {"stopped_because": ["no_benefit", "side_effects"]}, ["stopped_for_side_effects"]),
    ("reason not answered", {"stopped_because": None}, []),
    ("wore off", {"wore_off": "yes"}, ["wore_off"]),
    ("wore off after helping", {"wore_off": "yes", "improvement_percent": 80}, ["wore_off", "facts_missing"]),
    ("wearing off unknown", {"wore_off": "unknown"}, []),
    ("for sleep", {"purposes": ["sleep"]}, ["sleep_or_pain_use"]),
    ("for pain and depression", {"purposes": ["depression", "pain"]}, ["sleep_or_pain_use"]),
    ("for anxiety and depression", {"purposes": ["depression", "anxiety"]}, []),
    ("purpose unknown", {"purposes": None}, ["facts_missing"]),
    ("everything at once", {"max_daily_dose_mg": 10, "adherence": "rarely", "stopped_because": ["side_effects"], "wore_off": "yes", "purposes": ["pain", "anxiety"]}, ["dose_below_floor", "low_adherence", "stopped_for_side_effects", "wore_off", "sleep_or_pain_use", "facts_missing"]),
]  # fmt: skip


@each_of(ONE)
def test_of_one_trial(reason: str, said: dict[str, Any], codes: list[str]) -> None:
    assert found(trial(**said)) == dict.fromkeys(codes, ["t1"])


@each_of(ONE)
def test_a_trial_that_augments_another_is_not_named(reason: str, said: dict[str, Any], codes: list[str]) -> None:
    assert found(trial("base"), trial(augments="base", agent="fluoxetine", **said)) == {}


def test_each_names_its_trials_in_the_order_of_the_history() -> None:
    low = {"max_daily_dose_mg": 1}
    assert found(trial("a", **low), trial("b"), trial("c", "fluoxetine", **low)) == {"dose_below_floor": ["a", "c"]}


def test_they_are_those_of_the_flags_profile() -> None:
    six = trial("t1", weeks_at_max_dose=6, weeks_total=6)
    assert found(six) == {}
    assert found(six, profile="strict_form") == {"too_short": ["t1"]}


def test_adherence_is_named_whatever_the_profile_asks() -> None:
    assert found(trial(adherence="rarely"), profile="lifetime") == {"low_adherence": ["t1"]}


CASE: list[tuple[str, list[dict[str, Any]], dict[str, Any], list[str]]] = [
    ("two of one class", failures("sertraline", "fluoxetine"), {}, ["same_class_only"]),
    ("two of two classes", failures("sertraline", "duloxetine"), {}, []),
    ("one of one class", failures("sertraline"), {}, []),
    ("two trials of one ingredient", [trial("a"), trial("b")], {}, []),
    ("two of one class, one surely no failure", [trial("a"), trial("b", "fluoxetine", improvement_percent=90)], {}, []),
    ("bipolar unknown", [], {"conditions": dict.fromkeys(CONDITIONS, "no") | {"bipolar": "unknown"}}, ["bipolar_not_excluded"]),
    ("bipolar yes", [], {"conditions": dict.fromkeys(CONDITIONS, "no") | {"bipolar": "yes"}}, ["bipolar_not_excluded"]),
    ("bipolar not confirmed", [], {"confirmed_by_clinician": ["psychosis"]}, ["bipolar_not_excluded"]),
    ("lithium", [trial(agent="lithium", max_daily_dose_mg=900)], {}, ["dose_below_floor_is_blank", "bipolar_not_excluded"]),
    ("psychosis unknown", [], {"conditions": {"bipolar": "no", "substance_use": "no"}}, ["psychosis_not_excluded"]),
    ("psychosis yes", [], {"conditions": dict.fromkeys(CONDITIONS, "no") | {"psychosis": "yes"}}, ["psychosis_not_excluded"]),
    ("psychosis not confirmed", [], {"confirmed_by_clinician": ["bipolar"]}, ["psychosis_not_excluded"]),
    ("psychotic features unknown", [], {"episode": {"psychotic_features": "unknown"}}, ["psychosis_not_excluded"]),
    ("psychotic features", [], {"episode": {"psychotic_features": "yes"}}, ["psychosis_not_excluded"]),
    ("substance use unknown", [], {"conditions": {"bipolar": "no", "psychosis": "no"}}, ["substance_use"]),
    ("substance use", [], {"conditions": dict.fromkeys(CONDITIONS, "no") | {"substance_use": "yes"}}, ["substance_use"]),
    ("no psychotherapy", [], {"procedures": []}, ["no_psychotherapy"]),
    ("another procedure", [], {"procedures": [{"id": "p1", "kind": "ect"}]}, ["no_psychotherapy"]),
    ("nothing to look at", [], {}, []),
]  # fmt: skip


@each_of(CASE)
def test_of_the_case(reason: str, trials: list[dict[str, Any]], said: dict[str, Any], codes: list[str]) -> None:
    of_the_case = {code: named for code, named in found(*trials, **said).items() if code not in OF_TRIALS}
    assert of_the_case == {code: [] for code in codes if code != "dose_below_floor_is_blank"}


@pytest.mark.parametrize("agent", ["lithium", "lamotrigine", "lurasidone"])
def test_what_hints_at_bipolar_disorder_is_named_even_when_it_only_augments(agent: str) -> None:
    report = evaluate(history(trial(), trial("t2", agent, augments="t1"), procedures=TALK))
    assert [(each["code"], each["because"]) for each in report["confounders"]] == [
        ("bipolar_not_excluded", f"{agent} in the history can hint at bipolar disorder")
    ]


def test_two_hints_at_bipolar_disorder_are_named_in_one_sentence() -> None:
    report = evaluate(history(trial("a", "lithium"), trial("b", "lamotrigine"), trial("c", "lithium")))
    because = {each["code"]: each["because"] for each in report["confounders"]}
    assert because["bipolar_not_excluded"] == "lamotrigine and lithium in the history can hint at bipolar disorder"


def phq9(score: Any, date: Any, scale: str = "phq9") -> dict[str, Any]:
    """One score."""
    return {"scale": scale, "score": score, "date": date}


SCALES: list[tuple[str, list[dict[str, Any]], bool]] = [
    ("no score", [], False),
    ("exactly four", [phq9(4, "2026-11-18")], True),
    ("five", [phq9(5, "2026-11-18")], False),
    ("nought", [phq9(0, "2026-11-18")], True),
    ("three to four", [phq9({"min": 3, "max": 4}, "2026-11-18")], True),
    ("four to five", [phq9({"min": 4, "max": 5}, "2026-11-18")], False),
    ("not answered", [phq9(None, "2026-11-18")], False),
    ("another scale", [phq9(3, "2026-11-18", "gad7")], False),
    ("the latest is low", [phq9(20, "2026-10-01"), phq9(3, "2026-11-18")], True),
    ("the latest is low, in any order", [phq9(3, "2026-11-18"), phq9(20, "2026-10-01")], True),
    ("the latest is high", [phq9(3, "2026-10-01"), phq9(20, "2026-11-18")], False),
    ("one without a date may be the latest", [phq9(3, "2026-11-18"), phq9(20, None)], False),
    ("both without a date and low", [phq9(3, None), phq9(2, None)], True),
    ("only one, without a date", [phq9(3, None)], True),
    ("two of one day, one high", [phq9(3, "2026-11-18"), phq9(20, "2026-11-18")], False),
    ("a month that may hold the latest", [phq9(3, "2026-11-18"), phq9(20, "2026-11")], False),
    ("a month before", [phq9(3, "2026-11-18"), phq9(20, "2026-10")], True),
    ("a year that may hold the latest, and a month in it", [phq9(3, "2026"), phq9(20, "2026-10")], False),
    ("a year that may hold the latest, both low", [phq9(3, "2026"), phq9(4, "2026-10")], True),
]


@each_of(SCALES)
def test_not_currently_depressed(reason: str, scales: list[dict[str, Any]], expected: bool) -> None:
    assert ("not_currently_depressed" in found(scales=scales)) is expected


def test_all_stand_in_the_order_of_the_contract_with_words_and_a_known_source() -> None:
    both = {"purposes": ["sleep"], "wore_off": "yes", "adherence": "rarely", "stopped_because": ["side_effects"]}
    trials = [trial("a", max_daily_dose_mg=1, **both), trial("b", weeks_at_max_dose=1, weeks_total=1), trial("c", adherence=None)]
    more = [trial("d", "fluoxetine")]
    said = {"conditions": {}, "confirmed_by_clinician": [], "procedures": [], "scales": [phq9(2, "2026-11-01")]}
    report = evaluate(history(*trials, *more, **said))
    assert [each["code"] for each in report["confounders"]] == [
        *OF_TRIALS,
        "same_class_only",
        "bipolar_not_excluded",
        "psychosis_not_excluded",
        "substance_use",
        "no_psychotherapy",
        "not_currently_depressed",
    ]
    sources = report["explanation"][-1]["sources"]
    assert all(each["because"] and each["source"] in sources for each in report["confounders"])


BECAUSE: list[tuple[str, str]] = [
    ("dose_below_floor", "The highest dose stayed below the floor"),
    ("too_short", "The dose was not kept long enough"),
    ("low_adherence", "It was taken about half the days or rarely"),
    ("stopped_for_side_effects", "It was stopped for side effects, which is not the same as no benefit"),
    ("wore_off", "It helped and then stopped helping: a clinician decides whether it failed"),
    ("sleep_or_pain_use", "It was taken for sleep or pain"),
    ("facts_missing", "Some facts of the trial are not known"),
    ("same_class_only", "All possible failures are of one class"),
    ("bipolar_not_excluded", "Bipolar disorder is not answered no"),
    ("psychosis_not_excluded", "Psychosis, now or before, is not ruled out by a clinician"),
    ("substance_use", "Substance use is not answered no"),
    ("no_psychotherapy", "No psychotherapy is recorded"),
    ("not_currently_depressed", "The latest PHQ-9 is 4 or below"),
]


@each_of(BECAUSE)
def test_each_says_why(code: str, because: str) -> None:
    both = {"purposes": ["sleep"], "wore_off": "yes", "adherence": "rarely", "stopped_because": ["side_effects"]}
    trials = [trial("a", max_daily_dose_mg=1, **both), trial("b", weeks_at_max_dose=1, weeks_total=1), trial("c", adherence=None)]
    said = {"conditions": {}, "confirmed_by_clinician": [], "scales": [phq9(2, "2026-11-01")]}
    report = evaluate(history(*trials, trial("d", "fluoxetine"), **said))
    assert {each["code"]: each["because"] for each in report["confounders"]}[code] == because


def test_a_bipolar_no_that_nobody_confirmed_says_so() -> None:
    report = evaluate(history(confirmed_by_clinician=[]))
    assert report["confounders"][0]["because"] == "That there is no bipolar disorder is said, but no clinician has confirmed it"
