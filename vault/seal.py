"""The door of the vault: make a patient's key, seal, open, erase."""

import base64
import os
import uuid
from typing import Any

from django.conf import settings

from vault.cipher import Tampered, decrypt, encrypt
from vault.models import DataKey

__all__ = ["Erased", "Tampered", "erase", "new_key", "open_sealed", "seal"]


class Erased(Exception):
    """The person's data key was destroyed: what it sealed can't be read any more."""


def new_key() -> DataKey:
    """A fresh data key, wrapped by the clinic's current key."""
    master = next(iter(settings.VAULT_KEYS))
    key = DataKey(master=master)
    secret = base64.b64encode(os.urandom(32)).decode()
    key.wrapped = encrypt(_master(master), secret, place=f"{key.pk}|data key")
    key.save()
    return key


def seal(key: DataKey | None, row: uuid.UUID | str, field: str, value: Any) -> bytes:
    """Seal a JSON value for one field of one row. Raises Erased where the key is gone."""
    place = f"{row}|{field}"
    if key is None:
        raise Erased(place)
    return encrypt(_unwrap(key), value, place=place)


def open_sealed(key: DataKey | None, row: uuid.UUID | str, field: str, sealed: bytes) -> Any:
    """The value that was sealed for this field of this row. Raises Tampered or Erased."""
    if key is None:
        raise Erased(f"{row}|{field}")
    return decrypt(_unwrap(key), sealed, place=f"{row}|{field}")


def erase(key: DataKey) -> None:
    """Destroy the key; every copy of what it sealed, in backups too once their key is gone, stays shut."""
    key.delete()


def _unwrap(key: DataKey) -> bytes:
    # Kept on the instance: a page opens many fields of one person.
    if not hasattr(key, "_secret"):
        key._secret = base64.b64decode(decrypt(_master(key.master), key.wrapped, place=f"{key.pk}|data key"))
    return key._secret  # type: ignore[no-any-return]


def _master(label: str) -> bytes:
    if label not in settings.VAULT_KEYS:
        raise Tampered(f"no clinic key {label}: add it to VAULT_KEYS")
    return settings.VAULT_KEYS[label]
