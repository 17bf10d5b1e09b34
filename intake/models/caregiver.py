"""Somebody close to the person, with the person's permission; and what they tell, kept apart from the history."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.actor import Actor
from audit.write_once import WriteOnce
from intake.models.case import Case
from vault.seal import open_sealed, seal


class CaregiverQuerySet(models.QuerySet["Caregiver"]):
    def visible_to(self, actor: Actor) -> "CaregiverQuerySet":
        """Whom they named, for the person and for staff who look after contacts."""
        if actor.sees_answers or actor.schedules:
            return self
        return self.filter(case__public_id=actor.id) if actor.kind == "patient" else self.none()

    def standing(self) -> "CaregiverQuerySet":
        """The permission was not taken back, and the person not erased."""
        return self.filter(withdrawn_at__isnull=True, case__data_key__isnull=False)


class Caregiver(models.Model):
    """`identity` is sealed {"name", "relation", "email"}. Without `permitted_by` the person gave the permission on their own page."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="caregivers")
    identity = models.BinaryField()
    permitted_at = models.DateTimeField(db_default=Now())
    permitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    objects = CaregiverQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(withdrawn_at__isnull=True), name="caregiver_stands_alone_for_a_case")
        ]

    def __str__(self) -> str:
        return f"caregiver {self.pk}"

    @property
    def person(self) -> dict[str, Any]:
        """Name, relation, mail address. Needs the case with its data key."""
        return open_sealed(self.case.data_key, self.pk, "identity", self.identity)

    def seal_person(self, person: dict[str, Any]) -> None:
        self.identity = seal(self.case.data_key, self.pk, "identity", person)

    @property
    def actor(self) -> Actor:
        return Actor("caregiver", str(self.pk), "caregiver")


class TellingQuerySet(models.QuerySet["Telling"]):
    def visible_to(self, actor: Actor) -> "TellingQuerySet":
        """Who reads answers; never the patient, never another caregiver."""
        return self if actor.sees_answers else self.none()


class Telling(WriteOnce):
    """What a caregiver told, once a link: sealed {"schema", "questionnaire", "language", "answers"}. No rule reads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    caregiver = models.ForeignKey(Caregiver, on_delete=models.PROTECT, related_name="tellings")
    invitation = models.OneToOneField("intake.Invitation", on_delete=models.PROTECT, related_name="telling")
    document = models.BinaryField()
    told_at = models.DateTimeField(db_default=Now())

    objects = TellingQuerySet.as_manager()

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"telling {self.pk}"

    @property
    def words(self) -> dict[str, Any]:
        """The whole document. Needs the caregiver's case with its data key."""
        return open_sealed(self.caregiver.case.data_key, self.pk, "document", self.document)
