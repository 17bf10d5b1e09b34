"""A person settles what the program can't: did it arrive, shall it go again, were they told another way."""

from typing import Literal

from django.db import transaction
from django.db.models.functions import Now

from audit.door import record
from desk import ledger, work
from desk.fate import State, task_key
from desk.models import Message, Staff

How = Literal["arrived", "again", "told"]
# How a message may be settled, by its state: one that was refused did not arrive.
WAYS: dict[str, tuple[How, ...]] = {State.IN_DOUBT: ("arrived", "again", "told"), State.FAILED: ("again", "told")}


class Settled(Exception):
    """Somebody has settled it already, or it was never in doubt."""


@transaction.atomic
def settle(*, message: Message, how: How, by: Staff) -> Message:
    """End the doubt, close its task, record who did. "again" writes a new row with a new key. Raises Settled."""
    held = Message.objects.select_for_update().get(pk=message.pk)
    if how not in WAYS.get(held.state, ()):
        raise Settled
    if how == "arrived":
        Message.objects.filter(pk=held.pk).update(state=State.SENT, sent_at=Now(), reason="arrived")
    else:
        Message.objects.filter(pk=held.pk).update(state=State.CANCELLED, reason=how)
    work.close_task(key=task_key(held), by=by)
    record(by.actor, "message.settled", case=held.case, about=held.pk, was=held.state, how=how)
    return _once_more(held) if how == "again" else held


def _once_more(message: Message) -> Message:
    """The same cause under the next key. Its preparer looks again whether it is still true."""
    cause, _, number = message.key.partition("#")
    return ledger.plan(
        key=f"{cause}#{int(number or 1) + 1}",
        kind=message.kind,
        case=message.case,
        subject=message.subject,
        version=message.subject_version,
        channel=message.channel,
        stale_at=message.stale_at,
    )
