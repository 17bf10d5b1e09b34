"""Every label floor in its sentence, with how the figure was verified."""

from __future__ import annotations

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import evaluate, findings_of

CASES: list[tuple[str, float, str]] = [
    ("citalopram", 20, "20 mg a day is at or above the 20 mg floor (label, from memory)"),
    ("escitalopram", 10, "10 mg a day is at or above the 10 mg floor (label, from memory)"),
    ("fluoxetine", 20, "20 mg a day is at or above the 20 mg floor (label, from memory)"),
    ("paroxetine-ir", 20, "20 mg a day is at or above the 20 mg floor (label, from memory)"),
    ("paroxetine-cr", 25, "25 mg a day is at or above the 25 mg floor (label, from memory)"),
    ("sertraline", 50, "50 mg a day is at or above the 50 mg floor (label, from memory)"),
    ("vilazodone", 20, "20 mg a day is at or above the 20 mg floor (label, verified)"),
    ("vortioxetine", 10, "10 mg a day is at or above the 10 mg floor (label, from memory)"),
    ("venlafaxine-ir", 75, "75 mg a day is at or above the 75 mg floor (label, from memory)"),
    ("venlafaxine-xr", 75, "75 mg a day is at or above the 75 mg floor (label, from memory)"),
    ("desvenlafaxine", 50, "50 mg a day is at or above the 50 mg floor (label, from memory)"),
    ("duloxetine", 40, "40 mg a day is at or above the 40 mg floor (label, from memory)"),
    ("levomilnacipran", 40, "40 mg a day is at or above the 40 mg floor (label, verified)"),
    ("bupropion-ir", 300, "300 mg a day is at or above the 300 mg floor (label, from memory)"),
    ("bupropion-sr", 300, "300 mg a day is at or above the 300 mg floor (label, from memory)"),
    ("bupropion-xl", 300, "300 mg a day is at or above the 300 mg floor (label, from memory)"),
    ("mirtazapine", 15, "15 mg a day is at or above the 15 mg floor (label, from memory)"),
    ("trazodone", 150, "150 mg a day is at or above the 150 mg floor (label, from memory)"),
    ("nefazodone", 300, "300 mg a day is at or above the 300 mg floor (label, from memory)"),
    ("amitriptyline", 75, "75 mg a day is at or above the 75 mg floor (label, verified)"),
    ("desipramine", 100, "100 mg a day is at or above the 100 mg floor (label, from memory)"),
    ("doxepin", 75, "75 mg a day is at or above the 75 mg floor (label, from memory)"),
    ("imipramine", 75, "75 mg a day is at or above the 75 mg floor (label, from memory)"),
    ("nortriptyline", 75, "75 mg a day is at or above the 75 mg floor (label, from memory)"),
    ("protriptyline", 15, "15 mg a day is at or above the 15 mg floor (label, from memory)"),
    ("trimipramine", 75, "75 mg a day is at or above the 75 mg floor (label, from memory)"),
    ("maprotiline", 75, "75 mg a day is at or above the 75 mg floor (label, from memory)"),
    ("isocarboxazid", 20, "20 mg a day is at or above the 20 mg floor (label, from memory)"),
    ("phenelzine", 45, "45 mg a day is at or above the 45 mg floor (label, from memory)"),
    ("tranylcypromine", 30, "30 mg a day is at or above the 30 mg floor (label, from memory)"),
    ("selegiline-transdermal", 6, "6 mg a day is at or above the 6 mg floor (label, verified)"),
    ("gepirone-er", 18.2, "18.2 mg a day is at or above the 18.2 mg floor (label, from memory)"),
    ("dextromethorphan-bupropion", 90, "90 mg a day is at or above the 90 mg floor (label, verification not recorded)"),
    ("aripiprazole", 2, "2 mg a day is at or above the 2 mg floor (label, from memory)"),
    ("brexpiprazole", 0.5, "0.5 mg a day is at or above the 0.5 mg floor (label, from memory)"),
    ("cariprazine", 1.5, "1.5 mg a day is at or above the 1.5 mg floor (label, from memory)"),
    ("quetiapine-xr", 150, "150 mg a day is at or above the 150 mg floor (label, from memory)"),
    ("lumateperone", 42, "42 mg a day is at or above the 42 mg floor (label, from memory)"),
]


@each_of(CASES)
def test_the_label_floor_is_named_with_how_it_was_verified(agent: str, mg: float, sentence: str) -> None:
    report = evaluate(history(trial(agent=agent, max_daily_dose_mg=mg)))
    assert findings_of(report, "intake_screen", "t1")[2]["sentence"] == sentence
