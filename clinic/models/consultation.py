"""When a clinician works, and the visits booked with them."""

import datetime
import uuid

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import F, Func, Q
from django.db.models.functions import Cast, Extract, Now
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from intake.models import Case


def _seconds(field: str) -> Cast:
    """Since midnight: PostgreSQL has ranges of whole numbers and none of times."""
    return Cast(Extract(field, "epoch"), models.IntegerField())


class Hours(models.Model):
    """A clinician's weekly hours, in the clinic's wall time. Monday is 0."""

    clinician = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    start = models.TimeField()
    end = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__lte=6), name="hours_are_on_a_weekday"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="hours_end_after_they_start"),
            models.UniqueConstraint(fields=["clinician", "weekday", "start"], name="hours_start_once"),
            ExclusionConstraint(
                name="hours_of_a_day_do_not_overlap",
                expressions=[
                    ("clinician", RangeOperators.EQUAL),
                    ("weekday", RangeOperators.EQUAL),
                    (Func(_seconds("start"), _seconds("end"), function="int4range"), RangeOperators.OVERLAPS),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"hours {self.pk}"


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def visible_to(self, actor: Actor) -> "ConsultationQuerySet":
        """Clinicians and schedulers see the calendar, a patient their own visit."""
        if actor.sees_answers or actor.schedules:
            return self
        return self.filter(case__public_id=actor.id) if actor.kind == "patient" else self.none()

    def editable_by(self, actor: Actor) -> "ConsultationQuerySet":
        """Schedulers and leads change every calendar, a clinician their own."""
        return self if actor.schedules else self.visible_to(actor).filter(clinician__public_id=actor.id)

    def standing(self) -> "ConsultationQuerySet":
        """Those that take up time."""
        return self.exclude(state=Consultation.State.CANCELLED)

    def between(self, start: datetime.datetime, end: datetime.datetime) -> "ConsultationQuerySet":
        return self.filter(span__overlap=DateTimeTZRange(start, end)).order_by("span")


class Consultation(models.Model):
    """A booked visit. `version` rises when it is moved, so that a reminder for the old time finds itself void."""

    class State(models.TextChoices):
        BOOKED = "booked", _("Booked")
        CANCELLED = "cancelled", _("Cancelled")
        ATTENDED = "attended", _("Attended")
        MISSED = "missed", _("Missed")

    class Reason(models.TextChoices):
        PATIENT = "patient_asked", _("The patient asked")
        CLINICIAN = "clinician_away", _("The clinician is away")
        MISTAKE = "mistake", _("Booked by mistake")
        OTHER = "other", _("Another reason")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="consultations")
    clinician = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consultations")
    span = DateTimeRangeField()
    state = models.CharField(max_length=20, choices=State.choices, default=State.BOOKED)
    reason = models.CharField(max_length=20, choices=Reason.choices, blank=True)  # why it was cancelled
    version = models.PositiveIntegerField(default=1)
    booked_at = models.DateTimeField(db_default=Now())
    booked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(state="booked"), name="patient_has_one_booked_visit"),
            models.CheckConstraint(condition=~Q(state="cancelled") | ~Q(reason=""), name="consultation_is_cancelled_for_a_reason"),
            ExclusionConstraint(
                name="clinician_is_in_one_place_at_a_time",
                expressions=[("clinician", RangeOperators.EQUAL), ("span", RangeOperators.OVERLAPS)],
                condition=~Q(state="cancelled"),
            ),
            ExclusionConstraint(
                name="patient_is_in_one_place_at_a_time",
                expressions=[("case", RangeOperators.EQUAL), ("span", RangeOperators.OVERLAPS)],
                condition=~Q(state="cancelled"),
            ),
        ]

    def __str__(self) -> str:
        return f"consultation {self.pk}"
