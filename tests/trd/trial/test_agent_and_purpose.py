"""What a trial is of, and what for."""

from __future__ import annotations

from typing import Any

from tests.trd.build import history, judged, trial, verdict
from tests.trd.tables import each_of
from trd import evaluate

AGENTS: list[tuple[str, Any, Any, str]] = [
    ("an antidepressant", "sertraline", None, "yes"),
    ("an antidepressant added to another", "sertraline", "t2", "no"),
    ("an augmenter alone", "lithium", None, "no"),
    ("an augmenter added to another", "lithium", "t2", "no"),
    ("a course", "esketamine", None, "no"),
    ("a sedative", "alprazolam", None, "no"),
    ("another agent, named an antidepressant", {"other": "x", "role": "antidepressant"}, None, "yes"),
    ("the same, added to another", {"other": "x", "role": "antidepressant"}, "t2", "no"),
    ("another agent, named an augmenter", {"other": "x", "role": "augmenter"}, None, "no"),
    ("another agent, named none", {"other": "x", "role": "not_antidepressant"}, None, "no"),
    ("another agent, role unknown", {"other": "x", "role": "unknown"}, None, "unknown"),
    ("another agent, role not answered", {"other": "x"}, None, "unknown"),
    ("another agent, role null", {"other": "x", "role": None}, None, "unknown"),
    ("another agent of unknown role, added", {"other": "x"}, "t2", "no"),
]


@each_of(AGENTS)
def test_is_antidepressant(reason: str, agent: Any, augments: Any, expected: str) -> None:
    section = judged("consensus", trial(agent=agent, augments=augments), trial("t2", "fluoxetine"))
    assert section["trials"]["t1"]["tests"]["is_antidepressant"] == expected


PURPOSES: list[tuple[str, Any, str]] = [
    ("depression", ["depression"], "yes"),
    ("depression and sleep", ["sleep", "depression"], "yes"),
    ("depression and unknown", ["unknown", "depression"], "yes"),
    ("not answered", None, "unknown"),
    ("none", [], "unknown"),
    ("unknown", ["unknown"], "unknown"),
    ("unknown and pain", ["pain", "unknown"], "unknown"),
    ("anxiety", ["anxiety"], "unknown"),
    ("anxiety and sleep", ["sleep", "anxiety"], "unknown"),
    ("sleep", ["sleep"], "no"),
    ("pain", ["pain"], "no"),
    ("sleep and pain", ["sleep", "pain"], "no"),
    ("other", ["other"], "no"),
]


@each_of(PURPOSES)
def test_for_depression(reason: str, purposes: Any, expected: str) -> None:
    assert verdict("consensus", "for_depression", trial_said=trial(purposes=purposes)) == expected


SAME: list[tuple[str, list[Any], int, int]] = [
    ("two formulations are one ingredient", ["paroxetine-ir", "paroxetine-cr"], 1, 1),
    ("three formulations are one ingredient", ["bupropion-ir", "bupropion-sr", "bupropion-xl"], 1, 1),
    ("one medicine twice", ["sertraline", "sertraline"], 1, 1),
    ("two of one class", ["sertraline", "fluoxetine"], 2, 1),
    ("two of two classes", ["sertraline", "duloxetine"], 2, 2),
    ("a fixed pair is an ingredient of its own", ["fluoxetine", "olanzapine-fluoxetine"], 2, 2),
    ("the same text twice", [{"other": "Tea"}, {"other": " tea "}], 1, 1),
    ("texts that differ by a space inside", [{"other": "green tea"}, {"other": "greentea"}], 2, 2),
    ("sharp s and double s fold together", [{"other": "Straße"}, {"other": "STRASSE"}], 1, 1),
    ("a text that is an ingredient's name is still its own", ["sertraline", {"other": "sertraline"}], 2, 2),
]


@each_of(SAME)
def test_what_counts_as_one(reason: str, agents: list[Any], ingredients: int, classes: int) -> None:
    trials = [trial(f"t{index}", agent, max_daily_dose_mg=600) for index, agent in enumerate(agents)]
    section = evaluate(history(*trials))["profiles"]["intake_screen"]
    assert (section["failed_trials"]["max"], section["classes"]["max"]) == (ingredients, classes)


def test_intolerant_trials_are_antidepressants_stopped_for_side_effects_in_every_profile() -> None:
    stopped = {"stopped_because": ["side_effects"]}
    trials = [
        trial("a", **stopped),
        trial("b", "lithium", **stopped),
        trial("c", {"other": "x"}, **stopped),
        trial("d", "fluoxetine", augments="a", **stopped),
        trial("e", "duloxetine", purposes=["pain"], **stopped),
        trial("f", "citalopram", stopped_because=None),
    ]
    sections = evaluate(history(*trials))["profiles"].values()
    assert [section["intolerant_trials"] for section in sections] == [["a", "e"]] * 12
