"""ECT as the three models read it: sessions, improvement, laterality and episode, on, under, over and not answered."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import failures, history
from tests.trd.tables import each_of
from trd import evaluate

CASES: list[tuple[str, dict[str, Any], list[int], list[int], list[int]]] = [
    (
        "six bilateral sessions, 49 percent",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": 49, "in_current_episode": "yes"},
        [5, 5],
        [3, 3],
        [1, 1],
    ),
    (
        "five sessions",
        {"laterality": "bilateral", "sessions": 5, "improvement_percent": 49, "in_current_episode": "yes"},
        [4, 4],
        [0, 0],
        [1, 1],
    ),
    (
        "seven sessions",
        {"laterality": "bilateral", "sessions": 7, "improvement_percent": 49, "in_current_episode": "yes"},
        [5, 5],
        [3, 3],
        [1, 1],
    ),
    (
        "five to six sessions",
        {"laterality": "bilateral", "sessions": {"min": 5, "max": 6}, "improvement_percent": 49, "in_current_episode": "yes"},
        [4, 5],
        [0, 3],
        [1, 1],
    ),
    (
        "at least six sessions",
        {"laterality": "bilateral", "sessions": {"min": 6}, "improvement_percent": 49, "in_current_episode": "yes"},
        [5, 5],
        [3, 3],
        [1, 1],
    ),
    (
        "sessions not answered",
        {"laterality": "bilateral", "sessions": None, "improvement_percent": 49, "in_current_episode": "yes"},
        [4, 5],
        [0, 3],
        [1, 1],
    ),
    (
        "exactly 50 percent",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": 50, "in_current_episode": "yes"},
        [4, 4],
        [0, 0],
        [1, 1],
    ),
    (
        "49.9 percent",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": 49.9, "in_current_episode": "yes"},
        [5, 5],
        [3, 3],
        [1, 1],
    ),
    (
        "40 to 50 percent",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": {"min": 40, "max": 50}, "in_current_episode": "yes"},
        [4, 5],
        [0, 3],
        [1, 1],
    ),
    (
        "improvement not answered",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": None, "in_current_episode": "yes"},
        [4, 5],
        [0, 3],
        [1, 1],
    ),
    (
        "unilateral",
        {"laterality": "unilateral", "sessions": 6, "improvement_percent": 49, "in_current_episode": "yes"},
        [4, 4],
        [3, 3],
        [1, 1],
    ),
    (
        "laterality unknown",
        {"laterality": "unknown", "sessions": 6, "improvement_percent": 49, "in_current_episode": "yes"},
        [4, 5],
        [3, 3],
        [1, 1],
    ),
    (
        "laterality not answered",
        {"laterality": None, "sessions": 6, "improvement_percent": 49, "in_current_episode": "yes"},
        [4, 5],
        [3, 3],
        [1, 1],
    ),
    (
        "of an earlier episode",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": 49, "in_current_episode": "no"},
        [4, 4],
        [0, 0],
        [0, 0],
    ),
    (
        "episode unknown",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": 49, "in_current_episode": "unknown"},
        [4, 5],
        [0, 3],
        [0, 1],
    ),
    (
        "episode not answered",
        {"laterality": "bilateral", "sessions": 6, "improvement_percent": 49, "in_current_episode": None},
        [4, 5],
        [0, 3],
        [0, 1],
    ),
    ("everything unknown", {}, [4, 5], [0, 3], [0, 1]),
    ("too few and everything else unknown", {"sessions": 2}, [4, 4], [0, 0], [0, 1]),
]


AGENTS = ("sertraline", "nortriptyline", "phenelzine")


@each_of(CASES)
def test_ect(reason: str, said: dict[str, Any], stage: list[int], points: list[int], maudsley: list[int]) -> None:
    staging = evaluate(history(*failures(*AGENTS), procedures=[{"id": "p1", "kind": "ect", **said}]))["staging"]
    assert list(staging["thase_rush"]["stage"].values()) == stage
    assert [end - len(AGENTS) for end in staging["mgh_s"]["score"].values()] == points
    assert list(staging["maudsley"]["parts"]["ect"].values()) == maudsley


@pytest.mark.parametrize("kind", ["rtms", "esketamine", "ketamine", "vns", "psychotherapy", "other"])
def test_other_procedures_are_no_ect(kind: str) -> None:
    procedure = {"id": "p1", "kind": kind, "sessions": 12, "improvement_percent": 0, "in_current_episode": "yes"}
    staging = evaluate(history(*failures(*AGENTS), procedures=[procedure]))["staging"]
    assert staging["thase_rush"]["stage"] == {"min": 4, "max": 4}
    assert staging["mgh_s"]["score"] == {"min": 3.0, "max": 3.0}
    assert staging["maudsley"]["parts"]["ect"] == {"min": 0, "max": 0}
