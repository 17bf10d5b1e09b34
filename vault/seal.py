"""The door of the vault: make a patient's key, seal, open, erase."""

import uuid
from typing import Any

from vault.cipher import Sealed, Tampered, decrypt, encrypt
from vault.models import DataKey

__all__ = ["Erased", "Tampered", "erase", "new_key", "open_sealed", "seal"]


class Erased(Exception):
    """The person's data key was destroyed: what it sealed can't be read any more."""


def new_key() -> DataKey:
    """A fresh, saved data key for one person."""
    key = DataKey.fresh()
    key.save()
    return key


def seal(key: DataKey | None, row: uuid.UUID | str, field: str, value: Any) -> bytes:
    """Seal a JSON value for one field of one row. Raises Erased where the key is gone."""
    return encrypt(_secret(key, row), value, place=f"{row}|{field}")


def open_sealed(key: DataKey | None, row: uuid.UUID | str, field: str, sealed: Sealed) -> Any:
    """The value that was sealed for this field of this row. Raises Tampered or Erased."""
    return decrypt(_secret(key, row), sealed, place=f"{row}|{field}")


def erase(key: DataKey) -> None:
    """Destroy the key: every copy of what it sealed stays shut, in backups too once their copy of the key is gone."""
    key.delete()


def _secret(key: DataKey | None, row: uuid.UUID | str) -> bytes:
    if key is None:
        raise Erased(str(row))
    return key.secret
