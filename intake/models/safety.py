"""A person said that they may not be safe. The event stands, whatever the answer becomes; a person closes it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.actor import Actor
from audit.write_once import WriteOnce
from intake.models.case import Case
from vault.seal import open_sealed


class SafetyEventQuerySet(models.QuerySet["SafetyEvent"]):
    def visible_to(self, actor: Actor) -> "SafetyEventQuerySet":
        return self if actor.sees_answers else self.none()

    def open(self) -> "SafetyEventQuerySet":
        return self.filter(closing__isnull=True)


class SafetyEvent(WriteOnce):
    """Written in the transaction that saves the answer. `said` is sealed: question, value, instrument version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="safety_events")
    trigger = models.CharField(max_length=40)  # "phq9.item9", "not_safe_now", "call_me"
    tier = models.PositiveSmallIntegerField()
    said = models.BinaryField()
    resources_version = models.CharField(max_length=20)
    created_at = models.DateTimeField(db_default=Now())

    objects = SafetyEventQuerySet.as_manager()

    class Meta(WriteOnce.Meta):
        constraints = [models.CheckConstraint(condition=Q(tier__in=[1, 2, 3]), name="safety_tier_is_1_to_3")]

    def __str__(self) -> str:
        return f"safety event {self.pk}"

    @property
    def words(self) -> dict[str, Any]:
        return open_sealed(self.case.data_key, self.pk, "said", self.said)


class SafetyClosing(WriteOnce):
    """How a person dealt with an event: outcome in a word, note sealed, name and time."""

    class Outcome(models.TextChoices):
        SEEN = "spoken_with", "Spoken with the person; plan made"
        EMERGENCY = "emergency", "Emergency services involved"
        UNREACHED = "unreached", "Could not be reached; steps taken"
        MISTAKE = "mistake", "Answered by mistake, confirmed with the person"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.OneToOneField(SafetyEvent, on_delete=models.PROTECT, related_name="closing")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    note = models.BinaryField()
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(db_default=Now())

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"safety closing {self.pk}"
