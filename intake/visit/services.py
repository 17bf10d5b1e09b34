"""What a person may do about their own visit: ask to have it moved. Staff call them; until then it stands."""

import datetime
import uuid

from django.db import transaction

from audit.actor import Actor
from audit.door import record
from desk.models import Staff, Task
from intake import todo
from intake.models import Case, Invitation

MOVE = "move_visit"


@transaction.atomic
def ask_to_move(*, case: Case, visit: uuid.UUID, by: Actor) -> None:
    """Put a call on the staff's list. Asking twice is asking once."""
    todo.ask(kind=MOVE, case=case.public_id, about=visit)
    record(by, "visit.move_asked", case=case.public_id, about=visit)


def asked(case: Case) -> bool:
    """Whether the wish still waits for somebody to call."""
    return Task.objects.waiting().filter(kind=MOVE, case=case.public_id).exists()


@transaction.atomic
def settle_wish(*, case: Case, by: Staff) -> None:
    """The visit was moved or called off: nobody need call about it any more."""
    todo.settle(kind=MOVE, case=case.public_id, by=by)


@transaction.atomic
def keep_link(*, case: Case, until: datetime.datetime, by: Actor) -> Invitation:
    """The person's link to their visit, working until then: the one they have, or a new one where that was stopped."""
    links = Invitation.objects.standing().filter(case=case, purpose=Invitation.VISIT, tries__lt=Invitation.MAX_TRIES)
    found = links.order_by("created_at").last()
    if found is None:
        found = Invitation.objects.create(case=case, purpose=Invitation.VISIT, created_by=by.id, expires_at=until)
        record(by, "visit.link_made", case=case.public_id, about=found.pk)
    elif found.expires_at < until:
        links.filter(pk=found.pk).update(expires_at=until)
        found.expires_at = until
    return found
