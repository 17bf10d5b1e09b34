"""One person's way through the clinic: what moves stands here, what was said and decided is written once beside it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from vault.models import DataKey
from vault.seal import open_sealed, seal


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, actor: Actor) -> "CaseQuerySet":
        """Clinical staff and schedulers see the clinic's cases, a patient their own, administrators and others none."""
        if actor.sees_answers or actor.schedules:
            return self
        return self.filter(public_id=actor.id) if actor.kind == "patient" else self.none()

    def with_answers_for(self, actor: Actor) -> "CaseQuerySet":
        """The cases whose answers the actor may read: the root of every read of a submission, report or review."""
        return self if actor.sees_answers else self.none()

    def behind(self, invitation: uuid.UUID) -> "CaseQuerySet":
        """The case that a link opens, unless the link was taken back or the person erased."""
        return self.filter(invitations=invitation, invitations__revoked_at__isnull=True, data_key__isnull=False)

    def ready_to_schedule(self) -> "CaseQuerySet":
        """Signed with a plan to see the person, and no safety event open."""
        return self.filter(state=Case.State.SIGNED, plans_visit=True, open_tier=0)

    def for_update(self) -> "CaseQuerySet":
        return self.select_for_update(of=("self",))


class Case(models.Model):
    """`state`, `conclusion`, `tier` and the red flags are in clear because lists sort and filter by them; the rest is sealed."""

    class State(models.TextChoices):
        INVITED = "invited", _("Invited")
        STARTED = "started", _("Started")
        SUBMITTED = "submitted", _("Submitted")
        IN_REVIEW = "in_review", _("In review")
        WAITING = "waiting_for_patient", _("Waiting for patient")
        SIGNED = "signed", _("Signed")
        SCHEDULED = "scheduled", _("Scheduled")
        SEEN = "seen", _("Seen")
        CLOSED = "closed", _("Closed")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    data_key = models.ForeignKey(DataKey, null=True, on_delete=models.SET_NULL, related_name="+")
    identity = models.BinaryField()  # sealed {"name", "date_of_birth", "email", "phone"}
    language = models.CharField(max_length=5, default="en")
    time_zone = models.CharField(max_length=60)
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="followed_by")  # the form sent before this one
    state = models.CharField(max_length=20, choices=State.choices, default=State.INVITED)
    created_at = models.DateTimeField(db_default=Now())
    submitted_at = models.DateTimeField(null=True)
    submission = models.ForeignKey("intake.Submission", null=True, on_delete=models.PROTECT, related_name="+")
    evaluation = models.ForeignKey("intake.Evaluation", null=True, on_delete=models.PROTECT, related_name="+")
    awaits_evaluation = models.BooleanField(default=False)
    conclusion = models.CharField(max_length=20, blank=True)  # of the current evaluation, under the clinic's profile
    open_tier = models.PositiveSmallIntegerField(default=0)  # highest tier of an open safety event
    item9_unknown = models.BooleanField(default=False)  # skipped or declined: to be asked in person
    psychotic_features = models.BooleanField(default=False)
    recent_birth = models.BooleanField(default=False)
    plans_visit = models.BooleanField(default=False)  # the latest signed review says: see the person
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = CaseQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["-open_tier", "-psychotic_features", "-recent_birth", "submitted_at", "id"],
                condition=Q(state__in=["submitted", "in_review", "waiting_for_patient"]),
                name="case_queue",
            ),
            models.Index(fields=["id"], condition=Q(awaits_evaluation=True), name="case_awaits_evaluation"),
            models.Index(fields=["-open_tier", "id"], condition=Q(open_tier__gt=0), name="case_not_safe"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["invited", "started"]) | Q(submission__isnull=False), name="case_is_submitted_only_with_a_submission"
            ),
            models.CheckConstraint(condition=Q(open_tier__lte=3), name="case_tier_is_0_to_3"),
        ]

    def __str__(self) -> str:
        return f"case {self.public_id}"

    @property
    def person(self) -> dict[str, Any]:
        """Name, date of birth (ISO), mail address, telephone. Reading is for those `visible_to` let through."""
        return open_sealed(self.data_key, self.public_id, "identity", self.identity)

    def seal_person(self, person: dict[str, Any]) -> None:
        self.identity = seal(self.data_key, self.public_id, "identity", person)

    @property
    def patient(self) -> Actor:
        return Actor("patient", str(self.public_id), "patient")
