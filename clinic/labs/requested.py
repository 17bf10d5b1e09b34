"""The labs the clinic asked for, as the record shows them."""

import datetime
from dataclasses import dataclass

from audit.actor import Actor
from clinic.models import LabRequest
from intake.models import Case
from intake.questionnaire.labs import Lab, lab


@dataclass(frozen=True)
class Requested:
    """`overdue`: not there by the day it was due."""

    request: LabRequest
    name: str
    evidence: str
    overdue: bool


def requested(case: Case, actor: Actor, now: datetime.datetime) -> list[Requested]:
    """Open ones first, the soonest due at the top; then what was settled."""
    of_case = LabRequest.objects.visible_to(actor).filter(case=case).select_related("requested_by", "settled_by")
    found = [_requested(request, now) for request in of_case.order_by("due_at", "lab")]
    return sorted(found, key=lambda each: each.request.state != LabRequest.State.REQUESTED)


def _requested(request: LabRequest, now: datetime.datetime) -> Requested:
    found: Lab | None = lab(request.lab)
    late = request.state == LabRequest.State.REQUESTED and request.due_at < now
    return Requested(request, found.name if found else request.lab, found.evidence if found else "", late)
