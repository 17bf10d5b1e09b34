"""What was said and decided is written once: by model, by trigger and by right."""

from typing import Any

import pgtrigger
from django.db import models


class AlreadyWritten(Exception):
    """A write-once row can't be changed or removed; a correction is a new row."""


class WriteOnce(models.Model):
    """Base of write-once models. The triggers say the same to bulk updates, raw SQL and TRUNCATE."""

    class Meta:
        abstract = True
        triggers = [
            pgtrigger.Protect(name="written_once", operation=pgtrigger.Update | pgtrigger.Delete),
            pgtrigger.Trigger(
                name="never_truncated",
                operation=pgtrigger.Truncate,
                level=pgtrigger.Statement,
                when=pgtrigger.Before,
                func="RAISE EXCEPTION 'this table is written once';",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise AlreadyWritten(self._meta.label)
        super().save(*args, **(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise AlreadyWritten(self._meta.label)
