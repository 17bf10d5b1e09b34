"""A person said that they may not be safe. The event stands, whatever the answer becomes; a person closes it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from audit.write_once import WriteOnce
from intake.models.case import Case
from vault.seal import open_sealed


class SafetyEventQuerySet(models.QuerySet["SafetyEvent"]):
    def visible_to(self, actor: Actor) -> "SafetyEventQuerySet":
        return self if actor.sees_answers else self.none()

    def unclosed(self) -> "SafetyEventQuerySet":
        """Nobody has dealt with it yet: what is known to stand before staff."""
        return self.filter(closing__isnull=True)

    def open(self) -> "SafetyEventQuerySet":
        """Not dealt with, or not yet read by the second person who must."""
        return self.filter(Q(closing__isnull=True) | Q(closing__needs_reader=True, closing__reading__isnull=True))


class SafetyEvent(WriteOnce):
    """Written in the transaction that saves the answer. `said` is sealed: question, value, instrument version."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="safety_events")
    trigger = models.CharField(max_length=40)  # "phq9.item9", "asq", "not_safe_now", "call_me", "staff", "second_reader"
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


class SafetyAttempt(WriteOnce):
    """One try to reach the person: when, how, what came of it. The note is sealed; it may be empty."""

    class How(models.TextChoices):
        PHONE = "phone", _("By telephone")
        IN_PERSON = "in_person", _("In person")
        MESSAGE = "message", _("By message")
        CONTACT = "contact", _("Through their trusted contact")

    class Outcome(models.TextChoices):
        SPOKE = "spoke", _("Spoke with the person")
        NO_ANSWER = "no_answer", _("No answer")
        LEFT_WORD = "left_word", _("Left word to call back")
        WRONG = "wrong_number", _("The number is not theirs")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.ForeignKey(SafetyEvent, on_delete=models.PROTECT, related_name="attempts")
    how = models.CharField(max_length=20, choices=How.choices)
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    note = models.BinaryField()
    tried_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    tried_at = models.DateTimeField()

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"safety attempt {self.pk}"


class SafetyClosing(WriteOnce):
    """How a person dealt with an event: outcome in a word, note and plan sealed, name and time.

    Where it `needs_reader` the event stands until a second person has read it and agrees.
    """

    class Outcome(models.TextChoices):
        SEEN = "spoken_with", "Spoken with the person; plan made"
        EMERGENCY = "emergency", "Emergency services involved"
        UNREACHED = "unreached", "Could not be reached; steps taken"
        MISTAKE = "mistake", "Answered by mistake, confirmed with the person"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    event = models.OneToOneField(SafetyEvent, on_delete=models.PROTECT, related_name="closing")
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    note = models.BinaryField()
    plan = models.BinaryField(null=True)  # sealed; null: none was made
    needs_reader = models.BooleanField(default=False)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(db_default=Now())

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"safety closing {self.pk}"


class SafetyReading(WriteOnce):
    """A second person read how an event was closed. Where they do not agree, a new event stands in its place."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    closing = models.OneToOneField(SafetyClosing, on_delete=models.PROTECT, related_name="reading")
    agreed = models.BooleanField()
    note = models.BinaryField()
    read_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(db_default=Now())

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"safety reading {self.pk}"
