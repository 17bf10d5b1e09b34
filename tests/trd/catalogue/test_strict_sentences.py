"""Every strict floor in its sentence, with how the figure was verified."""

from __future__ import annotations

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import evaluate, findings_of

CASES: list[tuple[str, float, str]] = [
    ("citalopram", 20, "20 mg a day is at or above the 20 mg floor (strict, secondary)"),
    ("escitalopram", 10, "10 mg a day is at or above the 10 mg floor (strict, secondary)"),
    ("fluoxetine", 20, "20 mg a day is at or above the 20 mg floor (strict, secondary)"),
    ("fluvoxamine", 50, "50 mg a day is at or above the 50 mg floor (strict, secondary)"),
    ("paroxetine-ir", 20, "20 mg a day is at or above the 20 mg floor (strict, secondary)"),
    ("paroxetine-cr", 25, "25 mg a day is at or above the 25 mg floor (strict, secondary)"),
    ("sertraline", 50, "50 mg a day is at or above the 50 mg floor (strict, secondary)"),
    ("vilazodone", 40, "40 mg a day is at or above the 40 mg floor (strict, secondary)"),
    ("vortioxetine", 10, "10 mg a day is at or above the 10 mg floor (strict, secondary)"),
    ("venlafaxine-ir", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("venlafaxine-xr", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("desvenlafaxine", 50, "50 mg a day is at or above the 50 mg floor (strict, secondary)"),
    ("duloxetine", 60, "60 mg a day is at or above the 60 mg floor (strict, secondary)"),
    ("levomilnacipran", 40, "40 mg a day is at or above the 40 mg floor (strict, secondary)"),
    ("milnacipran", 100, "100 mg a day is at or above the 100 mg floor (strict, secondary)"),
    ("bupropion-ir", 300, "300 mg a day is at or above the 300 mg floor (strict, secondary)"),
    ("bupropion-sr", 300, "300 mg a day is at or above the 300 mg floor (strict, secondary)"),
    ("bupropion-xl", 300, "300 mg a day is at or above the 300 mg floor (strict, secondary)"),
    ("mirtazapine", 15, "15 mg a day is at or above the 15 mg floor (strict, secondary)"),
    ("mianserin", 30, "30 mg a day is at or above the 30 mg floor (strict, secondary)"),
    ("trazodone", 300, "300 mg a day is at or above the 300 mg floor (strict, secondary)"),
    ("nefazodone", 300, "300 mg a day is at or above the 300 mg floor (strict, secondary)"),
    ("amitriptyline", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("amoxapine", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("clomipramine", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("desipramine", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("doxepin", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("imipramine", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("nortriptyline", 75, "75 mg a day is at or above the 75 mg floor (strict, secondary)"),
    ("protriptyline", 30, "30 mg a day is at or above the 30 mg floor (strict, secondary)"),
    ("trimipramine", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("opipramol", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("pipofezine", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("noxiptiline", 100, "100 mg a day is at or above the 100 mg floor (strict, secondary)"),
    ("maprotiline", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
    ("isocarboxazid", 30, "30 mg a day is at or above the 30 mg floor (strict, secondary)"),
    ("phenelzine", 45, "45 mg a day is at or above the 45 mg floor (strict, secondary)"),
    ("tranylcypromine", 30, "30 mg a day is at or above the 30 mg floor (strict, secondary)"),
    ("selegiline-transdermal", 6, "6 mg a day is at or above the 6 mg floor (strict, secondary)"),
    ("moclobemide", 300, "300 mg a day is at or above the 300 mg floor (strict, secondary)"),
    ("pirlindole", 200, "200 mg a day is at or above the 200 mg floor (strict, secondary)"),
    ("agomelatine", 25, "25 mg a day is at or above the 25 mg floor (strict, secondary)"),
    ("reboxetine", 4, "4 mg a day is at or above the 4 mg floor (strict, secondary)"),
    ("tianeptine", 37.5, "37.5 mg a day is at or above the 37.5 mg floor (strict, secondary)"),
    ("quetiapine-xr", 150, "150 mg a day is at or above the 150 mg floor (strict, secondary)"),
]


@each_of(CASES)
def test_the_strict_floor_is_named_with_how_it_was_verified(agent: str, mg: float, sentence: str) -> None:
    report = evaluate(history(trial(agent=agent, max_daily_dose_mg=mg)))
    assert findings_of(report, "esketamine_trial", "t1")[2]["sentence"] == sentence
