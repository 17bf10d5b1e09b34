"""The report's outer shape, its digests, and the same report as typed objects."""

from __future__ import annotations

import copy
import json
from hashlib import sha256
from typing import Any

import pytest

import trd
from tests.trd.build import failures, history, trial
from tests.trd.tables import each_of
from trd import Refused, catalogue, evaluate, findings_of, profiles, typed
from trd.report import Range

LISTS = ("profiles", "staging", "confounders", "contradictions", "explanation")


def test_the_keys_of_a_report() -> None:
    report = evaluate(history(trial()))
    assert list(report) == ["schema", "engine", "history_sha256", "flag", *LISTS]
    assert report["schema"] == "trd.report/1"
    assert report["engine"] == {"version": "0.1.0", "profiles": "2026.11", "catalogue": "2026.11", "rules_sha256": trd.RULES_DIGEST}
    assert list(report["profiles"]) == [profile.id for profile in profiles()]


def test_the_keys_of_a_profile_and_of_a_trial() -> None:
    section = evaluate(history(trial()))["profiles"]["consensus"]
    assert list(section) == [
        "conclusion",
        "failed_trials",
        "classes",
        "intolerant_trials",
        "caveats",
        "trials",
        "would_settle",
        "unknown_floors",
    ]
    assert list(section["trials"]["t1"]) == ["counts", "response", "tests"]
    assert list(section["trials"]["t1"]["tests"]) == list(trd.trial.judged.TESTS)


DIGESTS: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("keys in another order", {"a": 1, "b": 2}, {"b": 2, "a": 1}, True),
    ("another value", {"a": 1}, {"a": 2}, False),
    ("a whole number and a decimal", {"a": 1}, {"a": 1.0}, False),
    ("null and left out", {"a": None}, {}, False),
]


@each_of(DIGESTS)
def test_the_digest_of_a_document(reason: str, first: dict[str, Any], second: dict[str, Any], same: bool) -> None:
    assert (trd.engine.digest(first) == trd.engine.digest(second)) is same


def test_the_digest_is_of_the_document_as_it_came_with_letters_as_they_are() -> None:
    document = history(trial(agent={"other": "Bärentee"}))
    plain = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert evaluate(document)["history_sha256"] == sha256(plain.encode()).hexdigest()


def test_the_history_is_left_as_it_was() -> None:
    document = history(trial(stopped_because=["still_taking"], stop=None), trial("t2", {"other": " X "}))
    before = copy.deepcopy(document)
    evaluate(document)
    assert document == before


def test_altering_a_report_leaves_the_stamp_of_the_next_one_alone() -> None:
    evaluate(history())["engine"]["version"] = "other"
    assert evaluate(history())["engine"]["version"] == trd.VERSION


def test_a_mapping_that_is_no_dict_is_read_too() -> None:
    from types import MappingProxyType

    assert evaluate(MappingProxyType(history())) == evaluate(history())


def test_a_profile_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        evaluate(history(), "nobody")


def test_the_lifetime_count_stands_beside_the_flag_where_the_episodes_start_is_unknown() -> None:
    known, unknown = evaluate(history(trial())), evaluate(history(trial(), episode={}))
    assert "lifetime_failed_trials" not in known["flag"]
    assert unknown["flag"] == {"profile": "intake_screen", "conclusion": "not_met", "lifetime_failed_trials": {"min": 1, "max": 1}}


def test_the_explanation_is_trials_then_profiles_then_sources() -> None:
    report = evaluate(history(trial(), trial("t2", "lithium")))
    kinds = [entry["kind"] for entry in report["explanation"]]
    assert kinds == ["trial"] * 2 + ["profile"] * 12 + ["sources"]
    assert [entry["trial"] for entry in report["explanation"][:2]] == ["t1", "t2"]


def test_every_source_named_anywhere_is_listed_with_how_far_it_was_read() -> None:
    report = evaluate(history(trial(max_daily_dose_mg=5000), trial("t2", {"other": "x"})))
    listed = report["explanation"][-1]["sources"]
    named = {finding["source"] for entry in report["explanation"][:2] for finding in entry["findings"]}
    named |= {key for entry in report["explanation"] if entry["kind"] == "profile" for key in entry["sources"]}
    named |= {key for part in report["staging"].values() for key in part["sources"]}
    named |= {each["source"] for each in report["confounders"] + report["contradictions"]}
    assert named - set(listed) == {"the citation of each profile named"}
    assert all(source["citation"] and source["mark"] and source["read"] for source in listed.values())


def test_each_distinct_test_stands_once_and_every_profile_reads_eight() -> None:
    (entry,) = [each for each in evaluate(history(trial()))["explanation"] if each["kind"] == "trial"]
    everyone = [profile.id for profile in profiles()]
    for id_ in [*everyone, "staging"]:
        assert sum(id_ in finding["profiles"] for finding in entry["findings"]) == 8
    assert len(entry["findings"]) == 24
    assert [finding["rule"] for finding in entry["findings"]].count("scope: lifetime") == 1


NOWHERE: list[tuple[str, str, str, str]] = [
    ("a profile that is not there", "nobody", "t1", "nobody"),
    ("a trial that is not there", "consensus", "t9", "t9"),
]


@each_of(NOWHERE)
def test_findings_of_what_is_not_there_name_it(reason: str, profile: str, trial_id: str, named: str) -> None:
    with pytest.raises(KeyError, match=f"^'{named}'$"):
        findings_of(evaluate(history(trial())), profile, trial_id)


def test_typed_objects_say_the_same() -> None:
    report = evaluate(history(*failures("sertraline", "duloxetine"), trial("t3", {"other": "x"})))
    found = typed(report)
    ours = found.profiles["intake_screen"]
    assert (found.conclusion, found.flag, found.history_sha256) == ("met", "intake_screen", report["history_sha256"])
    assert (ours.failed_trials, ours.classes) == (Range(2, 3), Range(2, 3))
    assert [each.counts for each in ours.trials] == ["yes", "yes", "unknown"]
    assert [each.test for each in ours.trials[0].sentences] == list(trd.trial.judged.TESTS)
    assert ours.trials[0].sentences[2].sentence == "200 mg a day is at or above the 50 mg floor (label, from memory)"
    assert (found.staging.maudsley, found.staging.bands) == (Range(6, 7), ("mild", "moderate"))
    assert (found.staging.thase_rush, found.staging.mgh_s) == (Range(2, 2), Range(2, 3))
    assert len(found.confounders) == len(report["confounders"])


def test_typed_objects_of_a_history_without_trials() -> None:
    found = typed(evaluate(history()))
    assert (found.staging.maudsley, found.staging.bands, found.staging.may_not_apply) == (None, (), False)
    assert found.profiles["consensus"].trials == ()
    assert found.profiles["consensus"].questions[0]["missing"] == "trials"


def test_names_of_patients_stand_in_no_exception() -> None:
    with pytest.raises(Refused) as refused:
        evaluate(history(trial(agent={"other": "Mary's tea", "role": "x"})))
    assert "Mary" not in repr(refused.value) + str(refused.value)


def test_the_public_names() -> None:
    assert {"evaluate", "Refused", "profiles", "catalogue", "search", "explain", "compare", "VERSION", "RULES_DIGEST"} <= set(trd.__all__)
    assert all(hasattr(trd, name) for name in trd.__all__)
    assert all(agent.class_ and agent.role and set(agent.floors) == {"label", "canmat", "strict"} for agent in catalogue())
