"""What becomes of a claimed message: its end, another try later, or a doubt that a person must settle."""

import datetime
import uuid

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Least, Now

from audit.actor import system
from audit.door import record
from desk import work
from desk.models import Message

State = Message.State
DESK = system("desk")
IN_A_LEASE = Now() + datetime.timedelta(seconds=60)  # longer than the mail server's time-out
WAIT_MINUTES = (1, 5, 15, 60)
MAX_TRIES = len(WAIT_MINUTES) + 1  # past so many it is no passing trouble: our own faults end there, and staff hear of a silent server
# What a person must now look at, by the state a message ended in.
TASKS: dict[str, str] = {State.FAILED: "message_failed", State.IN_DOUBT: "message_in_doubt", State.STALE: "message_stale"}
LATE = "message_late"


def task_key(message: Message) -> str:
    return f"message:{message.pk}"


def late_key(message: uuid.UUID) -> str:
    return f"{LATE}:{message}"


def ours(claimed: Message, state: str) -> Message | None:
    """The row, locked, if it is still in this state under the fence we claimed it with."""
    return Message.objects.select_for_update().filter(pk=claimed.pk, state=state, fence=claimed.fence).first()


def too_late(message: Message) -> bool:
    """By the database's clock."""
    return Message.objects.filter(pk=message.pk, stale_at__lte=Now()).exists()


def settle(message: Message, state: str, reason: str) -> None:
    """Bring a message to its end; where a person must know, a task says so."""
    when = {"sent_at": Now()} if state == State.SENT else {}
    Message.objects.filter(pk=message.pk).update(state=state, reason=reason, lease_until=None, **when)
    record(DESK, f"message.{state}", case=message.case, about=message.pk, kind=message.kind, reason=reason)
    if message.attempts >= MAX_TRIES:
        work.close_task(key=late_key(message.pk), by=None)
    if state in TASKS:
        work.open_task(key=task_key(message), kind=TASKS[state], case=message.case)


def no_answer(message: Message) -> None:
    """Nobody took it, for all that is known: try again, each hour in the end, for as long as it is worth sending.

    A server that stays away is a task after the fifth try: whoever must know today is called. It closes when the message ends.
    """
    if message.attempts >= MAX_TRIES:
        work.open_task(key=late_key(message.pk), kind=LATE, case=message.case)
    _plan_again(message, "no_answer", WAIT_MINUTES[min(message.attempts, len(WAIT_MINUTES)) - 1])


def our_fault(message: Message, reason: str, *, at_once: bool = False) -> None:
    """We could not even try. Plan it again after a while that grows, or give up after the fifth time: it may be what breaks us."""
    faults = message.faults + 1
    if faults >= MAX_TRIES:
        settle(message, State.FAILED, reason)
    else:
        _plan_again(message, reason, 0 if at_once else WAIT_MINUTES[faults - 1], faults)


def _plan_again(message: Message, reason: str, minutes: int, faults: int | None = None) -> None:
    due_at = Least(Now() + datetime.timedelta(minutes=minutes), F("stale_at"))
    counted = message.faults if faults is None else faults
    Message.objects.filter(pk=message.pk).update(state=State.PLANNED, reason=reason, lease_until=None, due_at=due_at, faults=counted)


@transaction.atomic
def settle_expired() -> None:
    """Messages whose worker did not come back. Not yet handed over: plan again. Handed over: nobody knows."""
    gone = Message.objects.filter(state__in=[State.CLAIMED, State.HANDED_OVER], lease_until__lt=Now())
    for message in gone.select_for_update(skip_locked=True)[:500]:
        if message.state == State.HANDED_OVER:
            settle(message, State.IN_DOUBT, "worker_lost")
        else:
            our_fault(message, "worker_lost", at_once=True)
