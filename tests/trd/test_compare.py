"""What changed between two reports, and because of what."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.trd.build import history, trial
from trd import compare, evaluate, with_profiles

OWN = """
[profiles.ours]
name = "Ours"
kind = "definition"
min_trials = 1
min_classes = 1
floor = "label"
min_weeks = 4
failure = { below = 50 }
scope = "lifetime"
adherence = "ignored"
intolerance = "no"
excludes = []
citation = "Our clinic, 2026"
date = "2026"
note = "Ours."
other_requirements = []
sources = ["contract"]
"""


def of(*trials: dict[str, Any], **said: Any) -> dict[str, Any]:
    """The comparison of one plain trial with these."""
    return compare(evaluate(history(trial())), evaluate(history(*trials, **said)))


def test_the_same_report_twice_changed_in_nothing() -> None:
    assert of(trial()) == {"because": "nothing", "flag_moved": False, "facts": [], "tests": [], "conclusions": [], "rules": {}}


def test_a_fact_that_moved_a_test_and_its_count() -> None:
    found = of(trial(adherence="rarely"))
    assert (found["because"], found["flag_moved"]) == ("facts", False)
    assert found["facts"] == [{"trial": "t1", "field": "adherence", "before": "most_days", "after": "rarely"}]
    assert {"profile": "consensus", "trial": "t1", "test": "adherence", "before": "yes", "after": "no"} in found["tests"]
    assert {"profile": "consensus", "trial": "t1", "test": "counts", "before": "yes", "after": "no"} in found["tests"]
    assert all(each["profile"] != "lifetime" for each in found["tests"])
    assert found["conclusions"] == [{"profile": "tms_one", "before": "met", "after": "not_met"}]


def test_a_fact_that_moved_no_test_still_shows() -> None:
    found = of(trial(max_daily_dose_mg=199))
    assert found["facts"] == [{"trial": "t1", "field": "max_daily_dose_mg", "before": 200, "after": 199}]
    assert found["tests"] == []


def test_a_trial_that_was_added_moves_the_flag() -> None:
    found = of(trial(), trial("t2", "fluoxetine"))
    assert found["flag_moved"] is True
    assert {"trial": "t2", "field": "agent", "before": None, "after": "fluoxetine"} in found["facts"]
    assert {"profile": "intake_screen", "before": "not_met", "after": "met"} in found["conclusions"]


def test_a_trial_that_was_taken_out() -> None:
    found = of()
    assert {"trial": "t1", "field": "agent", "before": "sertraline", "after": None} in found["facts"]
    assert {"profile": "consensus", "trial": "t1", "test": "dose", "before": "yes", "after": None} in found["tests"]


RULES: list[tuple[str, dict[str, Any], str]] = [
    ("the same facts under other rules", {}, "rules"),
    ("other facts under other rules", {"adherence": "rarely"}, "facts_and_rules"),
]


@pytest.mark.parametrize(("reason", "said", "because"), RULES, ids=[case[0] for case in RULES])
def test_rules_that_changed(reason: str, said: dict[str, Any], because: str, tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text(OWN, "utf-8")
    rules = with_profiles(own)
    before = evaluate(history(trial()))
    found = compare(before, evaluate(history(trial(**said)), rules=rules))
    assert found["because"] == because
    assert found["rules"] == {"rules_sha256": [before["engine"]["rules_sha256"], rules.digest]}
    assert {"profile": "ours", "before": None, "after": "met"} in found["conclusions"]


def test_another_flag_on_the_same_facts_and_rules() -> None:
    document = history(trial())
    found = compare(evaluate(document), evaluate(document, "tms_one"))
    assert (found["because"], found["flag_moved"], found["conclusions"]) == ("nothing", True, [])
