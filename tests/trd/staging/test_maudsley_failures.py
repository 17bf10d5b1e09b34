"""Maudsley failures: each count of sure failures with none, one and two open ones beside them."""

from __future__ import annotations

from typing import Any

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import evaluate

CASES: list[tuple[str, int, int, int, int, bool]] = [
    ("0 sure and 1 open", 0, 1, 1, 1, True),
    ("0 sure and 2 open", 0, 2, 1, 1, True),
    ("1 sure and 0 open", 1, 0, 1, 1, False),
    ("1 sure and 1 open", 1, 1, 1, 1, False),
    ("1 sure and 2 open", 1, 2, 1, 2, False),
    ("2 sure and 0 open", 2, 0, 1, 1, False),
    ("2 sure and 1 open", 2, 1, 1, 2, False),
    ("2 sure and 2 open", 2, 2, 1, 2, False),
    ("3 sure and 0 open", 3, 0, 2, 2, False),
    ("3 sure and 1 open", 3, 1, 2, 2, False),
    ("3 sure and 2 open", 3, 2, 2, 3, False),
    ("4 sure and 0 open", 4, 0, 2, 2, False),
    ("4 sure and 1 open", 4, 1, 2, 3, False),
    ("4 sure and 2 open", 4, 2, 2, 3, False),
    ("5 sure and 0 open", 5, 0, 3, 3, False),
    ("5 sure and 1 open", 5, 1, 3, 3, False),
    ("5 sure and 2 open", 5, 2, 3, 4, False),
    ("6 sure and 0 open", 6, 0, 3, 3, False),
    ("6 sure and 1 open", 6, 1, 3, 4, False),
    ("6 sure and 2 open", 6, 2, 3, 4, False),
    ("7 sure and 0 open", 7, 0, 4, 4, False),
    ("7 sure and 1 open", 7, 1, 4, 4, False),
    ("8 sure and 0 open", 8, 0, 4, 4, False),
    ("8 sure and 1 open", 8, 1, 4, 4, False),
    ("9 sure and 0 open", 9, 0, 4, 4, False),
    ("9 sure and 1 open", 9, 1, 4, 4, False),
    ("9 sure and 2 open", 9, 2, 4, 5, False),
    ("10 sure and 0 open", 10, 0, 4, 4, False),
    ("10 sure and 1 open", 10, 1, 4, 5, False),
    ("10 sure and 2 open", 10, 2, 4, 5, False),
    ("11 sure and 0 open", 11, 0, 5, 5, False),
    ("11 sure and 1 open", 11, 1, 5, 5, False),
    ("11 sure and 2 open", 11, 2, 5, 5, False),
    ("12 sure and 0 open", 12, 0, 5, 5, False),
    ("12 sure and 1 open", 12, 1, 5, 5, False),
]


AGENTS = [
    "sertraline", "fluoxetine", "citalopram", "escitalopram", "duloxetine", "mirtazapine", "nortriptyline",
    "phenelzine", "venlafaxine-xr", "bupropion-xl", "imipramine", "desipramine", "doxepin", "trazodone",
]  # fmt: skip


@each_of(CASES)
def test_failures(reason: str, sure: int, open_: int, low: int, high: int, may_not_apply: bool) -> None:
    trials = [
        trial(f"t{index}", agent, max_daily_dose_mg=600, improvement_percent=10 if index < sure else None, stopped_because=["cost"])
        for index, agent in enumerate(AGENTS[: sure + open_])
    ]
    maudsley: Any = evaluate(history(*trials))["staging"]["maudsley"]
    assert maudsley["parts"]["failures"] == {"min": low, "max": high}
    assert maudsley["may_not_apply"] is may_not_apply
