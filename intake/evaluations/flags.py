"""What brings a case forward in the queue, whatever its conclusion."""

from typing import Any


def psychotic_features(history: dict[str, Any]) -> bool:
    """The person reports psychosis, in this episode or before."""
    episode, conditions = history.get("episode") or {}, history.get("conditions") or {}
    return "yes" in (episode.get("psychotic_features"), conditions.get("psychosis"))


def recent_birth(document: dict[str, Any]) -> bool:
    """The person gave birth within the last twelve months."""
    answer = document["answers"].get("exclude.birth", {})
    return answer.get("state") == "answered" and answer.get("value") == "birth"
