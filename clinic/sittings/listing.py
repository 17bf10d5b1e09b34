"""Forms that staff began for somebody and that nobody has sent yet."""

import datetime
from dataclasses import dataclass

from django.db.models import F, Max

from audit.actor import Actor
from audit.door import record
from clinic.person import Person, listed
from intake.models import Case, Sitting

MOST = 50


@dataclass(frozen=True)
class Row:
    case: Case
    person: Person | None


def rows(actor: Actor) -> list[Row]:
    """The last begun first. A person without a sitting yet stands below them: their case was opened here and has no link."""
    found = _begun(actor)
    record(actor, "sittings.listed", rows=len(found))
    return found


def same(actor: Actor, name: str, date_of_birth: datetime.date) -> Case | None:
    """Somebody on the list with this name and date of birth: a form that is sent twice opens one case."""
    return next(
        (row.case for row in _begun(actor) if row.person and (row.person.name, row.person.date_of_birth) == (name, date_of_birth)), None
    )


def _begun(actor: Actor) -> list[Row]:
    unsent = Case.objects.with_answers_for(actor).filter(submission__isnull=True, data_key__isnull=False)
    own = unsent.filter(sittings__in=Sitting.objects.visible_to(actor)) | unsent.filter(invitations__isnull=True)
    found = (
        own.select_related("data_key")
        .annotate(last=Max("sittings__began_at"))
        .order_by(F("last").desc(nulls_last=True), "-created_at")[:MOST]
    )
    return [Row(case, listed(case)) for case in found]
