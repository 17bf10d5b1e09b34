"""The questions do what they are for: answered as a failed trial would be, they make the rule met, and with any one left open they do not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import STRONG, failures, history, trial
from tests.trd.tables import each_of
from trd import evaluate, profiles

# What a person would answer of a trial that counts, by the field that a question asks for.
ANSWERS: dict[str, dict[str, Any]] = {
    "agent": {"agent": {"other": "Tea", "role": "antidepressant"}},
    "purposes": {"purposes": ["depression"]},
    "max_daily_dose_mg": {"max_daily_dose_mg": 200},
    "weeks_at_or_above": {"weeks_at_or_above": [{"mg": 200, "weeks": 12}]},
    "adherence": {"adherence": "most_days"},
    "improvement_percent": {"improvement_percent": 0},
    "in_current_episode": {"in_current_episode": "yes"},
    "stop": {"stop": "2026-10-01"},
    "stopped_because": {"stopped_because": ["side_effects"]},
}
COST: dict[str, Any] = {"stopped_because": ["cost"]}
UNDATED: dict[str, Any] = {"in_current_episode": None, "start": None, "stop": None}
OPEN: list[tuple[str, dict[str, Any]]] = [
    ("what it was taken for", {"purposes": None}),
    ("anxiety only", {"purposes": ["anxiety"]}),
    ("the dose", {"max_daily_dose_mg": None, "weeks_at_max_dose": None} | COST),
    ("the dose that was kept long", {"max_daily_dose_mg": None} | COST),
    ("a dose between that was kept long", {"max_daily_dose_mg": {"min": 1, "max": 500}} | COST),
    ("a dose between", {"max_daily_dose_mg": {"min": 1, "max": 500}, "weeks_at_max_dose": None} | COST),
    ("the weeks", {"weeks_at_max_dose": None, "weeks_total": None} | COST),
    ("weeks between", {"weeks_at_max_dose": {"min": 0, "max": 12}} | COST),
    ("how it was taken", {"adherence": "unknown"} | COST),
    ("how much it helped", {"improvement_percent": None} | COST),
    ("an improvement between", {"improvement_percent": {"min": 0, "max": 80}} | COST),
    ("the time", UNDATED),
    ("the reason it was stopped", {"stopped_because": None, "improvement_percent": None}),
    ("two facts", {"purposes": ["unknown"], "improvement_percent": None} | COST),
    ("three facts", {"purposes": None, "improvement_percent": None, "adherence": None} | COST),
    ("the dose and the time", {"max_daily_dose_mg": None, "weeks_at_max_dose": None} | UNDATED | COST),
    ("everything but the agent", dict.fromkeys([*trial(), "weeks_at_or_above"]) | {"id": "t9", "agent": "mirtazapine"}),
]  # fmt: skip
CASES = [(f"{profile.id}: {reason}", profile.id, said) for profile in profiles() for reason, said in OPEN]


def before_it(profile: str) -> list[dict[str, Any]]:
    """One sure trial fewer than a profile asks for, of different classes."""
    asked = next(each.min_trials for each in profiles() if each.id == profile)
    return failures(*["sertraline", "duloxetine", "nortriptyline"][: asked - 1])


def asking(profile: str, *trials: dict[str, Any]) -> tuple[str, list[str]]:
    """The conclusion and the fields that are asked for of the last trial."""
    report = evaluate(history(*trials))
    (entry,) = [each for each in report["explanation"] if each.get("profile") == profile]
    assert {each["trial"] for each in entry["questions"]} <= {"t9"}
    return report["profiles"][profile]["conclusion"], [each["missing"] for each in entry["questions"]]


def answered(said: dict[str, Any], fields: list[str]) -> dict[str, Any]:
    """The same trial with these questions answered."""
    for field in fields:
        said = said | ANSWERS[field]
    return said


@each_of(CASES)
def test_the_answers_make_it_met_and_none_of_them_can_be_spared(reason: str, profile: str, said: dict[str, Any]) -> None:
    open_ = trial(**{"id": "t9", "agent": "mirtazapine"} | said)
    conclusion, fields = asking(profile, *before_it(profile), open_)
    if conclusion == "met":
        assert fields == []
        return
    assert conclusion == "undetermined"
    assert fields
    assert asking(profile, *before_it(profile), answered(open_, fields)) == ("met", [])
    for field in fields:
        spared = [each for each in fields if each != field]
        assert asking(profile, *before_it(profile), answered(open_, spared))[0] == "undetermined"


ONE_WAY: list[tuple[str, dict[str, Any], list[str]]] = [
    ("one question about side effects rather than two", {"max_daily_dose_mg": None, "improvement_percent": None, "stopped_because": None}, ["stopped_because"]),
    ("of one and one, the weeks", {"weeks_at_max_dose": None, "weeks_total": None, "stopped_because": None}, ["weeks_at_or_above"]),
]  # fmt: skip


@each_of(ONE_WAY)
def test_of_two_ways_to_count_the_shorter_is_asked(reason: str, said: dict[str, Any], fields: list[str]) -> None:
    assert asking("tms_one", trial(**{"id": "t9", "agent": "mirtazapine"} | said)) == ("undetermined", fields)


ALREADY: list[tuple[str, str, dict[str, Any]]] = [
    ("lifetime asks for no adherence", "lifetime", {"adherence": "unknown"} | COST),
    ("canadian rules out only rarely", "canadian", {"adherence": "unknown"} | COST),
    ("lifetime asks for no time", "lifetime", UNDATED),
    ("vns_four asks for no time", "vns_four", UNDATED),
    ("payer_three counts side effects whatever the dose", "payer_three", {"max_daily_dose_mg": None, "stopped_because": ["side_effects"]}),
]


@each_of(ALREADY)
def test_what_a_rule_does_not_ask_opens_no_question(reason: str, profile: str, said: dict[str, Any]) -> None:
    assert asking(profile, *before_it(profile), trial(**{"id": "t9", "agent": "mirtazapine"} | said)) == ("met", [])


@pytest.mark.parametrize("profile", [each.id for each in profiles()])
def test_where_nothing_can_be_asked_nothing_is(profile: str) -> None:
    blank = trial("t9", "bupropion-hbr-xl", stopped_because=["cost"])
    assert asking(profile, *before_it(profile), blank) == ("undetermined", [])


@pytest.mark.parametrize("profile", [each.id for each in profiles()])
def test_where_no_answer_is_enough_the_one_question_is_for_another_trial(profile: str) -> None:
    report = evaluate(history(*before_it(profile)))
    (entry,) = [each for each in report["explanation"] if each.get("profile") == profile]
    assert [(each["trial"], each["missing"]) for each in entry["questions"]] == [("", "trials")]


@pytest.mark.parametrize("profile", [each.id for each in profiles()])
def test_the_trial_it_asks_for_makes_it_met(profile: str) -> None:
    added = trial("t9", "mirtazapine", max_daily_dose_mg=STRONG["mirtazapine"])
    assert asking(profile, *before_it(profile), added) == ("met", [])


@pytest.mark.parametrize("profile", [each.id for each in profiles()])
@pytest.mark.parametrize(
    ("conclusion", "said"), [("excluded", {"conditions": {"bipolar": "yes"}}), ("out_of_scope", {"patient": {"age_years": 17}})]
)
def test_no_question_reopens_what_a_fact_has_closed(profile: str, conclusion: str, said: dict[str, Any]) -> None:
    report = evaluate(history(trial("t9", adherence=None, improvement_percent=None), **said))
    (entry,) = [each for each in report["explanation"] if each.get("profile") == profile]
    assert (report["profiles"][profile]["conclusion"], entry["questions"]) == (conclusion, [])
