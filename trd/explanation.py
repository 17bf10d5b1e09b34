"""The report's explanation as a tree: each trial's tests, each profile's sentence, its unknowns, what its source asks besides, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from trd.profiles import Profile
from trd.rules import Rules
from trd.sentences import of_caveat
from trd.trial.counting import BY_PROFILE, JudgedTrial


def of_trial(judged: JudgedTrial) -> dict[str, Any]:
    """One trial: each distinct test once, with the profiles that share it."""
    trial = judged.trial
    return {"kind": "trial", "trial": trial.id, "name": trial.name, "place": trial.place, "findings": judged.findings}


def of_profile(profile: Profile, section: dict[str, Any], sentence: str, questions: list[dict[str, str]]) -> dict[str, Any]:
    """One profile: its sentence, its caveats in words, the questions that could change it, and what its source asks besides."""
    return {
        "kind": "profile",
        "profile": profile.id,
        "name": profile.name,
        "sentence": sentence,
        "caveats": [of_caveat(**caveat) for caveat in section["caveats"]],
        "unknowns": [_unknown(entry) for entry in section["unknown_floors"]],
        "questions": questions,
        "asks_besides": list(profile.other_requirements),
        "citation": profile.citation,
        "date": profile.date,
        "note": profile.note,
        "sources": list(profile.sources),
    }


def _unknown(entry: dict[str, str]) -> str:
    return f"No floor is known for trial {entry['trial']}, so its {entry['test']} cannot be judged"


def of_sources(rules: Rules) -> dict[str, Any]:
    """Every source of the rules, with how far it was read."""
    return {"kind": "sources", "sources": rules.sources}


def findings_of(report: dict[str, Any], profile: str, trial: str) -> list[dict[str, Any]]:
    """The eight tests of one trial under one profile, in order, each with verdict, sentence, place, value, rule, source and status.

    Raises KeyError where the report has no such profile or trial.

    >>> from trd import evaluate
    >>> trial = {"id": "t1", "agent": "sertraline", "max_daily_dose_mg": 100}
    >>> report = evaluate({"schema": "trd.history/1", "as_of": "2026-11-20", "trials": [trial]})
    >>> [(test["verdict"], test["sentence"]) for test in findings_of(report, "consensus", "t1")][2]
    ('yes', '100 mg a day is at or above the 50 mg floor (label, from memory)')
    """
    entries = report["explanation"]
    by_profile = _entry(entries, "profile", profile)
    findings = [each for each in _entry(entries, "trial", trial)["findings"] if profile in each["profiles"]]
    cited = f"{by_profile['citation']} ({by_profile['date']})"
    return [_with_citation(each, cited, entries[-1]["sources"]) for each in findings]


def _entry(entries: Sequence[dict[str, Any]], kind: str, id_: str) -> dict[str, Any]:
    for entry in entries:
        if entry["kind"] == kind and entry[kind] == id_:
            return entry
    raise KeyError(id_)


def _with_citation(finding: dict[str, Any], cited: str, sources: dict[str, Any]) -> dict[str, Any]:
    key = finding["source"]
    source = cited if key == BY_PROFILE else sources[key]["citation"]
    return {name: value for name, value in finding.items() if name != "profiles"} | {"source": source}
