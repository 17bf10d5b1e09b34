"""Whose calendars an actor may look at and change."""

from django.db.models import Exists, OuterRef

from audit.actor import Actor
from clinic.models import Hours
from desk.models import Staff
from desk.models.staff import StaffQuerySet


def shown_to(actor: Actor) -> StaffQuerySet:
    """Everybody who can be booked: all who look after visits see all calendars. `works` where hours are set."""
    works = Exists(Hours.objects.filter(clinician=OuterRef("pk")))
    return Staff.objects.visible_to(actor).clinicians().annotate(works=works).order_by("name", "pk")


def usual(staff: list[Staff], preferred: Staff | None) -> Staff | None:
    """Whose calendar to begin with: the preferred one's, or the first who has hours."""
    working = [one for one in staff if one.works]  # type: ignore[attr-defined]
    return preferred if preferred in staff else next(iter(working or staff), None)


def bookable_by(actor: Actor) -> StaffQuerySet:
    """Those whose calendar the actor may change: a clinician their own."""
    return shown_to(actor) if actor.schedules else shown_to(actor).filter(public_id=actor.id)


def hours_editable_by(actor: Actor) -> StaffQuerySet:
    """A lead sets everybody's hours, a clinician their own, a scheduler none."""
    return shown_to(actor) if actor.role == "lead" else shown_to(actor).filter(public_id=actor.id)
