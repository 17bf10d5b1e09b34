"""Refusing a document whole, with every fault and its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypedDict

WHOLE: Final = "document"
_KEY_LENGTH: Final = 40


class Fault(TypedDict):
    """One fault: where it stands in the document, and what to do about it."""

    place: str
    message: str


class Refused(ValueError):
    """A history that does not fit the contract.

    `errors` lists every fault found. The text of the exception names places only, never a value, since a history is about a person.
    """

    def __init__(self, errors: Iterable[Fault]) -> None:
        self.errors: list[Fault] = list(errors)
        super().__init__(f"refused: {', '.join(error['place'] for error in self.errors)}")


class Bad(Exception):
    """Faults inside one value, each with its place relative to it (`.age_years`, `[2].mg`, or empty for the value itself)."""

    def __init__(self, *faults: tuple[str, str]) -> None:
        super().__init__()
        self.faults = faults


def refused(bad: Bad) -> Refused:
    """The refusal of a whole document for the faults found in it."""
    return Refused({"place": place.lstrip(".") or WHOLE, "message": message} for place, message in bad.faults)


def step(key: object) -> str:
    """A key as a part of a place: short, on one line, printable anywhere.

    >>> step("dosage"), step("a\\nb"), step(7)
    ('.dosage', '.a?b', '.7')
    """
    text = str(key)[:_KEY_LENGTH]
    return "." + "".join(letter if letter.isprintable() else "?" for letter in text)
