"""Small histories for the engine's tests: everything adequate unless a test says otherwise."""

from __future__ import annotations

from typing import Any

from trd import evaluate

AS_OF = "2026-11-20"
EPISODE = "2025-01-10"
CONDITIONS = ("bipolar", "psychosis", "primary_psychotic_disorder", "dementia", "substance_use")


def trial(id: str = "t1", agent: Any = "sertraline", **said: Any) -> dict[str, Any]:
    """A trial that every profile counts as a failure, less what is said otherwise; a value of ... leaves the field out."""
    whole = {
        "id": id,
        "agent": agent,
        "purposes": ["depression"],
        "max_daily_dose_mg": 200,
        "weeks_at_max_dose": 12,
        "weeks_total": 12,
        "improvement_percent": 10,
        "adherence": "most_days",
        "stopped_because": ["no_benefit"],
        "in_current_episode": "yes",
        "start": "2025-06-01",
        "stop": "2025-08-24",
    }
    return {key: value for key, value in (whole | said).items() if value is not ...}


def history(*trials: dict[str, Any], **said: Any) -> dict[str, Any]:
    """A history of an adult with every exclusion ruled out and confirmed, less what is said otherwise."""
    whole = {
        "schema": "trd.history/1",
        "as_of": AS_OF,
        "patient": {"age_years": 40, "sex_at_birth": "female"},
        "episode": {"start": EPISODE, "severity": "moderate", "psychotic_features": "no"},
        "conditions": dict.fromkeys(CONDITIONS, "no"),
        "confirmed_by_clinician": list(CONDITIONS),
        "trials": list(trials),
    }
    return {key: value for key, value in (whole | said).items() if value is not ...}


def judged(profile: str, *trials: dict[str, Any], **said: Any) -> dict[str, Any]:
    """The section of one profile in the report of such a history."""
    section: dict[str, Any] = evaluate(history(*trials, **said))["profiles"][profile]
    return section


def verdict(profile: str, test: str, *, trial_said: dict[str, Any], **said: Any) -> str:
    """One test's verdict on one trial under one profile."""
    answer: str = judged(profile, trial_said, **said)["trials"][trial_said["id"]]["tests"][test]
    return answer


# One agent a class, and a dose that is above every floor of it.
STRONG = {
    "sertraline": 200,
    "fluoxetine": 80,
    "citalopram": 40,
    "escitalopram": 20,
    "duloxetine": 120,
    "mirtazapine": 45,
    "nortriptyline": 150,
    "phenelzine": 90,
}


def failures(*agents: str, **said: Any) -> list[dict[str, Any]]:
    """Failed trials of these agents, each at a strong dose."""
    return [trial(f"t{index}", agent, max_daily_dose_mg=STRONG[agent], **said) for index, agent in enumerate(agents, 1)]


def conclusions(document: dict[str, Any]) -> dict[str, str]:
    """Each profile's conclusion on a history."""
    return {id_: section["conclusion"] for id_, section in evaluate(document)["profiles"].items()}
