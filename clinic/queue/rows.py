"""One line of the queue: what is needed to choose whom to open next."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from audit.actor import Actor
from clinic import wording
from clinic.models import LabRequest
from clinic.person import Person, listed
from clinic.wording import Words
from intake.models import Case


@dataclass(frozen=True)
class Row:
    """`days` since it was sent; `labs_overdue` how many; `person` is None once erased."""

    case: Case
    person: Person | None
    days: int
    chip: Words
    labs_overdue: int

    @property
    def flagged(self) -> bool:
        """Whether anything brings it forward."""
        case = self.case
        return bool(case.open_tier or case.psychotic_features or case.recent_birth or case.item9_unknown or self.labs_overdue)


def rows(cases: Sequence[Case], *, actor: Actor, now: datetime.datetime) -> list[Row]:
    """The lines of a page, with one question to the database for all of them."""
    overdue = LabRequest.objects.visible_to(actor).overdue().filter(case__in=[case.pk for case in cases])
    late = list(overdue.values_list("case_id", flat=True))
    return [
        Row(case, listed(case), (now - case.submitted_at).days, wording.CHIPS[case.conclusion], late.count(case.pk))
        for case in cases
        if case.submitted_at
    ]
