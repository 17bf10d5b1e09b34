"""The dispatcher: claims what is due, looks again, hands it over, marks it. Any number of them may run.

A claim is a lease with a fence that rises with each claim: whoever comes back after the lease was lost writes
nothing. Every time is the database's; no transaction is open while a server is spoken to.
"""

import time
from collections.abc import Collection
from typing import Any, Protocol

import structlog
from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from desk import fate, kinds, mail, text
from desk.fate import IN_A_LEASE, State
from desk.mail import Outcome
from desk.models import Message
from vault.seal import Erased

log = structlog.get_logger(__name__)
TICK_SECONDS_AT_MOST = 30.0  # well under the task's time limit: the next tick goes on


class Channel(Protocol):
    """A way out of the house. What `compose` makes, `send` hands over."""

    def compose(self, envelope: kinds.Envelope, message_id: object, /) -> Any: ...
    def send(self, letter: Any, /) -> Outcome: ...


CHANNELS: dict[str, Channel] = {"mail": mail, "text": text}


def send_due() -> int:
    """One tick: settle what lost its worker, then send until nothing is due or the time is up. Returns how many left."""
    fate.settle_expired()
    until, sent, away = time.monotonic() + TICK_SECONDS_AT_MOST, 0, set[str]()
    while time.monotonic() < until and (message := claim(without=away)):
        outcome = deliver(message)
        sent += outcome is Outcome.SENT
        if outcome is Outcome.AWAY:  # a silent gateway must not hold up the mail, nor cost its own next message a try
            away.add(message.channel)
    return sent


@transaction.atomic
def claim(*, without: Collection[str] = ()) -> Message | None:
    """Take what has been due longest, past rows that others hold. One at a time: what is not being tried is not held."""
    there = CHANNELS.keys() - set(without)
    due = Message.objects.due().filter(kind__in=kinds.known(), channel__in=there).order_by("due_at", "pk")
    message = due.select_for_update(skip_locked=True).first()
    if message is not None:
        Message.objects.filter(pk=message.pk).update(
            state=State.CLAIMED, fence=F("fence") + 1, attempts=F("attempts") + 1, lease_until=IN_A_LEASE
        )
        message.refresh_from_db()
    return message


def deliver(message: Message) -> Outcome | None:
    """Hand one claimed message over and mark what became of it; None where there was nothing to hand over."""
    letter = hand_over(message)
    if letter is None:
        return None
    outcome = CHANNELS[message.channel].send(letter)
    mark(message, outcome)
    return outcome


@transaction.atomic
def hand_over(claimed: Message) -> Any:
    """Under the row's lock: is the claim still ours, is it not too late, is it still true? Then it is about to leave. Else None."""
    message = fate.ours(claimed, State.CLAIMED)
    if message is None:
        return None
    letter = _letter(message)
    if letter is not None:
        Message.objects.filter(pk=message.pk).update(state=State.HANDED_OVER, handed_over_at=Now(), lease_until=IN_A_LEASE)
    return letter


def _letter(message: Message) -> Any:
    """What its channel sends, or None with the reason on the row."""
    if fate.too_late(message):
        fate.settle(message, State.STALE, "too_late")
        return None
    words = _words(message)
    if isinstance(words, kinds.Void):
        fate.settle(message, State.CANCELLED, words.reason)
    elif words is None:
        fate.our_fault(message, "not_prepared")
    else:
        return _composed(message, words)
    return None


def _words(message: Message) -> kinds.Envelope | kinds.Void | None:
    """What the preparer says; None where it broke, which must stop neither the others nor this one for good."""
    try:
        with transaction.atomic():
            return kinds.prepare(message)
    except Erased:
        return kinds.Void("erased")
    except Exception as error:
        log.error("message not prepared", id=str(message.pk), kind=message.kind, error=type(error).__name__)
        return None


def _composed(message: Message, words: kinds.Envelope) -> Any:
    try:
        return CHANNELS[message.channel].compose(words, message.pk)
    except ValueError:
        fate.settle(message, State.FAILED, "bad_address")
        return None


@transaction.atomic
def mark(claimed: Message, outcome: Outcome) -> None:
    """Write down what became of it, unless the lease was lost meanwhile: then the doubt already stands."""
    message = fate.ours(claimed, State.HANDED_OVER)
    if message is None:
        log.warning("lease lost, nothing marked", id=str(claimed.pk), kind=claimed.kind)
    elif outcome is Outcome.SENT:
        fate.settle(message, State.SENT, "")
    elif outcome is Outcome.REFUSED:
        fate.settle(message, State.FAILED, "refused")
    elif outcome is Outcome.UNKNOWN:
        fate.settle(message, State.IN_DOUBT, "answer_lost")
    else:
        fate.no_answer(message)
