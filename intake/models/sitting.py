"""A member of staff fills in the form for somebody: by telephone, or from paper. Written once, one row each time."""

import datetime
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

LASTS = datetime.timedelta(hours=4)


class SittingQuerySet(models.QuerySet["Sitting"]):
    def visible_to(self, actor: Actor) -> "SittingQuerySet":
        """Who fills in and who entered: for all who may read answers."""
        return self if actor.sees_answers else self.none()

    def own(self, actor: Actor) -> "SittingQuerySet":
        """A person's own that still go on: the right to open the draft, for four hours."""
        living = Q(began_at__gt=Now() - LASTS, case__data_key__isnull=False)
        return self.visible_to(actor).filter(living, began_by__public_id=actor.id) if actor.kind == "staff" else self.none()


class Sitting(WriteOnce):
    """`consent`: how the person agreed, where they did so here. `agreed_for` is sealed: who agreed for somebody under 18."""

    class How(models.TextChoices):
        PHONE = "phone", _("By telephone or face to face: I ask, they answer")
        PAPER = "paper", _("From paper that they filled in")

    class Consent(models.TextChoices):
        READ_ALOUD = "read_aloud", _("I read the words above to them, and they agreed")
        ON_PAPER = "on_paper", _("They signed it on paper, and the clinic has the paper")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="sittings")
    how = models.CharField(max_length=20, choices=How.choices)
    paper_on = models.DateField(null=True)  # the date on the paper
    consent = models.CharField(max_length=20, blank=True, choices=Consent.choices)
    agreed_for = models.BinaryField(null=True)
    began_at = models.DateTimeField(db_default=Now())
    began_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    objects = SittingQuerySet.as_manager()

    class Meta(WriteOnce.Meta):
        constraints = [
            models.CheckConstraint(
                condition=~Q(how="paper", paper_on__isnull=True),
                name="sitting_from_paper_has_its_date",
            )
        ]

    def __str__(self) -> str:
        return f"sitting {self.pk}"

    @property
    def guardian(self) -> str:
        """Who agreed for somebody under 18, in the words of who asked; empty where the person agreed."""
        said: Any = open_sealed(self.case.data_key, self.pk, "agreed_for", self.agreed_for) if self.agreed_for else ""
        return str(said)
