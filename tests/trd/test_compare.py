"""What changed between two reports, and because of what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import compare, evaluate, with_profiles

OWN = """
[profiles.ours]
name = "Ours"
kind = "definition"
min_trials = 1
min_classes = 1
floor = "label"
min_weeks = 4
failure = { below = 50 }
scope = "lifetime"
adherence = "ignored"
intolerance = "no"
excludes = []
citation = "Our clinic, 2026"
date = "2026"
note = "Ours."
other_requirements = []
sources = ["contract"]
"""


def of(*trials: dict[str, Any], **said: Any) -> dict[str, Any]:
    """The comparison of one plain trial with these."""
    return compare(evaluate(history(trial())), evaluate(history(*trials, **said)))


def test_the_same_report_twice_changed_in_nothing() -> None:
    assert of(trial()) == {"because": "nothing", "flag_moved": False, "facts": [], "tests": [], "conclusions": [], "rules": {}}


def test_a_fact_that_moved_a_test_and_its_count() -> None:
    found = of(trial(adherence="rarely"))
    assert (found["because"], found["flag_moved"]) == ("facts", False)
    assert found["facts"] == [{"trial": "t1", "field": "adherence", "before": "most_days", "after": "rarely"}]
    assert {"profile": "consensus", "trial": "t1", "test": "adherence", "before": "yes", "after": "no"} in found["tests"]
    assert {"profile": "consensus", "trial": "t1", "test": "counts", "before": "yes", "after": "no"} in found["tests"]
    assert all(each["profile"] != "lifetime" for each in found["tests"])
    assert found["conclusions"] == [{"profile": "tms_one", "before": "met", "after": "not_met"}]


def test_a_fact_that_moved_no_test_still_shows() -> None:
    found = of(trial(max_daily_dose_mg=199))
    assert found["facts"] == [{"trial": "t1", "field": "max_daily_dose_mg", "before": 200, "after": 199}]
    assert found["tests"] == []


def test_a_trial_that_was_added_moves_the_flag() -> None:
    found = of(trial(), trial("t2", "fluoxetine"))
    assert found["flag_moved"] is True
    assert {"trial": "t2", "field": "agent", "before": None, "after": "fluoxetine"} in found["facts"]
    assert {"profile": "intake_screen", "before": "not_met", "after": "met"} in found["conclusions"]


def test_a_trial_that_was_taken_out() -> None:
    found = of()
    assert {"trial": "t1", "field": "agent", "before": "sertraline", "after": None} in found["facts"]
    assert {"profile": "consensus", "trial": "t1", "test": "dose", "before": "yes", "after": None} in found["tests"]


RULES: list[tuple[str, dict[str, Any], str]] = [
    ("the same facts under other rules", {}, "rules"),
    ("other facts under other rules", {"adherence": "rarely"}, "facts_and_rules"),
]


@pytest.mark.parametrize(("reason", "said", "because"), RULES, ids=[case[0] for case in RULES])
def test_rules_that_changed(reason: str, said: dict[str, Any], because: str, tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(OWN, "utf-8")
    rules = with_profiles(own)
    before = evaluate(history(trial()))
    found = compare(before, evaluate(history(trial(**said)), rules=rules))
    assert found["because"] == because
    assert found["rules"] == {"rules_sha256": [before["engine"]["rules_sha256"], rules.digest]}
    assert {"profile": "ours", "before": None, "after": "met"} in found["conclusions"]


def test_a_report_of_an_older_engine_that_carried_no_digest_of_its_rules() -> None:
    now = evaluate(history(trial()))
    old = now | {"engine": {key: value for key, value in now["engine"].items() if key != "rules_sha256"}}
    assert compare(old, now)["rules"] == {"rules_sha256": [None, now["engine"]["rules_sha256"]]}
    assert compare(now, old)["rules"] == {"rules_sha256": [now["engine"]["rules_sha256"], None]}
    assert (compare(old, now)["because"], compare(old, now)["conclusions"]) == ("rules", [])


FACTS: list[tuple[str, dict[str, Any], dict[str, Any], str, list[str]]] = [
    ("a dose that falls below the floor", {}, {"max_daily_dose_mg": 25}, "max_daily_dose_mg", ["dose", "duration", "counts"]),
    ("a dose that is forgotten", {}, {"max_daily_dose_mg": None}, "max_daily_dose_mg", ["dose", "duration", "counts"]),
    ("a dose that is remembered", {"max_daily_dose_mg": None}, {}, "max_daily_dose_mg", ["dose", "duration", "counts"]),
    ("another purpose", {}, {"purposes": ["pain"]}, "purposes", ["for_depression", "counts"]),
    ("another agent", {}, {"agent": "lithium"}, "agent", ["is_antidepressant", "dose", "duration", "counts"]),
    ("another improvement", {}, {"improvement_percent": 60}, "improvement_percent", ["failed", "counts"]),
    ("another episode", {}, {"in_current_episode": "no"}, "in_current_episode", ["in_scope", "counts"]),
    ("a reason that no rule of ours reads", {}, {"stopped_because": ["cost"]}, "stopped_because", []),
    ("the same dose as an interval", {}, {"max_daily_dose_mg": {"min": 200, "max": 200}}, "max_daily_dose_mg", []),
]  # fmt: skip


@each_of(FACTS)
def test_the_fact_that_changed_and_the_tests_it_moved(
    reason: str, before: dict[str, Any], after: dict[str, Any], field: str, tests: list[str]
) -> None:
    old, new = trial(**before), trial(**after)
    found = compare(evaluate(history(old)), evaluate(history(new)))
    assert found["because"] == "facts"
    assert {"trial": "t1", "field": field, "before": old.get(field), "after": new.get(field)} in found["facts"]
    assert [each["test"] for each in found["tests"] if each["profile"] == "consensus"] == tests
    assert found["rules"] == {}


WHOLE: list[tuple[str, dict[str, Any], dict[str, Any], list[tuple[str, str, Any, Any]]]] = [
    ("nothing", {}, {}, []),
    ("a condition", {}, {"conditions": {"bipolar": "yes"}}, [("", "conditions.bipolar", None, "yes")]),
    ("a condition taken back", {"conditions": {"bipolar": "yes"}}, {"conditions": {}}, [("", "conditions.bipolar", "yes", None)]),
    ("the age", {"patient": {"age_years": 40}}, {"patient": {"age_years": 41}}, [("", "patient.age_years", 40, 41)]),
    ("the start of the episode", {}, {"episode": {"start": "2024"}}, [("", "episode.start", None, "2024")]),
    ("what a clinician confirmed", {}, {"confirmed_by_clinician": ["bipolar"]}, [("", "confirmed_by_clinician", None, ["bipolar"])]),
    ("the day", {"as_of": "2026-11-20"}, {"as_of": "2026-11-21"}, [("", "as_of", "2026-11-20", "2026-11-21")]),
    ("a field that decides no test", {"trials": [{"id": "a", "agent": "lithium"}]}, {"trials": [{"id": "a", "agent": "lithium", "source": "letter"}]}, [("a", "source", None, "letter")]),
    ("trials in another order", {"trials": [{"id": "a", "agent": "x"}, {"id": "b", "agent": "y"}]}, {"trials": [{"id": "b", "agent": "y"}, {"id": "a", "agent": "x"}]}, []),
    ("a trial that was added", {"trials": None}, {"trials": [{"id": "a", "agent": "lithium"}]}, [("a", "id", None, "a"), ("a", "agent", None, "lithium")]),
    ("null and left out", {"patient": {"age_years": None}, "scales": None}, {}, []),
    ("a case before its trials", {"trials": [{"id": "a", "agent": "x"}], "episode": {"start": "2025"}}, {"trials": [{"id": "a", "agent": "y"}], "episode": {"start": "2024"}}, [("", "episode.start", "2025", "2024"), ("a", "agent", "x", "y")]),
]  # fmt: skip


@each_of(WHOLE)
def test_with_the_two_histories_every_fact_shows(
    reason: str, before: dict[str, Any], after: dict[str, Any], facts: list[tuple[str, str, Any, Any]]
) -> None:
    report = evaluate(history())
    found = compare(report, report, (before, after))
    assert [(each["trial"], each["field"], each["before"], each["after"]) for each in found["facts"]] == facts
    assert found | {"facts": []} == compare(report, report)


CONCLUSIONS: list[tuple[str, list[dict[str, Any]], dict[str, Any], str, str]] = [
    ("one more failure", [trial(), trial("t2", "fluoxetine")], {}, "not_met", "met"),
    ("one more that may be a failure", [trial(), trial("t2", "fluoxetine", adherence=None)], {}, "not_met", "undetermined"),
    ("a diagnosis", [trial()], {"conditions": {"bipolar": "yes"}}, "not_met", "excluded"),
    ("an age", [trial()], {"patient": {"age_years": 17}}, "not_met", "out_of_scope"),
]


@each_of(CONCLUSIONS)
def test_the_conclusion_that_moved(reason: str, trials: list[dict[str, Any]], said: dict[str, Any], before: str, after: str) -> None:
    found = of(*trials, **said)
    assert {"profile": "consensus", "before": before, "after": after} in found["conclusions"]
    assert found["flag_moved"] is True


def test_a_comparison_read_backwards_says_the_same() -> None:
    first, second = evaluate(history(trial())), evaluate(history(trial(adherence="rarely"), trial("t2", "fluoxetine")))
    there, back = compare(first, second), compare(second, first)
    for name in ("facts", "tests", "conclusions"):
        turned = [each | {"before": each["after"], "after": each["before"]} for each in back[name]]
        assert sorted(map(str, there[name])) == sorted(map(str, turned))


def test_another_flag_on_the_same_facts_and_rules() -> None:
    document = history(trial())
    found = compare(evaluate(document), evaluate(document, "tms_one"))
    assert (found["because"], found["flag_moved"], found["conclusions"]) == ("nothing", True, [])
