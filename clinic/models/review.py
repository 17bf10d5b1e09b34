"""What a clinician decided, bound to the submission and the report they had before them. Written once."""

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from audit.write_once import WriteOnce
from intake.models import Case, Evaluation, Submission
from vault.seal import open_sealed


class ReviewQuerySet(models.QuerySet["Review"]):
    def visible_to(self, actor: Actor) -> "ReviewQuerySet":
        return self if actor.sees_answers else self.none()


class Review(WriteOnce):
    """`findings` is sealed: what was confirmed (diagnosis, severity, exclusions), the reason, the questions asked."""

    class Decision(models.TextChoices):
        AGREE = "agree", _("I agree")
        DISAGREE = "disagree", _("I disagree")
        MORE = "needs_more", _("I need to know more")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reviews")
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="+")
    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="+")
    profile = models.CharField(max_length=40)
    decision = models.CharField(max_length=20, choices=Decision.choices)
    plans_visit = models.BooleanField()
    findings = models.BinaryField()
    signed_name = models.BinaryField()  # sealed: the name as typed by the signer
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(db_default=Now())

    objects = ReviewQuerySet.as_manager()

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"review {self.pk}"

    @property
    def words(self) -> dict[str, Any]:
        return open_sealed(self.case.data_key, self.pk, "findings", self.findings)
