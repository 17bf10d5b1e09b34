"""Each test's sentence, written where the comparison is made, with the field it rests on, the rule and the source."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import EPISODE, history, trial
from tests.trd.tables import each_of
from trd import evaluate, findings_of

LABEL = "US prescribing information, usual adult dose ranges"
OTHER = {"other": "Tea"}
NO_DATES = {"start": None, "stop": None, "in_current_episode": None}

CASES: list[tuple[str, str, dict[str, Any], str, str, str]] = [
    ("consensus", "is_antidepressant", {}, "yes", "sertraline is an antidepressant (class SSRI)", "agent"),
    ("consensus", "is_antidepressant", {"agent": "venlafaxine-xr"}, "yes", "venlafaxine XR is an antidepressant (class SNRI)", "agent"),
    ("consensus", "is_antidepressant", {"augments": "t2"}, "no", "sertraline was added to trial t2: augmentation, not a trial of its own", "augments"),
    ("consensus", "is_antidepressant", {"agent": "lithium"}, "no", "lithium stands in the catalogue as an augmenter, not as an antidepressant", "agent"),
    ("consensus", "is_antidepressant", {"agent": "zuranolone"}, "no", "zuranolone stands in the catalogue as a treatment given as a course, not as an antidepressant", "agent"),
    ("consensus", "is_antidepressant", {"agent": "prazosin"}, "no", "prazosin stands in the catalogue as no antidepressant, not as an antidepressant", "agent"),
    ("consensus", "is_antidepressant", {"agent": OTHER}, "unknown", "Tea is not in the catalogue and may or may not be an antidepressant", "agent"),
    ("consensus", "is_antidepressant", {"agent": OTHER | {"role": "antidepressant"}}, "yes", "Tea is not in the catalogue; it was named as an antidepressant", "agent"),
    ("consensus", "is_antidepressant", {"agent": OTHER | {"role": "augmenter"}}, "no", "Tea is not in the catalogue; it was named as an augmenter", "agent"),
    ("consensus", "is_antidepressant", {"agent": OTHER | {"role": "not_antidepressant"}}, "no", "Tea is not in the catalogue; it was named as no antidepressant", "agent"),
    ("consensus", "for_depression", {}, "yes", "It was taken for depression", "purposes"),
    ("consensus", "for_depression", {"purposes": []}, "unknown", "What it was taken for is not known", "purposes"),
    ("consensus", "for_depression", {"purposes": ["anxiety"]}, "unknown", "It was taken for anxiety; whether for depression too is not known", "purposes"),
    ("consensus", "for_depression", {"purposes": ["sleep", "pain"]}, "no", "It was taken for pain and sleep, not for depression", "purposes"),
    ("consensus", "dose", {"max_daily_dose_mg": 150}, "yes", "150 mg a day is at or above the 50 mg floor (label, from memory)", "max_daily_dose_mg"),
    ("consensus", "dose", {"max_daily_dose_mg": 25}, "no", "25 mg a day is below the 50 mg floor (label, from memory)", "max_daily_dose_mg"),
    ("consensus", "dose", {"max_daily_dose_mg": {"min": 25, "max": 75}}, "unknown", "25 to 75 mg a day may or may not reach the 50 mg floor (label, from memory)", "max_daily_dose_mg"),
    ("consensus", "dose", {"max_daily_dose_mg": {"min": 75}}, "yes", "At least 75 mg a day is at or above the 50 mg floor (label, from memory)", "max_daily_dose_mg"),
    ("consensus", "dose", {"max_daily_dose_mg": None}, "unknown", "The highest dose is not known; it is held against the 50 mg floor (label, from memory)", "max_daily_dose_mg"),
    ("consensus", "dose", {"max_daily_dose_mg": None, "weeks_at_or_above": [{"mg": 75, "weeks": 6}]}, "yes", "At least 75 mg a day is at or above the 50 mg floor (label, from memory)", "weeks_at_or_above"),
    ("consensus", "dose", {"max_daily_dose_mg": None, "weeks_at_or_above": [{"weeks": 6}]}, "unknown", "Some mg a day may or may not reach the 50 mg floor (label, from memory)", "weeks_at_or_above"),
    ("consensus", "dose", {"agent": "fluvoxamine"}, "unknown", "No label floor is known for fluvoxamine IR or CR, so its dose cannot be judged", "max_daily_dose_mg"),
    ("canadian", "dose", {"agent": "paroxetine-cr"}, "yes", "200 mg a day is at or above the 25 mg floor (CANMAT 2023, by analogy)", "max_daily_dose_mg"),
    ("canadian", "dose", {"agent": OTHER}, "unknown", "No CANMAT 2023 floor is known for Tea, so its dose cannot be judged", "max_daily_dose_mg"),
    ("strict_form", "dose", {"agent": "tianeptine"}, "yes", "200 mg a day is at or above the 37.5 mg floor (strict, secondary)", "max_daily_dose_mg"),
    ("consensus", "dose", {"agent": "vilazodone", "max_daily_dose_mg": 20}, "yes", "20 mg a day is at or above the 20 mg floor (label, verified)", "max_daily_dose_mg"),
    ("consensus", "duration", {}, "yes", "12 weeks at or above 50 mg (label, from memory); at least 4 are asked at or above the label floor", "weeks_at_max_dose"),
    ("consensus", "duration", {"weeks_at_max_dose": 1, "weeks_total": 3}, "no", "1 to 3 weeks at or above 50 mg (label, from memory); at least 4 are asked at or above the label floor", "weeks_total"),
    ("consensus", "duration", {"weeks_at_max_dose": None, "weeks_total": 8}, "unknown", "At most 8 weeks at or above 50 mg (label, from memory); at least 4 are asked at or above the label floor", "weeks_at_max_dose"),
    ("consensus", "duration", {"weeks_at_max_dose": None, "weeks_total": None, **NO_DATES}, "unknown", "The weeks at or above 50 mg are not known; at least 4 are asked at or above the label floor", "weeks_at_max_dose"),
    ("consensus", "duration", {"max_daily_dose_mg": 25}, "no", "0 weeks at or above 50 mg (label, from memory); at least 4 are asked at or above the label floor", "max_daily_dose_mg"),
    ("strict_form", "duration", {"weeks_at_max_dose": None, "weeks_total": None, "start": "2026-01-01", "stop": "2026-01-15"}, "no", "At most 2 weeks at or above 50 mg (strict, secondary); at least 8 are asked at or above the strict floor", "start"),
    ("consensus", "duration", {"agent": OTHER}, "unknown", "No label floor is known, and the medicine was taken for at most 12 weeks in all; at least 4 are asked at or above the label floor", "weeks_at_max_dose"),
    ("consensus", "adherence", {}, "yes", "It was taken most days; most days are asked", "adherence"),
    ("consensus", "adherence", {"adherence": "about_half"}, "no", "It was taken about half the days; most days are asked", "adherence"),
    ("canadian", "adherence", {"adherence": "rarely"}, "no", "It was taken rarely; only rarely is ruled out", "adherence"),
    ("lifetime", "adherence", {"adherence": None}, "yes", "How regularly it was taken is not known; this rule does not ask", "adherence"),
    ("consensus", "failed", {}, "yes", "The depression improved by 10 percent at best; below 25 percent is asked", "improvement_percent"),
    ("esketamine_trial", "failed", {"improvement_percent": {"min": 0, "max": 24}}, "yes", "The depression improved by 0 to 24 percent at best; at most 25 percent is asked", "improvement_percent"),
    ("consensus", "failed", {"improvement_percent": None}, "yes", "It was stopped for no benefit, read as 0 to 24 percent improvement; below 25 percent is asked", "stopped_because"),
    ("canadian", "failed", {"improvement_percent": None, "stopped_because": None}, "unknown", "How much it helped is not known; below 50 percent is asked", "improvement_percent"),
    ("canadian", "failed", {"improvement_percent": 70, "wore_off": "yes"}, "unknown", "It helped (70 percent) and then wore off; a clinician decides whether it failed", "wore_off"),
    ("consensus", "in_scope", {}, "yes", "It was said to belong to the current episode", "in_current_episode"),
    ("consensus", "in_scope", {"in_current_episode": "no"}, "no", "It was said to not belong to the current episode", "in_current_episode"),
    ("consensus", "in_scope", NO_DATES, "unknown", "Whether it belongs to the current episode is not known", "in_current_episode"),
    ("consensus", "in_scope", NO_DATES | {"start": EPISODE}, "yes", "It was begun on or after the day the current episode began", "start"),
    ("strict_form", "in_scope", NO_DATES | {"stop": "2025-12"}, "yes", "It was still taken 8 weeks into the current episode", "stop"),
    ("consensus", "in_scope", NO_DATES | {"stop": "2024"}, "no", "It was stopped before the current episode began", "stop"),
    ("lifetime", "in_scope", {}, "yes", "This rule reads the whole lifetime", "in_current_episode"),
    ("payer_five_year", "in_scope", {}, "yes", "It was taken within 5 years before the day described", "stop"),
    ("payer_five_year", "in_scope", NO_DATES | {"start": "2025-12"}, "yes", "It was taken within 5 years before the day described", "start"),
    ("payer_five_year", "in_scope", NO_DATES | {"in_current_episode": "yes"}, "yes", "It was taken within 5 years before the day described", "in_current_episode"),
    ("payer_five_year", "in_scope", NO_DATES, "unknown", "It is not known whether it was taken within 5 years before the day described", "stop"),
    ("payer_five_year", "in_scope", NO_DATES | {"stop": "2019"}, "no", "It was not taken within 5 years before the day described", "stop"),
    ("consensus", "intolerance", {}, "no", "This rule does not count a trial for its side effects", "stopped_because"),
    ("payer_three", "intolerance", {}, "no", "It was not stopped for side effects", "stopped_because"),
    ("payer_three", "intolerance", {"stopped_because": None}, "unknown", "Why it was stopped is not known; side effects would count", "stopped_because"),
    ("payer_three", "intolerance", {"stopped_because": ["side_effects"]}, "yes", "It was stopped for side effects, which this rule counts whatever the dose and length", "stopped_because"),
]  # fmt: skip


@each_of(CASES)
def test_the_sentence_the_verdict_and_the_field(
    profile: str, test: str, said: dict[str, Any], verdict: str, sentence: str, field: str
) -> None:
    one = trial(**said)
    report = evaluate(history(one, trial("t2", "fluoxetine")))
    (found,) = [each for each in findings_of(report, profile, "t1") if each["test"] == test]
    assert (found["verdict"], found["sentence"]) == (verdict, sentence)
    assert found["place"] == f"trials[0].{field}"
    assert found["value"] == one.get(field)


RULES: list[tuple[str, str, str, str, str]] = [
    ("consensus", "is_antidepressant", "an antidepressant, not added to another", "Sforzini", "as its source"),
    ("consensus", "for_depression", "taken for depression", "Sforzini", "as its source"),
    ("consensus", "dose", "a daily dose at or above the label floor", LABEL, "from memory"),
    ("consensus", "duration", "at least 4 weeks at or above the label floor", LABEL, "from memory"),
    ("consensus", "adherence", "adherence required", "Sforzini", "as its source"),
    ("consensus", "failed", "improvement below 25 percent", "Sforzini", "as its source"),
    ("consensus", "in_scope", "scope: current episode", "Sforzini", "as its source"),
    ("consensus", "intolerance", "intolerance no", "Sforzini", "as its source"),
    ("esketamine_trial", "failed", "improvement at most 25 percent", "PMID 37025256", "as its source"),
    ("esketamine_trial", "dose", "a daily dose at or above the strict floor", "COMPASS COMP006", "secondary"),
    ("canadian", "dose", "a daily dose at or above the CANMAT 2023 floor", "CANMAT 2023", "secondary"),
    ("payer_five_year", "in_scope", "scope: within 5 years", "CareFirst (Caremark) (undated copy)", "as its source"),
    ("lifetime", "in_scope", "scope: lifetime", "Fabbri", "as its source"),
    ("vns_four", "failed", "improvement below 50 percent", "160.18 (coverage with evidence development) (2019-02-15)", "as its source"),
]


@each_of(RULES)
def test_the_rule_its_source_and_how_it_was_verified(profile: str, test: str, rule: str, source: str, status: str) -> None:
    report = evaluate(history(trial()))
    (found,) = [each for each in findings_of(report, profile, "t1") if each["test"] == test]
    assert (found["rule"], found["status"]) == (rule, status)
    assert source in found["source"]


@pytest.mark.parametrize(("agent", "status"), [(OTHER, "unknown floor"), ("fluvoxamine", "unknown floor"), ("sertraline", "from memory")])
def test_a_blank_floor_is_marked_as_unknown_and_keeps_its_source(agent: Any, status: str) -> None:
    found = findings_of(evaluate(history(trial(agent=agent))), "consensus", "t1")[2]
    assert (found["status"], found["source"]) == (status, LABEL)


def test_the_eight_tests_stand_in_their_order_and_agree_with_the_section() -> None:
    report = evaluate(history(trial(), trial("t2", OTHER), trial("t3", "lithium", augments="t1")))
    for id_, section in report["profiles"].items():
        for name, found in section["trials"].items():
            tests = findings_of(report, id_, name)
            assert [(each["test"], each["verdict"]) for each in tests] == list(found["tests"].items())
            assert all("profiles" not in each for each in tests)


@pytest.mark.parametrize(("profile", "name"), [("nobody", "t1"), ("consensus", "t9")])
def test_a_profile_or_trial_that_is_not_there(profile: str, name: str) -> None:
    with pytest.raises(KeyError):
        findings_of(evaluate(history(trial())), profile, name)
