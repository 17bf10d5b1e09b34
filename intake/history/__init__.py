"""From the answers to the engine's history document (trd.history/1): every fact that was said, and nothing that was not."""

from datetime import date
from typing import Any, Final

from intake.answers.document import frozen
from intake.history.facts import conditions, episode, patient, scales
from intake.history.procedures import procedures
from intake.history.trials import trials
from intake.questionnaire import Document, Said

SCHEMA: Final = "trd.history/1"


def history(document: Document, as_of: date, date_of_birth: date) -> dict[str, Any]:
    """The history as the engine reads it. What was not said, not known, hidden or not readable is null or unknown; no is only a no."""
    said = Said(frozen(document))
    return {
        "schema": SCHEMA,
        "as_of": as_of.isoformat(),
        "patient": patient(said, as_of, date_of_birth),
        "episode": episode(said, as_of, date_of_birth),
        "conditions": conditions(said),
        "confirmed_by_clinician": [],
        "scales": scales(said, as_of),
        "trials": trials(said.document, as_of, date_of_birth),
        "procedures": procedures(said),
    }


__all__ = ["history"]
