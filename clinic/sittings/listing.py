"""Forms that staff began for somebody and that nobody has sent yet."""

from dataclasses import dataclass

from django.db.models import Max

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
    unsent = Case.objects.with_answers_for(actor).filter(submission__isnull=True, data_key__isnull=False)
    own = unsent.filter(sittings__in=Sitting.objects.visible_to(actor)) | unsent.filter(invitations__isnull=True)
    found = own.select_related("data_key").annotate(last=Max("sittings__began_at")).order_by("-last", "-created_at")[:MOST]
    record(actor, "sittings.listed", rows=len(found))
    return [Row(case, listed(case)) for case in found]
