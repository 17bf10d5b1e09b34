"""The tests a person was asked for: known to the room that asks for them, in plain words for that person."""

from collections.abc import Callable
from dataclasses import dataclass

from intake.models import Case


@dataclass(frozen=True)
class OwnLab:
    """`name` in the language of the page; `there`: the clinic has it. Never what it showed."""

    name: str
    there: bool


Ask = Callable[[Case], list[OwnLab]]


@dataclass
class _Keeper:
    """Who is asked. Set once, as the process starts."""

    ask: Ask = lambda case: []


KEEPER = _Keeper()


def register(ask: Ask) -> None:
    """Name who knows. Called from `AppConfig.ready` of the room that asks for labs."""
    KEEPER.ask = ask


def labs_of(case: Case) -> list[OwnLab]:
    """What was asked for and not called off. The caller has seen to it that this person asks for themselves."""
    return KEEPER.ask(case)
