"""Ask for labs, and settle them when the result is there or no longer wanted."""

import datetime
from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.door import record
from clinic.models import LabRequest
from desk.models import Staff
from intake import clock
from intake.models import Case
from intake.questionnaire.labs import lab

SETTLED = (LabRequest.State.RESULTED, LabRequest.State.WAIVED)


class NotOrderable(Exception):
    """The lab is not on the list, or its label says that nobody orders it here."""


@transaction.atomic
def request_labs(*, case: Case, labs: Iterable[str], due_in_days: int, by: Staff) -> list[LabRequest]:
    """Request each lab that is not already requested, due in so many days. Raises NotOrderable, and then requests none."""
    if not by.actor.sees_answers:
        raise PermissionDenied
    wanted = list(dict.fromkeys(labs))
    if not all((found := lab(code)) and found.orderable for code in wanted):
        raise NotOrderable
    due_at = clock.now() + datetime.timedelta(days=due_in_days)
    Case.objects.for_update().get(pk=case.pk)
    standing = set(case.lab_requests.filter(state=LabRequest.State.REQUESTED).values_list("lab", flat=True))
    made = [LabRequest(case=case, lab=code, due_at=due_at, requested_by=by) for code in wanted if code not in standing]
    LabRequest.objects.bulk_create(made)
    record(by.actor, "labs.requested", case=case.public_id, labs=len(made), due_in_days=due_in_days)
    return made


@transaction.atomic
def settle(*, request: LabRequest, state: str, by: Staff) -> LabRequest:
    """The result is there, or the lab is waived. Settling twice leaves the first answer standing."""
    if not by.actor.sees_answers:
        raise PermissionDenied
    open_one = LabRequest.objects.filter(pk=request.pk, state=LabRequest.State.REQUESTED)
    if open_one.update(state=LabRequest.State(state), settled_at=clock.now(), settled_by=by):
        record(by.actor, "lab.settled", case=request.case.public_id, about=request.pk, state=str(state))
    request.refresh_from_db()
    return request
