"""Judging every trial once for all profiles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from trd.facts import History, Trial
from trd.rules import Rules
from trd.trial.failed import Response, response
from trd.trial.judged import TESTS
from trd.verdicts import Verdict, all_of, any_of


class Finding(TypedDict):
    """One test of one trial: its verdict, the sentence written where the comparison was made, and what it rests on.

    `place` and `value` are the fact that decided it, `rule` the rule in words, `source` a key of the sources (or the citation of each profile named),
    `status` how the figure compared with was verified, `profiles` who shares this test.
    """

    test: str
    verdict: Verdict
    sentence: str
    place: str
    value: object
    rule: str
    source: str
    status: str
    profiles: list[str]


@dataclass(slots=True)
class Tested:
    """One trial under one profile."""

    tests: dict[str, Verdict]
    counts: Verdict


@dataclass(slots=True)
class JudgedTrial:
    """One trial under every profile; `findings` holds each distinct test once, in the order of the tests."""

    trial: Trial
    response: Response
    findings: list[Finding]
    under: dict[str, Tested]


BY_PROFILE = "the citation of each profile named"


def judge(trial: Trial, history: History, rules: Rules) -> JudgedTrial:
    """Run each distinct test once, then read off each profile's eight."""
    findings = _findings(trial, history, rules)
    verdicts = [finding["verdict"] for finding in findings]
    under = {id_: _tested([verdicts[place] for place in places]) for id_, places in rules.plan.columns.items()}
    return JudgedTrial(trial, response(trial), findings, under)


def _tested(verdicts: list[Verdict]) -> Tested:
    return Tested(dict(zip(TESTS, verdicts, strict=True)), counts(verdicts))


def counts(verdicts: list[Verdict]) -> Verdict:
    """Whether a trial counts, from its eight verdicts in the order of the tests.

    >>> counts(["yes", "yes", "no", "no", "yes", "yes", "yes", "yes"])
    'yes'
    """
    agent, purpose, dose, duration, adherence, failed, in_scope, intolerance = verdicts
    enough = all_of((dose, duration, adherence, failed))
    return all_of((agent, purpose, in_scope, any_of((intolerance, enough))))


def _findings(trial: Trial, history: History, rules: Rules) -> list[Finding]:
    findings: list[Finding] = []
    for step in rules.plan.steps:
        verdict, sentence, field = step.judge(trial, history)
        source, status = _figure(trial, step.floor, rules) if step.floor else (BY_PROFILE, "as its source")
        findings.append(
            {
                "test": step.test,
                "verdict": verdict,
                "sentence": sentence,
                "place": f"{trial.place}.{field}",
                "value": trial.said.get(field),
                "rule": step.rule,
                "source": source,
                "status": status,
                "profiles": step.profiles,
            }
        )
    return findings


def _figure(trial: Trial, floor: str, rules: Rules) -> tuple[str, str]:
    """The source and the verification mark of the floor a test was held against."""
    figure = trial.agent.floors[floor] if trial.agent else None
    return (figure.source, figure.status) if figure else (str(rules.floors[floor]["source"]), "unknown floor")
