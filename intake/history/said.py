"""Single facts, in the engine's words."""

from datetime import date
from typing import Any

from intake.answers.dates import certain, first_day
from intake.questionnaire import Said
from intake.questionnaire.bands import INTERVALS

UNKNOWN = "unknown"


def yes_no(said: Said, question: str) -> str:
    """yes, no, or unknown for everything else."""
    value = said.value(question)
    return value if value in ("yes", "no") else UNKNOWN


def one_of(said: Said, question: str, words: tuple[str, ...]) -> str:
    value = said.value(question)
    return value if value in words else UNKNOWN


def amount(said: Said, question: str) -> Any:
    """A number, the interval of a band, or None."""
    value = said.value(question)
    return INTERVALS[value] if isinstance(value, str) else value


def day(said: Said, question: str, as_of: date, born: date) -> str | None:
    """A partial date that surely holds the day meant and does not lie after `as_of`; else None. An age is counted from `born`."""
    value = said.value(question)
    text = certain(value, born) if value else None
    return text if text and first_day(text) <= as_of.isoformat() else None
