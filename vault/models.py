"""One data key a patient, wrapped by the clinic's key. Destroying the row erases the person."""

import uuid

from django.db import models
from django.db.models.functions import Now


class DataKey(models.Model):
    """A wrapped 256-bit key. `master` names the clinic's key that wraps it, so that keys can be rotated."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField()
    master = models.CharField(max_length=40)
    created_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"data key {self.id}"
