"""What the engine said of a submission, with the rules that made it say so. Written once; new rules add a row."""

import uuid
from typing import Any

from django.db import models
from django.db.models.functions import Now

from audit.write_once import WriteOnce
from intake.models.submission import Submission
from vault.seal import open_sealed


class Evaluation(WriteOnce):
    """The whole report, compressed and sealed, and the digests of history and rules."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    submission = models.ForeignKey(Submission, on_delete=models.PROTECT, related_name="evaluations")
    report = models.BinaryField()
    profile = models.CharField(max_length=40)
    conclusion = models.CharField(max_length=20)
    engine_version = models.CharField(max_length=20)
    rules_digest = models.CharField(max_length=64)
    history_digest = models.CharField(max_length=64)
    created_at = models.DateTimeField(db_default=Now())

    class Meta(WriteOnce.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["submission", "profile", "rules_digest", "history_digest"], name="evaluation_is_made_once_a_rule_set"
            )
        ]

    def __str__(self) -> str:
        return f"evaluation {self.pk}"

    @property
    def document(self) -> dict[str, Any]:
        """{"history": trd.history/1, "report": trd.report/1}."""
        return open_sealed(self.submission.case.data_key, self.pk, "report", self.report)
