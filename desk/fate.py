"""What becomes of a claimed message: its end, another try later, or a doubt that a person must settle."""

import datetime

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
MAX_TRIES = len(WAIT_MINUTES) + 1
# What a person must now look at, by the state a message ended in.
TASKS: dict[str, str] = {State.FAILED: "message_failed", State.IN_DOUBT: "message_in_doubt"}


def task_key(message: Message) -> str:
    return f"message:{message.pk}"


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
    if state in TASKS:
        work.open_task(key=task_key(message), kind=TASKS[state], case=message.case)


def later(message: Message, reason: str) -> None:
    """Plan it again after a while that grows, or give up after the fifth try."""
    if message.attempts >= MAX_TRIES:
        settle(message, State.FAILED, reason)
    else:
        _plan_again(message, reason, WAIT_MINUTES[message.attempts - 1])


def _plan_again(message: Message, reason: str, minutes: int) -> None:
    due_at = Least(Now() + datetime.timedelta(minutes=minutes), F("stale_at"))
    Message.objects.filter(pk=message.pk).update(state=State.PLANNED, reason=reason, lease_until=None, due_at=due_at)


@transaction.atomic
def settle_expired() -> None:
    """Messages whose worker did not come back. Not yet handed over: plan again. Handed over: nobody knows."""
    gone = Message.objects.filter(state__in=[State.CLAIMED, State.HANDED_OVER], lease_until__lt=Now())
    for message in gone.select_for_update(skip_locked=True)[:500]:
        if message.state == State.HANDED_OVER:
            settle(message, State.IN_DOUBT, "worker_lost")
        elif message.attempts >= MAX_TRIES:
            settle(message, State.FAILED, "worker_lost")
        else:
            _plan_again(message, "worker_lost", minutes=0)
