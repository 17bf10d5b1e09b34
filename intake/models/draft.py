"""The answers while they are being given. One a case, saved at every page, valid or not."""

import uuid
from typing import Any

from django.db import models
from django.db.models.functions import Now

from audit.actor import Actor
from intake.answers.up_to_date import up_to_date
from intake.models.case import Case
from intake.models.sitting import Sitting
from vault.seal import open_sealed, seal


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, actor: Actor) -> "DraftQuerySet":
        """Until it is sent: a person's own draft, and to staff the draft of whom they sit with; nobody else's."""
        unsent = self.filter(sent_at__isnull=True)
        if actor.kind == "patient":
            return unsent.filter(case__public_id=actor.id)
        return unsent.filter(case__in=Sitting.objects.own(actor).values("case"))


class Draft(models.Model):
    """`document` is the sealed answers document (trellis.answers/1); `rev` its counter."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, on_delete=models.CASCADE, related_name="draft")
    document = models.BinaryField()
    rev = models.PositiveIntegerField(default=0)
    place = models.CharField(max_length=120, blank=True)  # the step to come back to
    started_at = models.DateTimeField(db_default=Now())
    saved_at = models.DateTimeField(db_default=Now())
    sent_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=16, blank=True)  # the mark of the browser that gave the first answer: no other one sees any
    browser = ""  # the mark of who reads it now: theirs is the draft if the first answer comes from them

    objects = DraftQuerySet.as_manager()

    def __str__(self) -> str:
        return f"draft {self.pk}"

    @property
    def answers(self) -> dict[str, Any]:
        """The whole answers document, as today's questionnaire reads it."""
        return up_to_date(open_sealed(self.case.data_key, self.pk, "document", self.document))

    def seal_answers(self, document: dict[str, Any]) -> None:
        self.document = seal(self.case.data_key, self.pk, "document", document)
