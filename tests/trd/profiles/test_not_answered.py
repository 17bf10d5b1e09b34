"""Each fact not answered, under each profile: which tests it leaves open, and whether the trial still counts."""

from __future__ import annotations

from typing import Any

from tests.trd.build import judged, trial
from tests.trd.tables import each_of

CASES: list[tuple[str, str, str, list[str], str]] = [
    ("intake_screen: purposes not answered", "intake_screen", "purposes", ["for_depression"], "unknown"),
    ("intake_screen: max daily dose mg not answered", "intake_screen", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("intake_screen: weeks not answered", "intake_screen", "weeks", ["duration"], "unknown"),
    ("intake_screen: improvement not answered", "intake_screen", "improvement", ["failed"], "unknown"),
    ("intake_screen: adherence not answered", "intake_screen", "adherence", ["adherence"], "unknown"),
    ("intake_screen: scope not answered", "intake_screen", "scope", ["in_scope"], "unknown"),
    ("intake_screen: reason not answered", "intake_screen", "reason", [], "yes"),
    ("consensus: purposes not answered", "consensus", "purposes", ["for_depression"], "unknown"),
    ("consensus: max daily dose mg not answered", "consensus", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("consensus: weeks not answered", "consensus", "weeks", ["duration"], "unknown"),
    ("consensus: improvement not answered", "consensus", "improvement", ["failed"], "unknown"),
    ("consensus: adherence not answered", "consensus", "adherence", ["adherence"], "unknown"),
    ("consensus: scope not answered", "consensus", "scope", ["in_scope"], "unknown"),
    ("consensus: reason not answered", "consensus", "reason", [], "yes"),
    ("canadian: purposes not answered", "canadian", "purposes", ["for_depression"], "unknown"),
    ("canadian: max daily dose mg not answered", "canadian", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("canadian: weeks not answered", "canadian", "weeks", ["duration"], "unknown"),
    ("canadian: improvement not answered", "canadian", "improvement", ["failed"], "unknown"),
    ("canadian: adherence not answered", "canadian", "adherence", [], "yes"),
    ("canadian: scope not answered", "canadian", "scope", ["in_scope"], "unknown"),
    ("canadian: reason not answered", "canadian", "reason", [], "yes"),
    ("esketamine_trial: purposes not answered", "esketamine_trial", "purposes", ["for_depression"], "unknown"),
    ("esketamine_trial: max daily dose mg not answered", "esketamine_trial", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("esketamine_trial: weeks not answered", "esketamine_trial", "weeks", ["duration"], "unknown"),
    ("esketamine_trial: improvement not answered", "esketamine_trial", "improvement", ["failed"], "unknown"),
    ("esketamine_trial: adherence not answered", "esketamine_trial", "adherence", [], "yes"),
    ("esketamine_trial: scope not answered", "esketamine_trial", "scope", ["in_scope"], "unknown"),
    ("esketamine_trial: reason not answered", "esketamine_trial", "reason", [], "yes"),
    ("strict_form: purposes not answered", "strict_form", "purposes", ["for_depression"], "unknown"),
    ("strict_form: max daily dose mg not answered", "strict_form", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("strict_form: weeks not answered", "strict_form", "weeks", ["duration"], "unknown"),
    ("strict_form: improvement not answered", "strict_form", "improvement", ["failed"], "unknown"),
    ("strict_form: adherence not answered", "strict_form", "adherence", ["adherence"], "unknown"),
    ("strict_form: scope not answered", "strict_form", "scope", ["in_scope"], "unknown"),
    ("strict_form: reason not answered", "strict_form", "reason", [], "yes"),
    ("lifetime: purposes not answered", "lifetime", "purposes", ["for_depression"], "unknown"),
    ("lifetime: max daily dose mg not answered", "lifetime", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("lifetime: weeks not answered", "lifetime", "weeks", ["duration"], "unknown"),
    ("lifetime: improvement not answered", "lifetime", "improvement", ["failed"], "unknown"),
    ("lifetime: adherence not answered", "lifetime", "adherence", [], "yes"),
    ("lifetime: scope not answered", "lifetime", "scope", [], "yes"),
    ("lifetime: reason not answered", "lifetime", "reason", [], "yes"),
    ("payer_two_class: purposes not answered", "payer_two_class", "purposes", ["for_depression"], "unknown"),
    ("payer_two_class: max daily dose mg not answered", "payer_two_class", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("payer_two_class: weeks not answered", "payer_two_class", "weeks", ["duration"], "unknown"),
    ("payer_two_class: improvement not answered", "payer_two_class", "improvement", ["failed"], "unknown"),
    ("payer_two_class: adherence not answered", "payer_two_class", "adherence", [], "yes"),
    ("payer_two_class: scope not answered", "payer_two_class", "scope", ["in_scope"], "unknown"),
    ("payer_two_class: reason not answered", "payer_two_class", "reason", [], "yes"),
    ("payer_five_year: purposes not answered", "payer_five_year", "purposes", ["for_depression"], "unknown"),
    ("payer_five_year: max daily dose mg not answered", "payer_five_year", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("payer_five_year: weeks not answered", "payer_five_year", "weeks", ["duration"], "unknown"),
    ("payer_five_year: improvement not answered", "payer_five_year", "improvement", ["failed"], "unknown"),
    ("payer_five_year: adherence not answered", "payer_five_year", "adherence", [], "yes"),
    ("payer_five_year: scope not answered", "payer_five_year", "scope", ["in_scope"], "unknown"),
    ("payer_five_year: reason not answered", "payer_five_year", "reason", [], "yes"),
    ("payer_three: purposes not answered", "payer_three", "purposes", ["for_depression"], "unknown"),
    ("payer_three: max daily dose mg not answered", "payer_three", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("payer_three: weeks not answered", "payer_three", "weeks", ["duration"], "unknown"),
    ("payer_three: improvement not answered", "payer_three", "improvement", ["failed"], "unknown"),
    ("payer_three: adherence not answered", "payer_three", "adherence", [], "yes"),
    ("payer_three: scope not answered", "payer_three", "scope", [], "yes"),
    ("payer_three: reason not answered", "payer_three", "reason", ["intolerance"], "yes"),
    ("tms_one: purposes not answered", "tms_one", "purposes", ["for_depression"], "unknown"),
    ("tms_one: max daily dose mg not answered", "tms_one", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("tms_one: weeks not answered", "tms_one", "weeks", ["duration"], "unknown"),
    ("tms_one: improvement not answered", "tms_one", "improvement", ["failed"], "unknown"),
    ("tms_one: adherence not answered", "tms_one", "adherence", [], "yes"),
    ("tms_one: scope not answered", "tms_one", "scope", ["in_scope"], "unknown"),
    ("tms_one: reason not answered", "tms_one", "reason", ["intolerance"], "yes"),
    ("tms_two_class: purposes not answered", "tms_two_class", "purposes", ["for_depression"], "unknown"),
    ("tms_two_class: max daily dose mg not answered", "tms_two_class", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("tms_two_class: weeks not answered", "tms_two_class", "weeks", ["duration"], "unknown"),
    ("tms_two_class: improvement not answered", "tms_two_class", "improvement", ["failed"], "unknown"),
    ("tms_two_class: adherence not answered", "tms_two_class", "adherence", [], "yes"),
    ("tms_two_class: scope not answered", "tms_two_class", "scope", ["in_scope"], "unknown"),
    ("tms_two_class: reason not answered", "tms_two_class", "reason", ["intolerance"], "yes"),
    ("vns_four: purposes not answered", "vns_four", "purposes", ["for_depression"], "unknown"),
    ("vns_four: max daily dose mg not answered", "vns_four", "max_daily_dose_mg", ["dose", "duration"], "unknown"),
    ("vns_four: weeks not answered", "vns_four", "weeks", ["duration"], "unknown"),
    ("vns_four: improvement not answered", "vns_four", "improvement", ["failed"], "unknown"),
    ("vns_four: adherence not answered", "vns_four", "adherence", [], "yes"),
    ("vns_four: scope not answered", "vns_four", "scope", [], "yes"),
    ("vns_four: reason not answered", "vns_four", "reason", [], "yes"),
]


SAID: dict[str, dict[str, Any]] = {
    "purposes": {"purposes": None},
    "max_daily_dose_mg": {"max_daily_dose_mg": None},
    "weeks": {"weeks_at_max_dose": None, "weeks_total": None, "start": None},
    "improvement": {"improvement_percent": None, "stopped_because": ["cost"]},
    "adherence": {"adherence": None},
    "scope": {"in_current_episode": None, "start": None, "stop": None},
    "reason": {"stopped_because": None},
}


@each_of(CASES)
def test_a_fact_that_is_not_answered(reason: str, profile: str, fact: str, open_: list[str], counts: str) -> None:
    found = judged(profile, trial(**SAID[fact]))["trials"]["t1"]
    assert [test for test, verdict in found["tests"].items() if verdict == "unknown"] == open_
    assert found["counts"] == counts


@each_of(CASES)
def test_a_field_left_out_is_the_same_as_null(reason: str, profile: str, fact: str, open_: list[str], counts: str) -> None:
    out = {field: ... if value is None else value for field, value in SAID[fact].items()}
    assert judged(profile, trial(**out)) == judged(profile, trial(**SAID[fact]))
