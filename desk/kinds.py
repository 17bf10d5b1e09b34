"""Kinds of messages: who prepares the words, at the moment of sending."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.models import Message


@dataclass(frozen=True)
class Envelope:
    """What leaves the house: one address or number, neutral words. A text has no subject."""

    to: str
    subject: str
    body: str


@dataclass(frozen=True)
class Void:
    """There is nothing (more) to say; `reason` is one word for the ledger."""

    reason: str


Prepare = Callable[[Message], Envelope | Void]
_PREPARERS: dict[str, Prepare] = {}


def register(kind: str, prepare: Prepare) -> None:
    """Name the preparer of a kind. Called from `AppConfig.ready` of the room whose cause it is."""
    _PREPARERS[kind] = prepare


def known() -> list[str]:
    """The kinds this process can send: a worker of an older release leaves newer ones to newer workers."""
    return sorted(_PREPARERS)


def prepare(message: Message) -> Envelope | Void:
    """Look again whether the message is still true, and write it."""
    return _PREPARERS[message.kind](message)
