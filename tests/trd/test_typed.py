"""The typed report holds the document field by field, whatever the history."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import failures, history, trial
from tests.trd.tables import each_of
from trd import evaluate, findings_of, typed
from trd.report import Range, Sentence

OPEN = trial("open", "mirtazapine", adherence=None, improvement_percent=None, stopped_because=None)
BLANK = trial("blank", "bupropion-hbr-xl")
GIVEN_UP = trial("given up", "paroxetine-ir", stopped_because=["side_effects"])
ECT = {"id": "p1", "kind": "ect", "laterality": "bilateral", "sessions": 8, "improvement_percent": 10, "in_current_episode": "yes"}

HISTORIES: list[tuple[str, dict[str, Any]]] = [
    ("nothing", history()),
    ("one failure", history(trial())),
    ("two failures of two classes", history(*failures("sertraline", "duloxetine"))),
    ("a failure that is not sure", history(trial(improvement_percent=None, stopped_because=None))),
    ("something open", history(trial(), OPEN)),
    ("a blank floor", history(trial(), BLANK)),
    ("side effects", history(GIVEN_UP)),
    ("nobody confirmed anything", history(trial(), conditions={}, confirmed_by_clinician=[])),
    ("excluded", history(trial(), conditions={"bipolar": "yes"})),
    ("a child", history(trial(), patient={"age_years": 12})),
    ("an age that is not known", history(trial(), patient={})),
    (
        "everything at once",
        history(*failures("sertraline", "nortriptyline", "phenelzine"), OPEN, BLANK, GIVEN_UP, procedures=[ECT], episode={}),
    ),
]
IDS = [case[0] for case in HISTORIES]


@each_of(HISTORIES)
def test_every_profile_field_by_field(reason: str, document: dict[str, Any]) -> None:
    report = evaluate(document)
    found = typed(report)
    assert list(found.profiles) == list(report["profiles"])
    for entry in (each for each in report["explanation"] if each["kind"] == "profile"):
        ours, section = found.profiles[entry["profile"]], report["profiles"][entry["profile"]]
        assert (ours.id, ours.conclusion, ours.sentence) == (entry["profile"], section["conclusion"], entry["sentence"])
        assert (ours.failed_trials, ours.classes) == (Range(**section["failed_trials"]), Range(**section["classes"]))
        for name in ("intolerant_trials", "caveats", "would_settle", "unknown_floors"):
            assert getattr(ours, name) == tuple(section[name]), name
        assert (ours.questions, ours.asks_besides) == (tuple(entry["questions"]), tuple(entry["asks_besides"]))


@each_of(HISTORIES)
def test_every_trial_with_its_eight_sentences(reason: str, document: dict[str, Any]) -> None:
    report = evaluate(document)
    for id_, ours in typed(report).profiles.items():
        section = report["profiles"][id_]["trials"]
        assert [each.id for each in ours.trials] == list(section)
        for each in ours.trials:
            assert (each.counts, each.response) == (section[each.id]["counts"], section[each.id]["response"])
            assert {one.test: one.verdict for one in each.sentences} == section[each.id]["tests"]
            assert each.sentences == tuple(Sentence(**one) for one in findings_of(report, id_, each.id))


@each_of(HISTORIES)
def test_staging_the_flag_and_what_stands_beside_it(reason: str, document: dict[str, Any]) -> None:
    report = evaluate(document, "payer_two_class")
    found, staging = typed(report), report["staging"]
    scored = staging["maudsley"]["status"] == "scored"
    assert found.staging.maudsley == (Range(**staging["maudsley"]["score"]) if scored else None)
    assert found.staging.bands == (tuple(staging["maudsley"]["bands"]) if scored else ())
    assert found.staging.may_not_apply is (scored and staging["maudsley"]["may_not_apply"])
    assert found.staging.thase_rush == Range(**staging["thase_rush"]["stage"])
    assert found.staging.mgh_s == Range(**staging["mgh_s"]["score"])
    assert (found.flag, found.conclusion) == ("payer_two_class", report["flag"]["conclusion"])
    assert (found.history_sha256, found.engine) == (report["history_sha256"], report["engine"])
    assert (found.confounders, found.contradictions) == (tuple(report["confounders"]), tuple(report["contradictions"]))


@each_of(HISTORIES)
def test_the_tree_of_the_explanation_has_its_keys_and_its_order(reason: str, document: dict[str, Any]) -> None:
    report = evaluate(document)
    said = {each["id"]: place for place, each in enumerate(document["trials"])}
    for entry in report["explanation"]:
        if entry["kind"] == "trial":
            assert list(entry) == ["kind", "trial", "name", "place", "findings"]
            assert entry["place"] == f"trials[{said[entry['trial']]}]"
        if entry["kind"] == "profile":
            assert list(entry) == PROFILE_KEYS
            assert len(entry["caveats"]) == len(report["profiles"][entry["profile"]]["caveats"])
            assert len(entry["unknowns"]) == len(report["profiles"][entry["profile"]]["unknown_floors"])
    assert list(report["explanation"][-1]) == ["kind", "sources"]


PROFILE_KEYS = [
    "kind",
    "profile",
    "name",
    "sentence",
    "caveats",
    "unknowns",
    "questions",
    "asks_besides",
    "citation",
    "date",
    "note",
    "sources",
]


def test_what_is_typed_cannot_be_altered() -> None:
    found = typed(evaluate(history(trial())))
    with pytest.raises(AttributeError):
        found.flag = "other"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        found.staging.mgh_s.min = 9  # type: ignore[misc]
