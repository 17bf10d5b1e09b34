"""How a case moves: which state may follow which, and the few columns that staff decisions set."""

import uuid

from django.db import transaction

from audit.actor import Actor
from audit.door import record
from desk.models import Staff
from intake.models import Case

State = Case.State

# Read as: from → to. What was never sent is not closed: its link is taken back. Staying where one is changes nothing and is always allowed.
ALLOWED: dict[str, set[str]] = {
    State.INVITED: {State.STARTED},
    State.STARTED: {State.SUBMITTED},
    State.SUBMITTED: {State.IN_REVIEW, State.WAITING, State.SIGNED, State.CLOSED},
    State.IN_REVIEW: {State.SUBMITTED, State.WAITING, State.SIGNED, State.CLOSED},
    State.WAITING: {State.IN_REVIEW, State.SIGNED, State.CLOSED},
    State.SIGNED: {State.IN_REVIEW, State.WAITING, State.SCHEDULED, State.CLOSED},
    State.SCHEDULED: {State.SIGNED, State.SEEN, State.CLOSED},
    State.SEEN: {State.SIGNED, State.SCHEDULED, State.CLOSED},
    State.CLOSED: set(),
}


class NotAllowed(Exception):
    """A case in this state can't go to that one."""

    def __init__(self, now: str, to: str) -> None:
        super().__init__(f"a case that is {now} can't become {to}")


class Taken(Exception):
    """Somebody else is reviewing this case: `holder`."""

    def __init__(self, holder: Staff) -> None:
        super().__init__("somebody else has this case")
        self.holder = holder


@transaction.atomic
def move(*, case: Case, to: str, by: Actor) -> Case:
    """Bring a case to another state, under its row's lock. Raises NotAllowed; the same state again does nothing."""
    now = Case.objects.for_update().only("state").get(pk=case.pk).state
    if now != to:
        if to not in ALLOWED[now]:
            raise NotAllowed(now, to)
        Case.objects.filter(pk=case.pk).update(state=to)
        record(by, "case.moved", case=case.public_id, was=now, now=str(to))
    case.state = to
    return case


@transaction.atomic
def assign(*, case: Case, reviewer: Staff, by: Actor, instead_of: uuid.UUID | None = None) -> Case:
    """Give a case to one reviewer, under its row's lock; a submitted case is in review from then on.

    Who has it keeps it, unless `instead_of` names them: then it is taken over, and the record says from whom.
    Assigning it to who has it changes nothing. Raises Taken.
    """
    # Without `select_related`: a row that was waited for is the new one, what was joined to it would be the old one's.
    held = Case.objects.for_update().get(pk=case.pk)
    case.reviewer, case.state = held.reviewer, held.state
    if held.reviewer == reviewer:
        return case
    if held.reviewer is not None and held.reviewer.public_id != instead_of:
        raise Taken(held.reviewer)
    Case.objects.filter(pk=case.pk).update(reviewer=reviewer)
    _record_assigned(held, reviewer, by)
    case.reviewer = reviewer
    return move(case=case, to=State.IN_REVIEW, by=by) if held.state == State.SUBMITTED else case


def _record_assigned(held: Case, reviewer: Staff, by: Actor) -> None:
    if held.reviewer is None:
        record(by, "case.assigned", case=held.public_id, about=reviewer.public_id)
    else:
        record(by, "case.taken_over", case=held.public_id, about=reviewer.public_id, was=str(held.reviewer.public_id))


@transaction.atomic
def plan_visit(*, case: Case, planned: bool, by: Actor) -> Case:
    """Say whether the signed review wants the person seen."""
    Case.objects.filter(pk=case.pk).update(plans_visit=planned)
    record(by, "case.visit_planned", case=case.public_id, planned=planned)
    case.plans_visit = planned
    return case
