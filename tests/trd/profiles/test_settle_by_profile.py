"""What each profile asks for when one fact of the last trial it misses is not answered."""

from __future__ import annotations

from typing import Any

from tests.trd.build import failures, judged, trial
from tests.trd.tables import each_of

CASES: list[tuple[str, str, str, int, list[list[str]]]] = [
    ("intake_screen: purposes", "intake_screen", "purposes", 1, [["for_depression", "purposes"]]),
    (
        "intake_screen: max daily dose mg",
        "intake_screen",
        "max_daily_dose_mg",
        1,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("intake_screen: weeks", "intake_screen", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("intake_screen: improvement", "intake_screen", "improvement", 1, [["failed", "improvement_percent"]]),
    ("intake_screen: adherence", "intake_screen", "adherence", 1, [["adherence", "adherence"]]),
    ("intake_screen: scope", "intake_screen", "scope", 1, [["in_scope", "in_current_episode"]]),
    ("consensus: purposes", "consensus", "purposes", 1, [["for_depression", "purposes"]]),
    (
        "consensus: max daily dose mg",
        "consensus",
        "max_daily_dose_mg",
        1,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("consensus: weeks", "consensus", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("consensus: improvement", "consensus", "improvement", 1, [["failed", "improvement_percent"]]),
    ("consensus: adherence", "consensus", "adherence", 1, [["adherence", "adherence"]]),
    ("consensus: scope", "consensus", "scope", 1, [["in_scope", "in_current_episode"]]),
    ("canadian: purposes", "canadian", "purposes", 1, [["for_depression", "purposes"]]),
    ("canadian: max daily dose mg", "canadian", "max_daily_dose_mg", 1, [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]]),
    ("canadian: weeks", "canadian", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("canadian: improvement", "canadian", "improvement", 1, [["failed", "improvement_percent"]]),
    ("canadian: adherence", "canadian", "adherence", 1, []),
    ("canadian: scope", "canadian", "scope", 1, [["in_scope", "in_current_episode"]]),
    ("esketamine_trial: purposes", "esketamine_trial", "purposes", 1, [["for_depression", "purposes"]]),
    (
        "esketamine_trial: max daily dose mg",
        "esketamine_trial",
        "max_daily_dose_mg",
        1,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("esketamine_trial: weeks", "esketamine_trial", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("esketamine_trial: improvement", "esketamine_trial", "improvement", 1, [["failed", "improvement_percent"]]),
    ("esketamine_trial: adherence", "esketamine_trial", "adherence", 1, []),
    ("esketamine_trial: scope", "esketamine_trial", "scope", 1, [["in_scope", "in_current_episode"]]),
    ("strict_form: purposes", "strict_form", "purposes", 1, [["for_depression", "purposes"]]),
    (
        "strict_form: max daily dose mg",
        "strict_form",
        "max_daily_dose_mg",
        1,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("strict_form: weeks", "strict_form", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("strict_form: improvement", "strict_form", "improvement", 1, [["failed", "improvement_percent"]]),
    ("strict_form: adherence", "strict_form", "adherence", 1, [["adherence", "adherence"]]),
    ("strict_form: scope", "strict_form", "scope", 1, [["in_scope", "in_current_episode"]]),
    ("lifetime: purposes", "lifetime", "purposes", 1, [["for_depression", "purposes"]]),
    ("lifetime: max daily dose mg", "lifetime", "max_daily_dose_mg", 1, [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]]),
    ("lifetime: weeks", "lifetime", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("lifetime: improvement", "lifetime", "improvement", 1, [["failed", "improvement_percent"]]),
    ("lifetime: adherence", "lifetime", "adherence", 1, []),
    ("lifetime: scope", "lifetime", "scope", 1, []),
    ("payer_two_class: purposes", "payer_two_class", "purposes", 1, [["for_depression", "purposes"]]),
    (
        "payer_two_class: max daily dose mg",
        "payer_two_class",
        "max_daily_dose_mg",
        1,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("payer_two_class: weeks", "payer_two_class", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("payer_two_class: improvement", "payer_two_class", "improvement", 1, [["failed", "improvement_percent"]]),
    ("payer_two_class: adherence", "payer_two_class", "adherence", 1, []),
    ("payer_two_class: scope", "payer_two_class", "scope", 1, [["in_scope", "in_current_episode"]]),
    ("payer_five_year: purposes", "payer_five_year", "purposes", 1, [["for_depression", "purposes"]]),
    (
        "payer_five_year: max daily dose mg",
        "payer_five_year",
        "max_daily_dose_mg",
        1,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("payer_five_year: weeks", "payer_five_year", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("payer_five_year: improvement", "payer_five_year", "improvement", 1, [["failed", "improvement_percent"]]),
    ("payer_five_year: adherence", "payer_five_year", "adherence", 1, []),
    ("payer_five_year: scope", "payer_five_year", "scope", 1, [["in_scope", "stop"]]),
    ("payer_three: purposes", "payer_three", "purposes", 2, [["for_depression", "purposes"]]),
    (
        "payer_three: max daily dose mg",
        "payer_three",
        "max_daily_dose_mg",
        2,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("payer_three: weeks", "payer_three", "weeks", 2, [["duration", "weeks_at_or_above"]]),
    ("payer_three: improvement", "payer_three", "improvement", 2, [["failed", "improvement_percent"]]),
    ("payer_three: adherence", "payer_three", "adherence", 2, []),
    ("payer_three: scope", "payer_three", "scope", 2, []),
    ("tms_one: purposes", "tms_one", "purposes", 0, [["for_depression", "purposes"]]),
    ("tms_one: max daily dose mg", "tms_one", "max_daily_dose_mg", 0, [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]]),
    ("tms_one: weeks", "tms_one", "weeks", 0, [["duration", "weeks_at_or_above"]]),
    ("tms_one: improvement", "tms_one", "improvement", 0, [["failed", "improvement_percent"]]),
    ("tms_one: adherence", "tms_one", "adherence", 0, []),
    ("tms_one: scope", "tms_one", "scope", 0, [["in_scope", "in_current_episode"]]),
    ("tms_two_class: purposes", "tms_two_class", "purposes", 1, [["for_depression", "purposes"]]),
    (
        "tms_two_class: max daily dose mg",
        "tms_two_class",
        "max_daily_dose_mg",
        1,
        [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]],
    ),
    ("tms_two_class: weeks", "tms_two_class", "weeks", 1, [["duration", "weeks_at_or_above"]]),
    ("tms_two_class: improvement", "tms_two_class", "improvement", 1, [["failed", "improvement_percent"]]),
    ("tms_two_class: adherence", "tms_two_class", "adherence", 1, []),
    ("tms_two_class: scope", "tms_two_class", "scope", 1, [["in_scope", "in_current_episode"]]),
    ("vns_four: purposes", "vns_four", "purposes", 3, [["for_depression", "purposes"]]),
    ("vns_four: max daily dose mg", "vns_four", "max_daily_dose_mg", 3, [["dose", "max_daily_dose_mg"], ["duration", "weeks_at_or_above"]]),
    ("vns_four: weeks", "vns_four", "weeks", 3, [["duration", "weeks_at_or_above"]]),
    ("vns_four: improvement", "vns_four", "improvement", 3, [["failed", "improvement_percent"]]),
    ("vns_four: adherence", "vns_four", "adherence", 3, []),
    ("vns_four: scope", "vns_four", "scope", 3, []),
]


SAID: dict[str, dict[str, Any]] = {
    "purposes": {"purposes": None},
    "max_daily_dose_mg": {"max_daily_dose_mg": None},
    "weeks": {"weeks_at_max_dose": None, "weeks_total": None, "start": None},
    "improvement": {"improvement_percent": None, "stopped_because": ["cost"]},
    "adherence": {"adherence": None},
    "scope": {"in_current_episode": None, "start": None, "stop": None},
}
OTHERS = ("duloxetine", "mirtazapine", "nortriptyline")


@each_of(CASES)
def test_what_would_settle_it(reason: str, profile: str, fact: str, others: int, asked: list[list[str]]) -> None:
    section = judged(profile, *failures(*OTHERS[:others]), trial("x", **SAID[fact]))
    assert [[each["test"], each["missing"]] for each in section["would_settle"]] == asked
    assert {each["trial"] for each in section["would_settle"]} <= {"x"}
    assert section["conclusion"] == ("undetermined" if asked else "met")
