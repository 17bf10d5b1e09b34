"""A person's own visit: asked of the room that keeps the calendar, in words for that person."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from intake.models import Case


@dataclass(frozen=True)
class OwnVisit:
    """`day` and `time` in the language of the page; nothing of why or with whom."""

    id: uuid.UUID
    day: str
    time: str


Ask = Callable[[Case], OwnVisit | None]


@dataclass
class _Keeper:
    """Who is asked. Set once, as the process starts."""

    ask: Ask = lambda case: None


KEEPER = _Keeper()


def register(ask: Ask) -> None:
    """Name who knows the calendar. Called from `AppConfig.ready` of the room that keeps it."""
    KEEPER.ask = ask


def visit_of(case: Case) -> OwnVisit | None:
    """The visit that is booked, or None. The caller has seen to it that this person asks for themselves."""
    return KEEPER.ask(case)
