"""Maudsley severity for each severity with each answer about psychotic features."""

from __future__ import annotations

from typing import Any

from tests.trd.build import failures, history
from tests.trd.tables import each_of
from trd import evaluate

CASES: list[tuple[str, Any, Any, int, int]] = [
    ("subsyndromal, psychotic features yes", "subsyndromal", "yes", 1, 1),
    ("subsyndromal, psychotic features no", "subsyndromal", "no", 1, 1),
    ("subsyndromal, psychotic features unknown", "subsyndromal", "unknown", 1, 1),
    ("subsyndromal, psychotic features not answered", "subsyndromal", None, 1, 1),
    ("mild, psychotic features yes", "mild", "yes", 2, 2),
    ("mild, psychotic features no", "mild", "no", 2, 2),
    ("mild, psychotic features unknown", "mild", "unknown", 2, 2),
    ("mild, psychotic features not answered", "mild", None, 2, 2),
    ("moderate, psychotic features yes", "moderate", "yes", 3, 3),
    ("moderate, psychotic features no", "moderate", "no", 3, 3),
    ("moderate, psychotic features unknown", "moderate", "unknown", 3, 3),
    ("moderate, psychotic features not answered", "moderate", None, 3, 3),
    ("severe, psychotic features yes", "severe", "yes", 5, 5),
    ("severe, psychotic features no", "severe", "no", 4, 4),
    ("severe, psychotic features unknown", "severe", "unknown", 4, 5),
    ("severe, psychotic features not answered", "severe", None, 4, 5),
    ("severity not answered, psychotic features yes", None, "yes", 1, 5),
    ("severity not answered, psychotic features no", None, "no", 1, 4),
    ("severity not answered, psychotic features unknown", None, "unknown", 1, 5),
    ("severity not answered, psychotic features not answered", None, None, 1, 5),
]


@each_of(CASES)
def test_severity(reason: str, severity: Any, features: Any, low: int, high: int) -> None:
    said = history(*failures("sertraline"), episode={"severity": severity, "psychotic_features": features})
    assert evaluate(said)["staging"]["maudsley"]["parts"]["severity"] == {"min": low, "max": high}
