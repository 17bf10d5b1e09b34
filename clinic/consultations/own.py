"""A patient's own visit, in words for their page."""

from django.db.models.functions import Now

from clinic.models import Consultation
from clinic.reminders.when import day_of, time_of
from intake.models import Case
from intake.visit.own import OwnVisit


def of(case: Case) -> OwnVisit | None:
    """The booked visit that is not over yet, by the database's clock."""
    booked = Consultation.objects.visible_to(case.patient).filter(case=case, state=Consultation.State.BOOKED, span__endswith__gt=Now())
    visit = booked.select_related("case").first()
    return OwnVisit(visit.pk, day_of(visit), time_of(visit)) if visit else None
