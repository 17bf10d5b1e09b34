"""What the patient sent, as it was. Written once."""

import uuid
from typing import Any

from django.db import models

from audit.write_once import WriteOnce
from intake.models.case import Case
from intake.models.draft import Draft
from vault.seal import open_sealed


class Submission(WriteOnce):
    """The frozen answers document with the versions it was asked with. One a draft: sending twice finds the first."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="submissions")
    draft = models.OneToOneField(Draft, on_delete=models.PROTECT, related_name="+")
    receipt = models.CharField(max_length=12, unique=True)
    document = models.BinaryField()
    digest = models.BinaryField()  # keyed, over the plain document
    questionnaire = models.CharField(max_length=40)
    questionnaire_digest = models.CharField(max_length=64)
    scales = models.JSONField()  # scale id -> sha256 of its words
    submitted_at = models.DateTimeField()

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"submission {self.pk}"

    @property
    def answers(self) -> dict[str, Any]:
        return open_sealed(self.case.data_key, self.pk, "document", self.document)
