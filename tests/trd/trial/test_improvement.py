"""How much it helped: the figure, what stands in for it, the bands of response, and what wore off."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import judged, trial, verdict
from tests.trd.tables import each_of

NO_FIGURE: list[tuple[str, Any, str, str]] = [
    ("no benefit", ["no_benefit"], "yes", "none"),
    ("no benefit and side effects", ["no_benefit", "side_effects"], "yes", "none"),
    ("no benefit, still taken", ["no_benefit", "still_taking"], "yes", "none"),
    ("no benefit and some benefit", ["no_benefit", "some_benefit"], "unknown", "unknown"),
    ("no benefit and got better", ["no_benefit", "got_better"], "unknown", "unknown"),
    ("some benefit", ["some_benefit"], "unknown", "unknown"),
    ("side effects", ["side_effects"], "unknown", "unknown"),
    ("no reason", [], "unknown", "unknown"),
    ("reason not answered", None, "unknown", "unknown"),
]


@pytest.mark.parametrize(("reason", "because", "expected", "response"), NO_FIGURE, ids=[case[0] for case in NO_FIGURE])
@pytest.mark.parametrize("profile", ["consensus", "intake_screen", "esketamine_trial"])
def test_without_a_figure(profile: str, reason: str, because: Any, expected: str, response: str) -> None:
    said = trial(improvement_percent=None, stopped_because=because, stop=None)
    found = judged(profile, said)["trials"]["t1"]
    assert (found["tests"]["failed"], found["response"]) == (expected, response)


RESPONSES: list[tuple[str, Any, str]] = [
    ("nothing", 0, "none"),
    ("just under 25", 24.9, "none"),
    ("exactly 25", 25, "partial"),
    ("just over 25", 25.1, "partial"),
    ("just under 50", 49.9, "partial"),
    ("exactly 50", 50, "response"),
    ("everything", 100, "response"),
    ("at most 24", {"max": 24}, "none"),
    ("at most 25", {"max": 25}, "unknown"),
    ("25 to 49", {"min": 25, "max": 49}, "partial"),
    ("25 to 50", {"min": 25, "max": 50}, "unknown"),
    ("24 to 49", {"min": 24, "max": 49}, "unknown"),
    ("at least 50", {"min": 50}, "response"),
    ("at least 49", {"min": 49}, "unknown"),
    ("at least 25", {"min": 25}, "unknown"),
    ("not answered", None, "unknown"),
]


@each_of(RESPONSES)
def test_bands_of_response(reason: str, percent: Any, response: str) -> None:
    said = trial(improvement_percent=percent, stopped_because=["cost"])
    assert judged("consensus", said)["trials"]["t1"]["response"] == response


WORE_OFF: list[tuple[str, Any, Any, str]] = [
    ("helped and wore off", 70, "yes", "unknown"),
    ("exactly at the line and wore off", 50, "yes", "unknown"),
    ("helped and did not wear off", 70, "no", "no"),
    ("helped, wearing off unknown", 70, "unknown", "no"),
    ("helped, wearing off not answered", 70, None, "no"),
    ("did not help and wore off", 10, "yes", "yes"),
    ("perhaps helped and wore off", {"min": 40, "max": 60}, "yes", "unknown"),
    ("not known and wore off", None, "yes", "unknown"),
]


@each_of(WORE_OFF)
def test_wore_off(reason: str, percent: Any, wore_off: Any, expected: str) -> None:
    said = trial(improvement_percent=percent, wore_off=wore_off, stopped_because=["other"])
    assert verdict("intake_screen", "failed", trial_said=said) == expected
