"""Augmentation in the current episode: one Maudsley point, and half an MGH-S point an ingredient."""

from __future__ import annotations

from typing import Any

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import evaluate

LITHIUM = {"id": "x", "agent": "lithium", "purposes": ["depression"], "in_current_episode": "yes"}

CASES: list[tuple[str, list[dict[str, Any]], list[float], list[int]]] = [
    ("none", [], [0, 0], [0, 0]),
    ("an augmenter", [LITHIUM], [0.5, 0.5], [1, 1]),
    ("an augmenter of another episode", [LITHIUM | {"in_current_episode": "no"}], [0, 0], [0, 0]),
    ("an augmenter, episode unknown", [LITHIUM | {"in_current_episode": "unknown"}], [0, 0.5], [0, 1]),
    ("an augmenter, begun after the episode", [LITHIUM | {"in_current_episode": None, "start": "2025-02"}], [0.5, 0.5], [1, 1]),
    ("an augmenter, stopped before the episode", [LITHIUM | {"in_current_episode": None, "stop": "2024-12"}], [0, 0], [0, 0]),
    ("six weeks into the episode to the day", [LITHIUM | {"in_current_episode": None, "stop": "2025-02-21"}], [0.5, 0.5], [1, 1]),
    ("a day short of six weeks into it", [LITHIUM | {"in_current_episode": None, "stop": "2025-02-20"}], [0, 0.5], [0, 1]),
    ("an augmenter for sleep", [LITHIUM | {"purposes": ["sleep"]}], [0, 0], [0, 0]),
    ("an augmenter for anxiety", [LITHIUM | {"purposes": ["anxiety"]}], [0, 0.5], [0, 1]),
    ("an augmenter, purpose not answered", [LITHIUM | {"purposes": None}], [0, 0.5], [0, 1]),
    ("an augmenter, nothing answered", [{"id": "x", "agent": "lithium"}], [0, 0.5], [0, 1]),
    ("an antidepressant added", [LITHIUM | {"agent": "mirtazapine", "augments": "t1"}], [0.5, 0.5], [1, 1]),
    ("another agent added", [LITHIUM | {"agent": {"other": "tea"}, "augments": "t1"}], [0.5, 0.5], [1, 1]),
    ("another agent, named an augmenter", [LITHIUM | {"agent": {"other": "tea", "role": "augmenter"}}], [0.5, 0.5], [1, 1]),
    ("another agent, named none", [LITHIUM | {"agent": {"other": "tea", "role": "not_antidepressant"}}], [0, 0], [0, 0]),
    ("a sedative by itself", [LITHIUM | {"agent": "zolpidem"}], [0, 0], [0, 0]),
    ("a sedative added for depression", [LITHIUM | {"agent": "zolpidem", "augments": "t1"}], [0.5, 0.5], [1, 1]),
    ("a course by itself", [LITHIUM | {"agent": "esketamine"}], [0, 0], [0, 0]),
    ("one ingredient twice", [LITHIUM, LITHIUM | {"id": "y"}], [0.5, 0.5], [1, 1]),
    ("two formulations of one", [LITHIUM | {"agent": "quetiapine-xr"}, LITHIUM | {"id": "y", "agent": "quetiapine-ir"}], [0.5, 0.5], [1, 1]),
    ("two ingredients", [LITHIUM, LITHIUM | {"id": "y", "agent": "aripiprazole"}], [1, 1], [1, 1]),
    ("one sure, one open", [LITHIUM, LITHIUM | {"id": "y", "agent": "aripiprazole", "purposes": None}], [0.5, 1], [1, 1]),
    ("one sure and open again", [LITHIUM, LITHIUM | {"id": "y", "purposes": None}], [0.5, 0.5], [1, 1]),
]  # fmt: skip


@each_of(CASES)
def test_augmentation(reason: str, added: list[dict[str, Any]], points: list[float], maudsley: list[int]) -> None:
    staging = evaluate(history(trial(), *added))["staging"]
    assert [end - 1 for end in staging["mgh_s"]["score"].values()] == points
    assert list(staging["maudsley"]["parts"]["augmentation"].values()) == maudsley
