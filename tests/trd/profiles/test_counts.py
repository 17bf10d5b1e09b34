"""How many failed medicines each profile asks for, and of how many classes: under, on and over."""

from __future__ import annotations

from tests.trd.build import failures, judged
from tests.trd.tables import each_of

CASES: list[tuple[str, str, list[str], str, int, int]] = [
    ("intake_screen: 0 of one class", "intake_screen", [], "not_met", 0, 0),
    ("intake_screen: 1 of one class", "intake_screen", ["sertraline"], "not_met", 1, 1),
    ("intake_screen: 2 of one class", "intake_screen", ["sertraline", "fluoxetine"], "met", 2, 1),
    ("intake_screen: 3 of one class", "intake_screen", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("intake_screen: 4 of one class", "intake_screen", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("intake_screen: 2 of 2 classes", "intake_screen", ["sertraline", "duloxetine"], "met", 2, 2),
    ("intake_screen: 3 of 3 classes", "intake_screen", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("intake_screen: 4 of 3 classes", "intake_screen", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("consensus: 0 of one class", "consensus", [], "not_met", 0, 0),
    ("consensus: 1 of one class", "consensus", ["sertraline"], "not_met", 1, 1),
    ("consensus: 2 of one class", "consensus", ["sertraline", "fluoxetine"], "met", 2, 1),
    ("consensus: 3 of one class", "consensus", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("consensus: 4 of one class", "consensus", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("consensus: 2 of 2 classes", "consensus", ["sertraline", "duloxetine"], "met", 2, 2),
    ("consensus: 3 of 3 classes", "consensus", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("consensus: 4 of 3 classes", "consensus", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("canadian: 0 of one class", "canadian", [], "not_met", 0, 0),
    ("canadian: 1 of one class", "canadian", ["sertraline"], "not_met", 1, 1),
    ("canadian: 2 of one class", "canadian", ["sertraline", "fluoxetine"], "met", 2, 1),
    ("canadian: 3 of one class", "canadian", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("canadian: 4 of one class", "canadian", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("canadian: 2 of 2 classes", "canadian", ["sertraline", "duloxetine"], "met", 2, 2),
    ("canadian: 3 of 3 classes", "canadian", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("canadian: 4 of 3 classes", "canadian", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("esketamine_trial: 0 of one class", "esketamine_trial", [], "not_met", 0, 0),
    ("esketamine_trial: 1 of one class", "esketamine_trial", ["sertraline"], "not_met", 1, 1),
    ("esketamine_trial: 2 of one class", "esketamine_trial", ["sertraline", "fluoxetine"], "met", 2, 1),
    ("esketamine_trial: 3 of one class", "esketamine_trial", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("esketamine_trial: 4 of one class", "esketamine_trial", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("esketamine_trial: 2 of 2 classes", "esketamine_trial", ["sertraline", "duloxetine"], "met", 2, 2),
    ("esketamine_trial: 3 of 3 classes", "esketamine_trial", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("esketamine_trial: 4 of 3 classes", "esketamine_trial", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("strict_form: 0 of one class", "strict_form", [], "not_met", 0, 0),
    ("strict_form: 1 of one class", "strict_form", ["sertraline"], "not_met", 1, 1),
    ("strict_form: 2 of one class", "strict_form", ["sertraline", "fluoxetine"], "met", 2, 1),
    ("strict_form: 3 of one class", "strict_form", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("strict_form: 4 of one class", "strict_form", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("strict_form: 2 of 2 classes", "strict_form", ["sertraline", "duloxetine"], "met", 2, 2),
    ("strict_form: 3 of 3 classes", "strict_form", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("strict_form: 4 of 3 classes", "strict_form", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("lifetime: 0 of one class", "lifetime", [], "not_met", 0, 0),
    ("lifetime: 1 of one class", "lifetime", ["sertraline"], "not_met", 1, 1),
    ("lifetime: 2 of one class", "lifetime", ["sertraline", "fluoxetine"], "met", 2, 1),
    ("lifetime: 3 of one class", "lifetime", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("lifetime: 4 of one class", "lifetime", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("lifetime: 2 of 2 classes", "lifetime", ["sertraline", "duloxetine"], "met", 2, 2),
    ("lifetime: 3 of 3 classes", "lifetime", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("lifetime: 4 of 3 classes", "lifetime", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("payer_two_class: 0 of one class", "payer_two_class", [], "not_met", 0, 0),
    ("payer_two_class: 1 of one class", "payer_two_class", ["sertraline"], "not_met", 1, 1),
    ("payer_two_class: 2 of one class", "payer_two_class", ["sertraline", "fluoxetine"], "not_met", 2, 1),
    ("payer_two_class: 3 of one class", "payer_two_class", ["sertraline", "fluoxetine", "citalopram"], "not_met", 3, 1),
    ("payer_two_class: 4 of one class", "payer_two_class", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "not_met", 4, 1),
    ("payer_two_class: 2 of 2 classes", "payer_two_class", ["sertraline", "duloxetine"], "met", 2, 2),
    ("payer_two_class: 3 of 3 classes", "payer_two_class", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("payer_two_class: 4 of 3 classes", "payer_two_class", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("payer_five_year: 0 of one class", "payer_five_year", [], "not_met", 0, 0),
    ("payer_five_year: 1 of one class", "payer_five_year", ["sertraline"], "not_met", 1, 1),
    ("payer_five_year: 2 of one class", "payer_five_year", ["sertraline", "fluoxetine"], "not_met", 2, 1),
    ("payer_five_year: 3 of one class", "payer_five_year", ["sertraline", "fluoxetine", "citalopram"], "not_met", 3, 1),
    ("payer_five_year: 4 of one class", "payer_five_year", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "not_met", 4, 1),
    ("payer_five_year: 2 of 2 classes", "payer_five_year", ["sertraline", "duloxetine"], "met", 2, 2),
    ("payer_five_year: 3 of 3 classes", "payer_five_year", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("payer_five_year: 4 of 3 classes", "payer_five_year", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("payer_three: 0 of one class", "payer_three", [], "not_met", 0, 0),
    ("payer_three: 1 of one class", "payer_three", ["sertraline"], "not_met", 1, 1),
    ("payer_three: 2 of one class", "payer_three", ["sertraline", "fluoxetine"], "not_met", 2, 1),
    ("payer_three: 3 of one class", "payer_three", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("payer_three: 4 of one class", "payer_three", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("payer_three: 2 of 2 classes", "payer_three", ["sertraline", "duloxetine"], "not_met", 2, 2),
    ("payer_three: 3 of 3 classes", "payer_three", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("payer_three: 4 of 3 classes", "payer_three", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("tms_one: 0 of one class", "tms_one", [], "not_met", 0, 0),
    ("tms_one: 1 of one class", "tms_one", ["sertraline"], "met", 1, 1),
    ("tms_one: 2 of one class", "tms_one", ["sertraline", "fluoxetine"], "met", 2, 1),
    ("tms_one: 3 of one class", "tms_one", ["sertraline", "fluoxetine", "citalopram"], "met", 3, 1),
    ("tms_one: 4 of one class", "tms_one", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("tms_one: 2 of 2 classes", "tms_one", ["sertraline", "duloxetine"], "met", 2, 2),
    ("tms_one: 3 of 3 classes", "tms_one", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("tms_one: 4 of 3 classes", "tms_one", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("tms_two_class: 0 of one class", "tms_two_class", [], "not_met", 0, 0),
    ("tms_two_class: 1 of one class", "tms_two_class", ["sertraline"], "not_met", 1, 1),
    ("tms_two_class: 2 of one class", "tms_two_class", ["sertraline", "fluoxetine"], "not_met", 2, 1),
    ("tms_two_class: 3 of one class", "tms_two_class", ["sertraline", "fluoxetine", "citalopram"], "not_met", 3, 1),
    ("tms_two_class: 4 of one class", "tms_two_class", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "not_met", 4, 1),
    ("tms_two_class: 2 of 2 classes", "tms_two_class", ["sertraline", "duloxetine"], "met", 2, 2),
    ("tms_two_class: 3 of 3 classes", "tms_two_class", ["sertraline", "duloxetine", "mirtazapine"], "met", 3, 3),
    ("tms_two_class: 4 of 3 classes", "tms_two_class", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
    ("vns_four: 0 of one class", "vns_four", [], "not_met", 0, 0),
    ("vns_four: 1 of one class", "vns_four", ["sertraline"], "not_met", 1, 1),
    ("vns_four: 2 of one class", "vns_four", ["sertraline", "fluoxetine"], "not_met", 2, 1),
    ("vns_four: 3 of one class", "vns_four", ["sertraline", "fluoxetine", "citalopram"], "not_met", 3, 1),
    ("vns_four: 4 of one class", "vns_four", ["sertraline", "fluoxetine", "citalopram", "escitalopram"], "met", 4, 1),
    ("vns_four: 2 of 2 classes", "vns_four", ["sertraline", "duloxetine"], "not_met", 2, 2),
    ("vns_four: 3 of 3 classes", "vns_four", ["sertraline", "duloxetine", "mirtazapine"], "not_met", 3, 3),
    ("vns_four: 4 of 3 classes", "vns_four", ["sertraline", "duloxetine", "mirtazapine", "fluoxetine"], "met", 4, 3),
]


@each_of(CASES)
def test_the_count(reason: str, profile: str, agents: list[str], conclusion: str, failed: int, classes: int) -> None:
    section = judged(profile, *failures(*agents))
    assert section["conclusion"] == conclusion
    assert section["failed_trials"] == {"min": failed, "max": failed}
    assert section["classes"] == {"min": classes, "max": classes}


@each_of(CASES)
def test_the_same_trials_with_an_open_improvement(
    reason: str, profile: str, agents: list[str], conclusion: str, failed: int, classes: int
) -> None:
    section = judged(profile, *failures(*agents, improvement_percent=None, stopped_because=["cost"]))
    assert section["conclusion"] == ("undetermined" if conclusion == "met" else "not_met")
    assert section["failed_trials"] == {"min": 0, "max": failed}
    assert section["classes"] == {"min": 0, "max": classes}
