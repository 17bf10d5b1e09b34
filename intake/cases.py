"""How a case moves: which state may follow which, and the few columns that staff decisions set."""

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
def assign(*, case: Case, reviewer: Staff, by: Actor) -> Case:
    """Give a case to one reviewer; a submitted case is in review from then on."""
    Case.objects.filter(pk=case.pk).update(reviewer=reviewer)
    record(by, "case.assigned", case=case.public_id, about=reviewer.public_id)
    case.reviewer = reviewer
    return move(case=case, to=State.IN_REVIEW, by=by) if case.state == State.SUBMITTED else case


@transaction.atomic
def plan_visit(*, case: Case, planned: bool, by: Actor) -> Case:
    """Say whether the signed review wants the person seen."""
    Case.objects.filter(pk=case.pk).update(plans_visit=planned)
    record(by, "case.visit_planned", case=case.public_id, planned=planned)
    case.plans_visit = planned
    return case
