"""What each profile asks of adherence, for each answer and for none."""

from __future__ import annotations

from typing import Any

from tests.trd.build import trial, verdict
from tests.trd.tables import each_of

CASES: list[tuple[str, str, Any, str]] = [
    ("intake_screen: taken most days", "intake_screen", "most_days", "yes"),
    ("intake_screen: taken about half", "intake_screen", "about_half", "no"),
    ("intake_screen: taken rarely", "intake_screen", "rarely", "no"),
    ("intake_screen: taken unknown", "intake_screen", "unknown", "unknown"),
    ("consensus: taken most days", "consensus", "most_days", "yes"),
    ("consensus: taken about half", "consensus", "about_half", "no"),
    ("consensus: taken rarely", "consensus", "rarely", "no"),
    ("consensus: taken unknown", "consensus", "unknown", "unknown"),
    ("canadian: taken most days", "canadian", "most_days", "yes"),
    ("canadian: taken about half", "canadian", "about_half", "yes"),
    ("canadian: taken rarely", "canadian", "rarely", "no"),
    ("canadian: taken unknown", "canadian", "unknown", "yes"),
    ("esketamine_trial: taken most days", "esketamine_trial", "most_days", "yes"),
    ("esketamine_trial: taken about half", "esketamine_trial", "about_half", "yes"),
    ("esketamine_trial: taken rarely", "esketamine_trial", "rarely", "no"),
    ("esketamine_trial: taken unknown", "esketamine_trial", "unknown", "yes"),
    ("strict_form: taken most days", "strict_form", "most_days", "yes"),
    ("strict_form: taken about half", "strict_form", "about_half", "no"),
    ("strict_form: taken rarely", "strict_form", "rarely", "no"),
    ("strict_form: taken unknown", "strict_form", "unknown", "unknown"),
    ("lifetime: taken most days", "lifetime", "most_days", "yes"),
    ("lifetime: taken about half", "lifetime", "about_half", "yes"),
    ("lifetime: taken rarely", "lifetime", "rarely", "yes"),
    ("lifetime: taken unknown", "lifetime", "unknown", "yes"),
    ("payer_two_class: taken most days", "payer_two_class", "most_days", "yes"),
    ("payer_two_class: taken about half", "payer_two_class", "about_half", "yes"),
    ("payer_two_class: taken rarely", "payer_two_class", "rarely", "no"),
    ("payer_two_class: taken unknown", "payer_two_class", "unknown", "yes"),
    ("payer_five_year: taken most days", "payer_five_year", "most_days", "yes"),
    ("payer_five_year: taken about half", "payer_five_year", "about_half", "yes"),
    ("payer_five_year: taken rarely", "payer_five_year", "rarely", "no"),
    ("payer_five_year: taken unknown", "payer_five_year", "unknown", "yes"),
    ("payer_three: taken most days", "payer_three", "most_days", "yes"),
    ("payer_three: taken about half", "payer_three", "about_half", "yes"),
    ("payer_three: taken rarely", "payer_three", "rarely", "no"),
    ("payer_three: taken unknown", "payer_three", "unknown", "yes"),
    ("tms_one: taken most days", "tms_one", "most_days", "yes"),
    ("tms_one: taken about half", "tms_one", "about_half", "yes"),
    ("tms_one: taken rarely", "tms_one", "rarely", "no"),
    ("tms_one: taken unknown", "tms_one", "unknown", "yes"),
    ("tms_two_class: taken most days", "tms_two_class", "most_days", "yes"),
    ("tms_two_class: taken about half", "tms_two_class", "about_half", "yes"),
    ("tms_two_class: taken rarely", "tms_two_class", "rarely", "no"),
    ("tms_two_class: taken unknown", "tms_two_class", "unknown", "yes"),
    ("vns_four: taken most days", "vns_four", "most_days", "yes"),
    ("vns_four: taken about half", "vns_four", "about_half", "yes"),
    ("vns_four: taken rarely", "vns_four", "rarely", "no"),
    ("vns_four: taken unknown", "vns_four", "unknown", "yes"),
    ("intake_screen: adherence not answered", "intake_screen", None, "unknown"),
    ("consensus: adherence not answered", "consensus", None, "unknown"),
    ("canadian: adherence not answered", "canadian", None, "yes"),
    ("esketamine_trial: adherence not answered", "esketamine_trial", None, "yes"),
    ("strict_form: adherence not answered", "strict_form", None, "unknown"),
    ("lifetime: adherence not answered", "lifetime", None, "yes"),
    ("payer_two_class: adherence not answered", "payer_two_class", None, "yes"),
    ("payer_five_year: adherence not answered", "payer_five_year", None, "yes"),
    ("payer_three: adherence not answered", "payer_three", None, "yes"),
    ("tms_one: adherence not answered", "tms_one", None, "yes"),
    ("tms_two_class: adherence not answered", "tms_two_class", None, "yes"),
    ("vns_four: adherence not answered", "vns_four", None, "yes"),
]


@each_of(CASES)
def test_adherence(reason: str, profile: str, adherence: Any, expected: str) -> None:
    assert verdict(profile, "adherence", trial_said=trial(adherence=adherence)) == expected
