"""The report as plain text for a clinician."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.trd.build import failures, history, trial
from tests.trd.tables import each_of
from trd import evaluate, explain, profiles
from trd.sentences import _besides

FORBIDDEN = ("treatment-resistant", "has TRD", "failed", "MGH-ATRQ", "ATHF")


def text(*trials: dict[str, Any], profile: str = "intake_screen", **said: Any) -> str:
    """The text of such a history."""
    document = history(*trials, **said)
    return explain(evaluate(document, profile), document)


PARTS: list[tuple[str, str]] = [
    ("the day and the rule", "History as of 2026-11-20, read under: Consensus (Sforzini 2022 Delphi) (Sforzini L et al. 2022"),
    ("the versions", "Engine 0.1.0, profiles 2026.11, catalogue 2026.11; history "),
    ("a trial", "Trial t1: sertraline (counts: yes)"),
    ("a test with its place", "  yes      200 mg a day is at or above the 50 mg floor (label, from memory) [trials[0].max_daily_dose_mg]"),
    ("a test that is unknown", "  unknown  How regularly it was taken is not known; most days are asked [trials[1].adherence]"),
    ("a test that is no", "  no       "),
    (
        "the conclusion",
        "1 to 2 medicines tried enough without enough benefit, of 1 to 2 classes, where 2 are asked. Whether the history meets the count",
    ),
    ("what the source does not say", "On this rule: Read as the table's page, cut short."),
    ("a caveat", "Not known:\n  - Bipolar disorder is not ruled out"),
    ("a question", "To ask:\n  - How often did you take duloxetine as it was prescribed?"),
    ("where to look first", "Look here before calling it resistance:\n  - Some facts of the trial are not known (t2)"),
    ("what does not fit together", "Facts that do not fit together:\n  - 900 mg a day is above the highest dose its sources name, 120 mg"),
    (
        "another rule",
        "  - Lifetime (research cohorts): 2 medicines tried enough without enough benefit, of 2 classes, where 2 are asked. The history meets",
    ),
    ("further requirements", "Trial count met; 5 further requirements not checked here"),
    ("the Maudsley score", "  - Maudsley 6 of 15 (mild). Months are whole months passed"),
    ("the stage", "  - Thase-Rush II. An SSRI and a tricyclic are stage III here"),
    ("the points", "  - MGH-S without optimisation points 2. MGH-S without"),
    ("a source with its mark", "  - US prescribing information, usual adult dose ranges [from memory: a few rows verified"),
    ("the limits", "Not clinically validated."),
]


@each_of(PARTS)
def test_what_stands_in_the_text(reason: str, part: str) -> None:
    open_ = trial("t2", "duloxetine", max_daily_dose_mg=900, adherence=None)
    assert part in text(trial(), open_, profile="consensus", conditions={"primary_psychotic_disorder": "no"})


def test_evidence_comes_before_the_conclusion_and_the_unknowns_with_it() -> None:
    found = text(trial(), trial("t2", {"other": "Tea"}))
    order = [
        "Trial t1",
        "Trial t2",
        "medicines tried enough",
        "Not known",
        "Look here",
        "Other rules",
        "Staging",
        "Sources",
        "Not clinically",
    ]
    assert [found.index(part) for part in order] == sorted(found.index(part) for part in order)


def test_what_is_empty_is_left_out() -> None:
    found = text(*failures("sertraline", "duloxetine"), procedures=[{"id": "p", "kind": "psychotherapy"}])
    assert not any(title in found for title in ("Not known", "To ask", "Look here", "do not fit", "asks besides"))


def test_what_the_source_asks_besides_is_shown_and_not_checked() -> None:
    found = text(trial(), profile="tms_one")
    assert "What the source asks besides, not checked here:\n  - Severe depression\n" in found


def test_a_blank_floor_is_named_among_the_unknowns() -> None:
    found = text(trial(), trial("t2", "bupropion-hbr-xl"))
    assert "  - No floor is known for trial t2, so its dose cannot be judged" in found


def test_a_maudsley_score_that_does_or_may_not_apply() -> None:
    assert "Maudsley: not applicable, no trial counts as failed" in text()
    assert "(mild); it may not apply, since no trial surely counts as failed. Months" in text(
        trial(improvement_percent=None, stopped_because=None)
    )


def test_intervals_of_stages_and_points() -> None:
    open_ = trial("t2", "duloxetine", max_daily_dose_mg=120, improvement_percent=None, stopped_because=None)
    found = text(trial(), open_)
    assert "Thase-Rush I to II. " in found
    assert "MGH-S without optimisation points 1 to 2. " in found


SENTENCES: list[tuple[str, str, list[dict[str, Any]], dict[str, Any], str]] = [
    ("met", "consensus", failures("sertraline", "fluoxetine"), {}, "2 medicines tried enough without enough benefit, of 1 class, where 2 are asked. The history meets the count used by Consensus (Sforzini 2022 Delphi); a clinician confirms diagnosis, dose, duration and adherence"),
    ("not met", "consensus", failures("sertraline"), {}, "1 medicine tried enough without enough benefit, of 1 class, where 2 are asked. The history does not meet the count used by Consensus (Sforzini 2022 Delphi)"),
    ("none", "tms_one", [], {}, "0 medicines tried enough without enough benefit, of 0 classes, where 1 is asked. The history does not meet the count used by TMS rule: one medicine"),
    ("two classes asked", "payer_two_class", failures("sertraline", "fluoxetine"), {}, "2 medicines tried enough without enough benefit, of 1 class, where 2 of 2 classes are asked. The history does not meet the count used by Payer rule: two classes"),
    ("one excluding condition", "consensus", failures("sertraline"), {"conditions": {"bipolar": "yes"}}, "Check the diagnosis first: bipolar disorder answered yes. Beside it: 1 medicine tried enough without enough benefit, of 1 class, where 2 are asked"),
    ("an excluding condition of three words", "tms_one", [], {"conditions": {"primary_psychotic_disorder": "yes"}}, "Check the diagnosis first: primary psychotic disorder answered yes. Beside it: 0 medicines tried enough without enough benefit, of 0 classes, where 1 is asked"),
    ("two excluding conditions", "tms_one", [], {"conditions": {"bipolar": "yes", "psychosis": "yes"}}, "Check the diagnosis first: bipolar disorder and psychosis answered yes. Beside it: 0 medicines tried enough without enough benefit, of 0 classes, where 1 is asked"),
    ("a child", "consensus", failures("sertraline"), {"patient": {"age_years": 12}}, "The person is below 18 and this rule reads adults. Beside it: 1 medicine tried enough without enough benefit, of 1 class, where 2 are asked"),
    ("coverage met", "tms_one", failures("sertraline"), {}, "1 medicine tried enough without enough benefit, of 1 class, where 1 is asked. The history meets the count used by TMS rule: one medicine; a clinician confirms diagnosis, dose, duration and adherence. Trial count met; 5 further requirements not checked here"),
]  # fmt: skip


@each_of(SENTENCES)
def test_the_profiles_sentence(reason: str, profile: str, trials: list[dict[str, Any]], said: dict[str, Any], sentence: str) -> None:
    entries = evaluate(history(*trials, **said))["explanation"]
    (found,) = [entry["sentence"] for entry in entries if entry.get("profile") == profile]
    assert found == sentence


BESIDES: list[tuple[str, str, tuple[str, ...], str]] = [
    ("coverage with one", "coverage", ("Seen twice",), ". Trial count met; 1 further requirement not checked here"),
    ("coverage with two", "coverage", ("Seen twice", "Severe"), ". Trial count met; 2 further requirements not checked here"),
    ("coverage with none", "coverage", (), ""),
    ("a definition with one", "definition", ("Seen twice",), ""),
]


@each_of(BESIDES)
def test_what_the_source_asks_besides(reason: str, kind: str, requirements: tuple[str, ...], expected: str) -> None:
    assert _besides(replace(profiles()[0], kind=kind, other_requirements=requirements), "met") == expected


@pytest.mark.parametrize("profile", [profile.id for profile in profiles()])
@pytest.mark.parametrize("agents", [(), ("sertraline",), ("sertraline", "duloxetine", "mirtazapine", "nortriptyline")])
def test_the_words_never_say_what_a_person_has(profile: str, agents: tuple[str, ...]) -> None:
    found = text(*failures(*agents), profile=profile).replace("The failed treatments measured by a purpose-built tool", "")
    own_words = found.partition("\nSources:")[0].replace("3 for any failed ECT course", "").replace("no trial counts as failed", "")
    assert not [word for word in FORBIDDEN if word in own_words.replace("no trial surely counts as failed", "")]


CAVEATS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("nothing confirmed", {"confirmed_by_clinician": []}, ["That there is no bipolar disorder is said, but no clinician has confirmed it", "That there is no primary psychotic disorder is said, but no clinician has confirmed it"]),
    ("nothing known", {"conditions": {}}, ["Bipolar disorder is not ruled out", "Primary psychotic disorder is not ruled out"]),
    ("age not known", {"patient": {}}, ["Whether the person is an adult is not known"]),
    ("everything confirmed", {}, []),
]  # fmt: skip


@each_of(CAVEATS)
def test_caveats_in_words(reason: str, said: dict[str, Any], expected: list[str]) -> None:
    entries = evaluate(history(**said))["explanation"]
    assert [entry["caveats"] for entry in entries if entry.get("profile") == "consensus"] == [expected]


ODD_NAMES: list[tuple[str, str]] = [
    ("an end of line", "Tea\nOn this rule: met"),
    ("an empty line and a heading", "Tea\n\nSources:\n  - mine"),
    ("the line end of Windows", "Tea\r\nStaging:"),
    ("a separator of lines", "Tea\u2028Not known:"),
    ("a separator of paragraphs", "Tea\u2029Not known:"),
    ("an escape of a terminal", "Tea\x1b[2J\x1b[1;1H"),
    ("a turn of direction", "Tea\u202eton"),
    ("a tabulator", "Tea\tfour"),
]


@each_of(ODD_NAMES)
def test_a_name_that_was_typed_never_looks_like_a_line_of_the_report(reason: str, name: str) -> None:
    open_ = {"stopped_because": ["side_effects"], "purposes": None}
    plain = text(trial(agent={"other": "Tea"}, **open_), trial("t2", "fluoxetine", purposes=["pain"]), profile="tms_one")
    odd = text(trial(agent={"other": name}, **open_), trial("t2\nSources:", "fluoxetine", purposes=["pain"]), profile="tms_one")
    titles = [line for line in plain.split("\n") if line.endswith(":")]
    assert [line for line in odd.split("\n") if line.endswith(":")] == titles
    assert all(letter.isprintable() for letter in odd.replace("\n", ""))


def test_what_cannot_be_printed_is_a_space() -> None:
    assert "Trial t1: Tea four (counts: " in text(trial(agent={"other": "Tea\tfour"}))


def test_a_list_of_nothing_is_left_out() -> None:
    heads = [part.partition(":")[0] for part in text(profile="consensus").split("\n\n")[2:-1]]
    assert heads == ["To ask", "Look here before calling it resistance", "Other rules", "Staging", "Sources"]


def test_the_whole_text_word_by_word() -> None:
    """Read `explained.txt` when this fails: it is the page a clinician holds. The digest of the history stands there as a word."""
    ect = {"id": "p1", "kind": "ect", "laterality": "bilateral", "sessions": 8, "improvement_percent": 10, "in_current_episode": "unknown"}
    trials = [
        trial(max_daily_dose_mg=150, weeks_at_max_dose={"min": 6, "max": 7}, improvement_percent={"min": 0, "max": 24}),
        trial("t2", "duloxetine", max_daily_dose_mg={"min": 30, "max": 60}, adherence=None, weeks_total=40),
        trial("t3", "lithium", augments="t1", max_daily_dose_mg=None),
        trial("t4", {"other": "Tea"}, stopped_because=["side_effects"], wore_off="yes", improvement_percent=70),
    ]
    document = history(
        *trials, conditions={"bipolar": "no"}, confirmed_by_clinician=[], procedures=[ect], episode={"start": "2024", "severity": "severe"}
    )
    report = evaluate(document, "payer_three")
    expected = (Path(__file__).parent / "explained.txt").read_text("utf-8")
    assert explain(report, document).replace(report["history_sha256"], "DIGEST") == expected
