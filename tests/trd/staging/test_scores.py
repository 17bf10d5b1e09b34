"""The sums: Maudsley scores with their bands, MGH-S over counted and possible trials, and what staging reads and does not."""

from __future__ import annotations

from typing import Any

from tests.trd.build import STRONG, failures, history, trial
from tests.trd.tables import each_of
from trd import evaluate

SEVEN = tuple(STRONG)[:7]
ECT = [{"id": "p1", "kind": "ect", "in_current_episode": "yes"}]
YEARS = {"two": "2024-06-20", "one": "2026-06-20", "many": "2020-06-20"}


def scored(agents: tuple[str, ...], start: Any, severity: Any, features: Any, ect: bool = False) -> dict[str, Any]:
    """A Maudsley part of a report."""
    episode = {"start": start, "severity": severity, "psychotic_features": features}
    report = evaluate(history(*failures(*agents), episode=episode, procedures=ECT if ect else []))
    found: dict[str, Any] = report["staging"]["maudsley"]
    return found


BANDS: list[tuple[str, tuple[Any, ...], list[int], list[str]]] = [
    ("the least there is", (SEVEN[:1], YEARS["one"], "subsyndromal", "no"), [3, 3], ["mild"]),
    ("mild at its top", (SEVEN[:1], YEARS["one"], "severe", "no"), [6, 6], ["mild"]),
    ("moderate at its bottom", (SEVEN[:1], YEARS["one"], "severe", "yes"), [7, 7], ["moderate"]),
    ("moderate at its top", (SEVEN[:3], YEARS["many"], "severe", "no", True), [10, 10], ["moderate"]),
    ("severe at its bottom", (SEVEN[:3], YEARS["many"], "severe", "yes", True), [11, 11], ["severe"]),
    ("severe, seven failures", (SEVEN, YEARS["many"], "severe", "yes", True), [13, 13], ["severe"]),
    ("across mild and moderate", (SEVEN[:1], YEARS["one"], "severe", "unknown"), [6, 7], ["mild", "moderate"]),
    ("across all three", (SEVEN[:5], None, None, "unknown", True), [6, 12], ["mild", "moderate", "severe"]),
    ("across moderate and severe", (SEVEN, YEARS["two"], None, "unknown", True), [9, 13], ["moderate", "severe"]),
]  # fmt: skip


@each_of(BANDS)
def test_score_and_bands(reason: str, case: tuple[Any, ...], score: list[int], bands: list[str]) -> None:
    found = scored(*case)
    assert list(found["score"].values()) == score
    assert found["bands"] == bands
    assert found["status"] == "scored"


def test_no_failure_at_all_is_not_applicable_and_never_a_low_score() -> None:
    found = evaluate(history())["staging"]["maudsley"]
    assert found["status"] == "not_applicable"
    assert found["because"] == "no trial counts as failed"
    assert not {"score", "bands", "parts"} & set(found)


READS: list[tuple[str, dict[str, Any], list[float]]] = [
    ("an adequate failure", {}, [1, 1]),
    ("exactly six weeks", {"weeks_at_max_dose": 6, "weeks_total": 6}, [1, 1]),
    ("just under six weeks", {"weeks_at_max_dose": 5.9, "weeks_total": 5.9}, [0, 0]),
    ("49.9 percent", {"improvement_percent": 49.9}, [1, 1]),
    ("exactly 50 percent", {"improvement_percent": 50}, [0, 0]),
    ("at the label floor", {"max_daily_dose_mg": 50}, [1, 1]),
    ("under the label floor", {"max_daily_dose_mg": 49}, [0, 0]),
    ("taken about half the days", {"adherence": "about_half"}, [1, 1]),
    ("adherence not known", {"adherence": "unknown"}, [1, 1]),
    ("taken rarely", {"adherence": "rarely"}, [0, 0]),
    ("of another episode", {"in_current_episode": "no"}, [0, 0]),
    ("side effects do not count", {"weeks_total": 2, "weeks_at_max_dose": 2, "stopped_because": ["side_effects"]}, [0, 0]),
    ("improvement not known", {"improvement_percent": None, "stopped_because": None}, [0, 1]),
]


@each_of(READS)
def test_the_fixed_rule_that_staging_reads_under(reason: str, said: dict[str, Any], score: list[float]) -> None:
    assert list(evaluate(history(trial(**said)))["staging"]["mgh_s"]["score"].values()) == score


WHATEVER: list[tuple[str, dict[str, Any]]] = [
    ("a child", {"patient": {"age_years": 12}}),
    ("bipolar disorder", {"conditions": {"bipolar": "yes"}}),
    ("psychosis", {"conditions": {"psychosis": "yes"}}),
]


@each_of(WHATEVER)
def test_staging_is_given_whatever_the_conclusion_and_the_age(reason: str, said: dict[str, Any]) -> None:
    plain = evaluate(history(*failures("sertraline", "duloxetine")))["staging"]
    assert evaluate(history(*failures("sertraline", "duloxetine"), **said))["staging"] == plain


def test_each_model_says_what_it_does_not_read_and_where_it_comes_from() -> None:
    staging = evaluate(history(trial()))["staging"]
    assert "whole months" in staging["maudsley"]["note"]
    assert "strict reading" in staging["thase_rush"]["note"]
    assert "RIMAs are not MAOI" in staging["thase_rush"]["note"]
    assert "without optimisation points" in staging["mgh_s"]["note"]
    assert [staging[model]["sources"] for model in ("maudsley", "thase_rush", "mgh_s")] == [
        ["fekadu_2009", "fekadu_2018"],
        ["thase_rush_1997"],
        ["petersen_2005"],
    ]


def test_a_maudsley_score_that_does_not_apply_says_why_and_by_what_source() -> None:
    found = evaluate(history())["staging"]["maudsley"]
    scored = evaluate(history(trial()))["staging"]["maudsley"]
    assert list(found) == ["status", "because", "note", "sources"]
    assert (found["status"], found["because"]) == ("not_applicable", "no trial counts as failed")
    assert (found["note"], found["sources"]) == (scored["note"], scored["sources"])


CLASSES: list[tuple[str, list[str], int]] = [
    ("a RIMA is no MAOI", ["sertraline", "nortriptyline", "moclobemide"], 3),
    ("maprotiline is no tricyclic", ["sertraline", "maprotiline"], 2),
    ("two tricyclics are one class", ["nortriptyline", "imipramine"], 1),
    ("an MAOI patch is an MAOI", ["sertraline", "nortriptyline", "selegiline-transdermal"], 4),
]


@each_of(CLASSES)
def test_what_is_and_is_no_class_of_the_stages(reason: str, agents: list[str], stage: int) -> None:
    trials = [trial(f"t{index}", agent, max_daily_dose_mg=600) for index, agent in enumerate(agents)]
    found = evaluate(history(*trials))["staging"]["thase_rush"]["stage"]
    assert found["max"] == stage
