"""Secrets of second factors under the clinic's key: `key's name:base64`. A stolen table makes no codes."""

import base64
import binascii

from django.conf import settings

from vault import cipher

NOBODY = "second factor"  # the place of a secret that has no row yet


def place(owner: int, kind: str) -> str:
    """The place of one person's secret of one kind."""
    return f"{NOBODY}|{owner}|{kind}"


def encrypt(text: str, where: str) -> str:
    label, key = next(iter(settings.VAULT_KEYS.items()))
    return f"{label}:{base64.b64encode(cipher.encrypt(key, text, place=where)).decode()}"


def decrypt(sealed: str, where: str) -> str:
    """Raises Tampered where it was altered, moved, or sealed with a key that is not here."""
    label, _, body = sealed.partition(":")
    try:
        return str(cipher.decrypt(settings.VAULT_KEYS[label], base64.b64decode(body, validate=True), place=where))
    except (KeyError, binascii.Error):
        raise cipher.Tampered(where) from None
