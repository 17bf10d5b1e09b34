"""Sealing: canonical JSON, compressed, AES-256-GCM, bound to the row and the field it stands in.

A sealed value is `version (1 byte) | nonce (12) | ciphertext and tag`. Moving it to another row or
field, or changing one bit, makes opening raise; nothing is ever returned instead.
"""

import json
import os
import zlib
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

VERSION = b"\x01"
NONCE_BYTES = 12
Sealed = bytes | memoryview  # a database driver may hand either


class Tampered(Exception):
    """The sealed value was altered, moved, or sealed with another key."""


def encrypt(key: bytes, value: Any, *, place: str) -> bytes:
    """Seal any JSON value: 0, False, "" and None come back as they were. `place` names row and field."""
    plain = zlib.compress(json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).encode(), 6)
    nonce = os.urandom(NONCE_BYTES)
    return VERSION + nonce + AESGCM(key).encrypt(nonce, plain, _bound(place))


def decrypt(key: bytes, sealed: Sealed, *, place: str) -> Any:
    """Open what `encrypt` sealed at the same place. Raises Tampered, never returns something else."""
    sealed = bytes(sealed)
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    if sealed[:1] != VERSION:
        raise Tampered(place)
    try:
        plain = AESGCM(key).decrypt(nonce, body, _bound(place))
    except (InvalidTag, ValueError):
        raise Tampered(place) from None
    return json.loads(zlib.decompress(plain))


def _bound(place: str) -> bytes:
    return VERSION + place.encode()
