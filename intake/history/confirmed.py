"""What a clinician confirmed, put in the place of what the person said of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

SEVERITIES: Final = ("subsyndromal", "mild", "moderate", "severe")


@dataclass(frozen=True)
class Confirmed:
    """`severity` is a word of the history or None; `conditions` are "yes" or "no" by name, those that were looked at only."""

    severity: str | None = None
    conditions: Mapping[str, str] = field(default_factory=dict)


NOTHING: Final = Confirmed()


def with_confirmed(history: dict[str, Any], confirmed: Confirmed) -> dict[str, Any]:
    """The same history as a clinician found it to be. A clinician's word on psychosis covers this episode too where it is no."""
    episode = history["episode"] | ({"severity": confirmed.severity} if confirmed.severity else {})
    if confirmed.conditions.get("psychosis") == "no":
        episode = episode | {"psychotic_features": "no"}
    return history | {
        "episode": episode,
        "conditions": history["conditions"] | dict(confirmed.conditions),
        "confirmed_by_clinician": sorted(confirmed.conditions),
    }
