"""Whose calendars an actor may look at and change."""

from audit.actor import Actor
from desk.models import Staff
from desk.models.staff import StaffQuerySet


def shown_to(actor: Actor) -> StaffQuerySet:
    """Everybody who can be booked: all who look after visits see all calendars."""
    return Staff.objects.visible_to(actor).clinicians().order_by("name", "pk")


def bookable_by(actor: Actor) -> StaffQuerySet:
    """Those whose calendar the actor may change: a clinician their own."""
    return shown_to(actor) if actor.schedules else shown_to(actor).filter(public_id=actor.id)


def hours_editable_by(actor: Actor) -> StaffQuerySet:
    """A lead sets everybody's hours, a clinician their own, a scheduler none."""
    return shown_to(actor) if actor.role == "lead" else shown_to(actor).filter(public_id=actor.id)
