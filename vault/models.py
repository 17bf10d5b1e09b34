"""One data key a patient, wrapped by the clinic's key. Destroying the row erases the person."""

import base64
import os
import uuid
from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from vault.cipher import Tampered, decrypt, encrypt


class DataKey(models.Model):
    """A wrapped 256-bit key. `master` names the clinic's key that wraps it, so that keys can be rotated."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField()
    master = models.CharField(max_length=40)
    created_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"data key {self.id}"

    @classmethod
    def fresh(cls) -> "DataKey":
        """A new random key under the clinic's current key, not yet saved."""
        key = cls(master=next(iter(settings.VAULT_KEYS)))
        secret = base64.b64encode(os.urandom(32)).decode()
        key.wrapped = encrypt(_clinic_key(key.master), secret, place=key.place)
        return key

    @property
    def place(self) -> str:
        return f"{self.id}|data key"

    @cached_property
    def secret(self) -> bytes:
        """The unwrapped key, kept on the instance: a page opens many fields of one person."""
        return base64.b64decode(decrypt(_clinic_key(self.master), self.wrapped, place=self.place))


def _clinic_key(label: str) -> bytes:
    if label not in settings.VAULT_KEYS:
        raise Tampered(f"no clinic key {label}: add it to VAULT_KEYS")
    key: bytes = settings.VAULT_KEYS[label]
    return key
