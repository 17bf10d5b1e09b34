"""One history in, one report out: no clock, no network, no database."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final

from trd import caveats, confounders, explanation, questions, reading, sentences, settle, staging
from trd.conclusion import conclude, count
from trd.contradictions import find as contradictions
from trd.facts import History
from trd.intervals import as_document
from trd.profiles import Profile
from trd.rules import Rules, shipped
from trd.trial.counting import JudgedTrial, judge
from trd.verdicts import YES

REPORT: Final = "trd.report/1"
DEFAULT_PROFILE: Final = "intake_screen"

Report = dict[str, Any]


def evaluate(history: Mapping[str, Any], profile: str = DEFAULT_PROFILE, rules: Rules | None = None) -> Report:
    """The report of one history document, as a document of its own.

    `profile` names the one whose conclusion is the flag, `rules` replaces the shipped rules. Reports share their sources and lists of profiles
    with the rules, for speed: read them, do not alter them. Raises Refused for a history that does not fit the
    contract, KeyError for a profile that is not there.

    >>> evaluate({"schema": "trd.history/1", "as_of": "2026-11-20"})["flag"]["conclusion"]
    'not_met'
    """
    rules = rules or shipped()
    chosen = rules.profiles[profile]
    facts = reading.read(history, rules.catalogue)
    judged = [judge(trial, facts, rules) for trial in facts.trials]
    sections = {each.id: _section(facts, each, judged) for each in rules.profiles.values()}
    return {
        "schema": REPORT,
        "engine": dict(rules.stamp),
        "history_sha256": digest(facts.document),
        "flag": _flag(facts, chosen, sections),
        "profiles": {id_: section for id_, (section, _) in sections.items()},
        "staging": staging.stage(facts, judged),
        "confounders": confounders.find(facts, judged, chosen, count(judged, chosen.id)),
        "contradictions": contradictions(facts, rules),
        "explanation": list(_explanation(judged, rules, sections)),
    }


def digest(document: Mapping[str, Any]) -> str:
    """SHA-256 of a document as JSON with sorted keys, no spaces and unescaped UTF-8."""
    return sha256(json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()).hexdigest()


_Sections = dict[str, tuple[dict[str, Any], dict[str, Any]]]


def _section(history: History, profile: Profile, judged: Sequence[JudgedTrial]) -> tuple[dict[str, Any], dict[str, Any]]:
    """One profile's part of the report, and its part of the explanation."""
    counted = count(judged, profile.id)
    conclusion = conclude(history, profile, counted)
    asked, floors = settle.settle(judged, profile) if conclusion == "undetermined" else ([], [])
    section = {
        "conclusion": conclusion,
        "failed_trials": as_document(counted.failed),
        "classes": as_document(counted.classes),
        "intolerant_trials": [each.trial.id for each in judged if _intolerant(each, profile.id)],
        "caveats": caveats.of(history, profile),
        "trials": {each.trial.id: _trial(each, profile.id) for each in judged},
        "would_settle": asked,
        "unknown_floors": floors,
    }
    excluded_by = [name for name in profile.excludes if history.condition(name) == YES]
    sentence = sentences.of_profile(profile, conclusion, counted, excluded_by)
    asking = questions.that_could_change(judged, profile, conclusion, counted)
    return section, explanation.of_profile(profile, section, sentence, asking)


def _intolerant(judged: JudgedTrial, profile: str) -> bool:
    reasons = judged.trial.stopped_because or ()
    return "side_effects" in reasons and judged.under[profile].tests["is_antidepressant"] == YES


def _trial(judged: JudgedTrial, profile: str) -> dict[str, Any]:
    tested = judged.under[profile]
    return {"counts": tested.counts, "response": judged.response, "tests": tested.tests}


def _flag(history: History, chosen: Profile, sections: _Sections) -> dict[str, Any]:
    """The chosen profile's conclusion; where the episode's start is unknown, the lifetime count stands beside it."""
    flag: dict[str, Any] = {"profile": chosen.id, "conclusion": sections[chosen.id][0]["conclusion"]}
    if history.episode_start is None:
        flag["lifetime_failed_trials"] = sections["lifetime"][0]["failed_trials"]
    return flag


def _explanation(judged: Sequence[JudgedTrial], rules: Rules, sections: _Sections) -> Iterator[dict[str, Any]]:
    yield from (explanation.of_trial(each) for each in judged)
    yield from (entry for _, entry in sections.values())
    yield explanation.of_sources(rules)
