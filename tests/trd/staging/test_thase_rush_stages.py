"""Thase-Rush over every set of five medicines, with and without bilateral ECT: each stage stands only on the one below."""

from __future__ import annotations

from typing import Any

from tests.trd.build import failures, history
from tests.trd.tables import each_of
from trd import evaluate

CASES: list[tuple[str, list[str], bool, int]] = [
    ("nothing", [], False, 0),
    ("nothing + bilateral ECT", [], True, 0),
    ("sertraline", ["sertraline"], False, 1),
    ("sertraline + bilateral ECT", ["sertraline"], True, 1),
    ("fluoxetine", ["fluoxetine"], False, 1),
    ("fluoxetine + bilateral ECT", ["fluoxetine"], True, 1),
    ("duloxetine", ["duloxetine"], False, 1),
    ("duloxetine + bilateral ECT", ["duloxetine"], True, 1),
    ("nortriptyline", ["nortriptyline"], False, 1),
    ("nortriptyline + bilateral ECT", ["nortriptyline"], True, 1),
    ("phenelzine", ["phenelzine"], False, 1),
    ("phenelzine + bilateral ECT", ["phenelzine"], True, 1),
    ("sertraline + fluoxetine", ["sertraline", "fluoxetine"], False, 1),
    ("sertraline + fluoxetine + bilateral ECT", ["sertraline", "fluoxetine"], True, 1),
    ("sertraline + duloxetine", ["sertraline", "duloxetine"], False, 2),
    ("sertraline + duloxetine + bilateral ECT", ["sertraline", "duloxetine"], True, 2),
    ("sertraline + nortriptyline", ["sertraline", "nortriptyline"], False, 3),
    ("sertraline + nortriptyline + bilateral ECT", ["sertraline", "nortriptyline"], True, 3),
    ("sertraline + phenelzine", ["sertraline", "phenelzine"], False, 2),
    ("sertraline + phenelzine + bilateral ECT", ["sertraline", "phenelzine"], True, 2),
    ("fluoxetine + duloxetine", ["fluoxetine", "duloxetine"], False, 2),
    ("fluoxetine + duloxetine + bilateral ECT", ["fluoxetine", "duloxetine"], True, 2),
    ("fluoxetine + nortriptyline", ["fluoxetine", "nortriptyline"], False, 3),
    ("fluoxetine + nortriptyline + bilateral ECT", ["fluoxetine", "nortriptyline"], True, 3),
    ("fluoxetine + phenelzine", ["fluoxetine", "phenelzine"], False, 2),
    ("fluoxetine + phenelzine + bilateral ECT", ["fluoxetine", "phenelzine"], True, 2),
    ("duloxetine + nortriptyline", ["duloxetine", "nortriptyline"], False, 3),
    ("duloxetine + nortriptyline + bilateral ECT", ["duloxetine", "nortriptyline"], True, 3),
    ("duloxetine + phenelzine", ["duloxetine", "phenelzine"], False, 2),
    ("duloxetine + phenelzine + bilateral ECT", ["duloxetine", "phenelzine"], True, 2),
    ("nortriptyline + phenelzine", ["nortriptyline", "phenelzine"], False, 4),
    ("nortriptyline + phenelzine + bilateral ECT", ["nortriptyline", "phenelzine"], True, 5),
    ("sertraline + fluoxetine + duloxetine", ["sertraline", "fluoxetine", "duloxetine"], False, 2),
    ("sertraline + fluoxetine + duloxetine + bilateral ECT", ["sertraline", "fluoxetine", "duloxetine"], True, 2),
    ("sertraline + fluoxetine + nortriptyline", ["sertraline", "fluoxetine", "nortriptyline"], False, 3),
    ("sertraline + fluoxetine + nortriptyline + bilateral ECT", ["sertraline", "fluoxetine", "nortriptyline"], True, 3),
    ("sertraline + fluoxetine + phenelzine", ["sertraline", "fluoxetine", "phenelzine"], False, 2),
    ("sertraline + fluoxetine + phenelzine + bilateral ECT", ["sertraline", "fluoxetine", "phenelzine"], True, 2),
    ("sertraline + duloxetine + nortriptyline", ["sertraline", "duloxetine", "nortriptyline"], False, 3),
    ("sertraline + duloxetine + nortriptyline + bilateral ECT", ["sertraline", "duloxetine", "nortriptyline"], True, 3),
    ("sertraline + duloxetine + phenelzine", ["sertraline", "duloxetine", "phenelzine"], False, 2),
    ("sertraline + duloxetine + phenelzine + bilateral ECT", ["sertraline", "duloxetine", "phenelzine"], True, 2),
    ("sertraline + nortriptyline + phenelzine", ["sertraline", "nortriptyline", "phenelzine"], False, 4),
    ("sertraline + nortriptyline + phenelzine + bilateral ECT", ["sertraline", "nortriptyline", "phenelzine"], True, 5),
    ("fluoxetine + duloxetine + nortriptyline", ["fluoxetine", "duloxetine", "nortriptyline"], False, 3),
    ("fluoxetine + duloxetine + nortriptyline + bilateral ECT", ["fluoxetine", "duloxetine", "nortriptyline"], True, 3),
    ("fluoxetine + duloxetine + phenelzine", ["fluoxetine", "duloxetine", "phenelzine"], False, 2),
    ("fluoxetine + duloxetine + phenelzine + bilateral ECT", ["fluoxetine", "duloxetine", "phenelzine"], True, 2),
    ("fluoxetine + nortriptyline + phenelzine", ["fluoxetine", "nortriptyline", "phenelzine"], False, 4),
    ("fluoxetine + nortriptyline + phenelzine + bilateral ECT", ["fluoxetine", "nortriptyline", "phenelzine"], True, 5),
    ("duloxetine + nortriptyline + phenelzine", ["duloxetine", "nortriptyline", "phenelzine"], False, 4),
    ("duloxetine + nortriptyline + phenelzine + bilateral ECT", ["duloxetine", "nortriptyline", "phenelzine"], True, 5),
    ("sertraline + fluoxetine + duloxetine + nortriptyline", ["sertraline", "fluoxetine", "duloxetine", "nortriptyline"], False, 3),
    (
        "sertraline + fluoxetine + duloxetine + nortriptyline + bilateral ECT",
        ["sertraline", "fluoxetine", "duloxetine", "nortriptyline"],
        True,
        3,
    ),
    ("sertraline + fluoxetine + duloxetine + phenelzine", ["sertraline", "fluoxetine", "duloxetine", "phenelzine"], False, 2),
    (
        "sertraline + fluoxetine + duloxetine + phenelzine + bilateral ECT",
        ["sertraline", "fluoxetine", "duloxetine", "phenelzine"],
        True,
        2,
    ),
    ("sertraline + fluoxetine + nortriptyline + phenelzine", ["sertraline", "fluoxetine", "nortriptyline", "phenelzine"], False, 4),
    (
        "sertraline + fluoxetine + nortriptyline + phenelzine + bilateral ECT",
        ["sertraline", "fluoxetine", "nortriptyline", "phenelzine"],
        True,
        5,
    ),
    ("sertraline + duloxetine + nortriptyline + phenelzine", ["sertraline", "duloxetine", "nortriptyline", "phenelzine"], False, 4),
    (
        "sertraline + duloxetine + nortriptyline + phenelzine + bilateral ECT",
        ["sertraline", "duloxetine", "nortriptyline", "phenelzine"],
        True,
        5,
    ),
    ("fluoxetine + duloxetine + nortriptyline + phenelzine", ["fluoxetine", "duloxetine", "nortriptyline", "phenelzine"], False, 4),
    (
        "fluoxetine + duloxetine + nortriptyline + phenelzine + bilateral ECT",
        ["fluoxetine", "duloxetine", "nortriptyline", "phenelzine"],
        True,
        5,
    ),
    (
        "sertraline + fluoxetine + duloxetine + nortriptyline + phenelzine",
        ["sertraline", "fluoxetine", "duloxetine", "nortriptyline", "phenelzine"],
        False,
        4,
    ),
    (
        "sertraline + fluoxetine + duloxetine + nortriptyline + phenelzine + bilateral ECT",
        ["sertraline", "fluoxetine", "duloxetine", "nortriptyline", "phenelzine"],
        True,
        5,
    ),
]


ECT = {"id": "p1", "kind": "ect", "laterality": "bilateral", "sessions": 8, "improvement_percent": 10, "in_current_episode": "yes"}


@each_of(CASES)
def test_stage(reason: str, agents: list[str], ect: bool, stage: int) -> None:
    said: Any = history(*failures(*agents), procedures=[ECT] if ect else [])
    assert evaluate(said)["staging"]["thase_rush"]["stage"] == {"min": stage, "max": stage}


@each_of(CASES)
def test_open_trials_raise_only_the_high_end(reason: str, agents: list[str], ect: bool, stage: int) -> None:
    said = history(*failures(*agents, improvement_percent=None, stopped_because=["cost"]), procedures=[ECT] if ect else [])
    assert evaluate(said)["staging"]["thase_rush"]["stage"] == {"min": 0, "max": stage}
