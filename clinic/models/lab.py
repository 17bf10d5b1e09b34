"""A lab the clinic asked for, until it is there or waived."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.actor import Actor
from intake.models import Case


class LabRequestQuerySet(models.QuerySet["LabRequest"]):
    def visible_to(self, actor: Actor) -> "LabRequestQuerySet":
        """Clinical staff see the clinic's, a patient what they were asked for themselves."""
        if actor.sees_answers:
            return self
        return self.filter(case__public_id=actor.id) if actor.kind == "patient" else self.none()

    def overdue(self) -> "LabRequestQuerySet":
        return self.filter(state=LabRequest.State.REQUESTED, due_at__lt=Now())


class LabRequest(models.Model):
    """`lab` is a code of the lab list (intake/data/labs.toml)."""

    class State(models.TextChoices):
        REQUESTED = "requested"
        RESULTED = "resulted"
        WAIVED = "waived"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="lab_requests")
    lab = models.CharField(max_length=40)
    state = models.CharField(max_length=20, choices=State.choices, default=State.REQUESTED)
    requested_at = models.DateTimeField(db_default=Now())
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = LabRequestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "lab"], condition=Q(state="requested"), name="lab_is_requested_once_at_a_time"),
            models.CheckConstraint(
                condition=Q(state="requested", settled_at__isnull=True) | ~Q(state="requested") & Q(settled_at__isnull=False),
                name="lab_is_settled_when_it_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"lab request {self.pk}"
