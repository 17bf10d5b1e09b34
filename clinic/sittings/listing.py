"""Forms that staff began for somebody and that nobody has sent yet."""

import datetime
from dataclasses import dataclass

from django.db.models import F, Max, QuerySet

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
    """Somebody with this name and date of birth whose form was not sent, however long ago it was begun."""
    wanted = (_spoken(name), date_of_birth)
    people = ((case, listed(case)) for case in _unsent(actor).iterator())
    return next((case for case, person in people if person and (_spoken(person.name), person.date_of_birth) == wanted), None)


def _spoken(name: str) -> str:
    """A name as it is said: two who type it differ in capitals and blanks."""
    return " ".join(name.casefold().split())


def _begun(actor: Actor) -> list[Row]:
    return [Row(case, listed(case)) for case in _unsent(actor)[:MOST]]


def _unsent(actor: Actor) -> QuerySet[Case]:
    unsent = Case.objects.with_answers_for(actor).filter(submission__isnull=True, data_key__isnull=False)
    own = unsent.filter(sittings__in=Sitting.objects.visible_to(actor)) | unsent.filter(invitations__isnull=True)
    begun = own.select_related("data_key").annotate(last=Max("sittings__began_at"))
    return begun.order_by(F("last").desc(nulls_last=True), "-created_at")
