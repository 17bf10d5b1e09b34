"""Which profiles count a trial that was given up for side effects."""

from __future__ import annotations

from typing import Any

from tests.trd.build import judged, trial, verdict
from tests.trd.tables import each_of

CASES: list[tuple[str, str, Any, str]] = [
    ("intake_screen: stopped for side effects", "intake_screen", ["side_effects"], "no"),
    ("intake_screen: side effects and no benefit", "intake_screen", ["no_benefit", "side_effects"], "no"),
    ("intake_screen: stopped for cost", "intake_screen", ["cost"], "no"),
    ("intake_screen: no reason named", "intake_screen", [], "no"),
    ("intake_screen: reason not answered", "intake_screen", None, "no"),
    ("consensus: stopped for side effects", "consensus", ["side_effects"], "no"),
    ("consensus: side effects and no benefit", "consensus", ["no_benefit", "side_effects"], "no"),
    ("consensus: stopped for cost", "consensus", ["cost"], "no"),
    ("consensus: no reason named", "consensus", [], "no"),
    ("consensus: reason not answered", "consensus", None, "no"),
    ("canadian: stopped for side effects", "canadian", ["side_effects"], "no"),
    ("canadian: side effects and no benefit", "canadian", ["no_benefit", "side_effects"], "no"),
    ("canadian: stopped for cost", "canadian", ["cost"], "no"),
    ("canadian: no reason named", "canadian", [], "no"),
    ("canadian: reason not answered", "canadian", None, "no"),
    ("esketamine_trial: stopped for side effects", "esketamine_trial", ["side_effects"], "no"),
    ("esketamine_trial: side effects and no benefit", "esketamine_trial", ["no_benefit", "side_effects"], "no"),
    ("esketamine_trial: stopped for cost", "esketamine_trial", ["cost"], "no"),
    ("esketamine_trial: no reason named", "esketamine_trial", [], "no"),
    ("esketamine_trial: reason not answered", "esketamine_trial", None, "no"),
    ("strict_form: stopped for side effects", "strict_form", ["side_effects"], "no"),
    ("strict_form: side effects and no benefit", "strict_form", ["no_benefit", "side_effects"], "no"),
    ("strict_form: stopped for cost", "strict_form", ["cost"], "no"),
    ("strict_form: no reason named", "strict_form", [], "no"),
    ("strict_form: reason not answered", "strict_form", None, "no"),
    ("lifetime: stopped for side effects", "lifetime", ["side_effects"], "no"),
    ("lifetime: side effects and no benefit", "lifetime", ["no_benefit", "side_effects"], "no"),
    ("lifetime: stopped for cost", "lifetime", ["cost"], "no"),
    ("lifetime: no reason named", "lifetime", [], "no"),
    ("lifetime: reason not answered", "lifetime", None, "no"),
    ("payer_two_class: stopped for side effects", "payer_two_class", ["side_effects"], "no"),
    ("payer_two_class: side effects and no benefit", "payer_two_class", ["no_benefit", "side_effects"], "no"),
    ("payer_two_class: stopped for cost", "payer_two_class", ["cost"], "no"),
    ("payer_two_class: no reason named", "payer_two_class", [], "no"),
    ("payer_two_class: reason not answered", "payer_two_class", None, "no"),
    ("payer_five_year: stopped for side effects", "payer_five_year", ["side_effects"], "no"),
    ("payer_five_year: side effects and no benefit", "payer_five_year", ["no_benefit", "side_effects"], "no"),
    ("payer_five_year: stopped for cost", "payer_five_year", ["cost"], "no"),
    ("payer_five_year: no reason named", "payer_five_year", [], "no"),
    ("payer_five_year: reason not answered", "payer_five_year", None, "no"),
    ("payer_three: stopped for side effects", "payer_three", ["side_effects"], "yes"),
    ("payer_three: side effects and no benefit", "payer_three", ["no_benefit", "side_effects"], "yes"),
    ("payer_three: stopped for cost", "payer_three", ["cost"], "no"),
    ("payer_three: no reason named", "payer_three", [], "no"),
    ("payer_three: reason not answered", "payer_three", None, "unknown"),
    ("tms_one: stopped for side effects", "tms_one", ["side_effects"], "yes"),
    ("tms_one: side effects and no benefit", "tms_one", ["no_benefit", "side_effects"], "yes"),
    ("tms_one: stopped for cost", "tms_one", ["cost"], "no"),
    ("tms_one: no reason named", "tms_one", [], "no"),
    ("tms_one: reason not answered", "tms_one", None, "unknown"),
    ("tms_two_class: stopped for side effects", "tms_two_class", ["side_effects"], "yes"),
    ("tms_two_class: side effects and no benefit", "tms_two_class", ["no_benefit", "side_effects"], "yes"),
    ("tms_two_class: stopped for cost", "tms_two_class", ["cost"], "no"),
    ("tms_two_class: no reason named", "tms_two_class", [], "no"),
    ("tms_two_class: reason not answered", "tms_two_class", None, "unknown"),
    ("vns_four: stopped for side effects", "vns_four", ["side_effects"], "no"),
    ("vns_four: side effects and no benefit", "vns_four", ["no_benefit", "side_effects"], "no"),
    ("vns_four: stopped for cost", "vns_four", ["cost"], "no"),
    ("vns_four: no reason named", "vns_four", [], "no"),
    ("vns_four: reason not answered", "vns_four", None, "no"),
]


@each_of(CASES)
def test_intolerance(reason: str, profile: str, because: Any, expected: str) -> None:
    assert verdict(profile, "intolerance", trial_said=trial(stopped_because=because)) == expected


@each_of(CASES)
def test_a_short_low_trial_counts_by_its_side_effects_alone(reason: str, profile: str, because: Any, expected: str) -> None:
    said = trial(max_daily_dose_mg=1, stopped_because=because)
    assert judged(profile, said)["trials"]["t1"]["counts"] == expected
