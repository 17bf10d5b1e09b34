"""Every canmat floor in its sentence, with how the figure was verified."""

from __future__ import annotations

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import evaluate, findings_of

CASES: list[tuple[str, float, str]] = [
    ("citalopram", 20, "20 mg a day is at or above the 20 mg floor (CANMAT 2023, secondary)"),
    ("escitalopram", 10, "10 mg a day is at or above the 10 mg floor (CANMAT 2023, secondary)"),
    ("fluoxetine", 20, "20 mg a day is at or above the 20 mg floor (CANMAT 2023, secondary)"),
    ("paroxetine-ir", 20, "20 mg a day is at or above the 20 mg floor (CANMAT 2023, secondary)"),
    ("paroxetine-cr", 25, "25 mg a day is at or above the 25 mg floor (CANMAT 2023, by analogy)"),
    ("sertraline", 50, "50 mg a day is at or above the 50 mg floor (CANMAT 2023, secondary)"),
    ("vilazodone", 20, "20 mg a day is at or above the 20 mg floor (CANMAT 2023, secondary)"),
    ("vortioxetine", 10, "10 mg a day is at or above the 10 mg floor (CANMAT 2023, secondary)"),
    ("venlafaxine-ir", 75, "75 mg a day is at or above the 75 mg floor (CANMAT 2023, by analogy)"),
    ("venlafaxine-xr", 75, "75 mg a day is at or above the 75 mg floor (CANMAT 2023, secondary)"),
    ("desvenlafaxine", 50, "50 mg a day is at or above the 50 mg floor (CANMAT 2023, secondary)"),
    ("duloxetine", 60, "60 mg a day is at or above the 60 mg floor (CANMAT 2023, secondary)"),
    ("levomilnacipran", 40, "40 mg a day is at or above the 40 mg floor (CANMAT 2023, secondary)"),
    ("milnacipran", 50, "50 mg a day is at or above the 50 mg floor (CANMAT 2023, secondary)"),
    ("bupropion-ir", 150, "150 mg a day is at or above the 150 mg floor (CANMAT 2023, secondary)"),
    ("bupropion-sr", 150, "150 mg a day is at or above the 150 mg floor (CANMAT 2023, secondary)"),
    ("bupropion-xl", 150, "150 mg a day is at or above the 150 mg floor (CANMAT 2023, secondary)"),
    ("mirtazapine", 30, "30 mg a day is at or above the 30 mg floor (CANMAT 2023, secondary)"),
    ("mianserin", 30, "30 mg a day is at or above the 30 mg floor (CANMAT 2023, secondary)"),
    ("trazodone", 150, "150 mg a day is at or above the 150 mg floor (CANMAT 2023, secondary)"),
    ("nefazodone", 300, "300 mg a day is at or above the 300 mg floor (CANMAT 2023, secondary)"),
    ("amitriptyline", 75, "75 mg a day is at or above the 75 mg floor (CANMAT 2023, secondary)"),
    ("clomipramine", 150, "150 mg a day is at or above the 150 mg floor (CANMAT 2023, secondary)"),
    ("desipramine", 100, "100 mg a day is at or above the 100 mg floor (CANMAT 2023, secondary)"),
    ("doxepin", 75, "75 mg a day is at or above the 75 mg floor (CANMAT 2023, secondary)"),
    ("imipramine", 75, "75 mg a day is at or above the 75 mg floor (CANMAT 2023, secondary)"),
    ("nortriptyline", 75, "75 mg a day is at or above the 75 mg floor (CANMAT 2023, secondary)"),
    ("protriptyline", 30, "30 mg a day is at or above the 30 mg floor (CANMAT 2023, secondary)"),
    ("trimipramine", 75, "75 mg a day is at or above the 75 mg floor (CANMAT 2023, secondary)"),
    ("phenelzine", 45, "45 mg a day is at or above the 45 mg floor (CANMAT 2023, secondary)"),
    ("tranylcypromine", 30, "30 mg a day is at or above the 30 mg floor (CANMAT 2023, secondary)"),
    ("selegiline-transdermal", 6, "6 mg a day is at or above the 6 mg floor (CANMAT 2023, secondary)"),
    ("moclobemide", 150, "150 mg a day is at or above the 150 mg floor (CANMAT 2023, secondary)"),
    ("agomelatine", 25, "25 mg a day is at or above the 25 mg floor (CANMAT 2023, secondary)"),
    ("reboxetine", 8, "8 mg a day is at or above the 8 mg floor (CANMAT 2023, secondary)"),
    ("aripiprazole", 2, "2 mg a day is at or above the 2 mg floor (CANMAT 2023, secondary)"),
    ("brexpiprazole", 0.5, "0.5 mg a day is at or above the 0.5 mg floor (CANMAT 2023, secondary)"),
    ("cariprazine", 1.5, "1.5 mg a day is at or above the 1.5 mg floor (CANMAT 2023, secondary)"),
    ("quetiapine-xr", 150, "150 mg a day is at or above the 150 mg floor (CANMAT 2023, secondary)"),
    ("olanzapine", 2.5, "2.5 mg a day is at or above the 2.5 mg floor (CANMAT 2023, secondary)"),
    ("risperidone", 1, "1 mg a day is at or above the 1 mg floor (CANMAT 2023, secondary)"),
    ("ziprasidone", 40, "40 mg a day is at or above the 40 mg floor (CANMAT 2023, secondary)"),
    ("lithium", 600, "600 mg a day is at or above the 600 mg floor (CANMAT 2023, secondary)"),
    ("lamotrigine", 100, "100 mg a day is at or above the 100 mg floor (CANMAT 2023, secondary)"),
    ("liothyronine", 0.025, "0.03 mg a day is at or above the 0.03 mg floor (CANMAT 2023, secondary)"),
    ("modafinil", 100, "100 mg a day is at or above the 100 mg floor (CANMAT 2023, secondary)"),
]


@each_of(CASES)
def test_the_canmat_floor_is_named_with_how_it_was_verified(agent: str, mg: float, sentence: str) -> None:
    report = evaluate(history(trial(agent=agent, max_daily_dose_mg=mg)))
    assert findings_of(report, "canadian", "t1")[2]["sentence"] == sentence
