"""Random secrets, made once and kept in files that only their owner reads."""

import base64
import os
import secrets
from collections.abc import Callable
from pathlib import Path


def _random_base64() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()


MAKERS: dict[str, Callable[[], str]] = {
    "SECRET_KEY": lambda: secrets.token_urlsafe(64),
    "VAULT_KEYS": lambda: f"k1:{_random_base64()}",
    "AUDIT_KEY": _random_base64,
    "LINK_KEY": _random_base64,
    "INDEX_KEY": _random_base64,
}


def key_files(folder: Path) -> dict[str, str]:
    """Make the missing secrets in `folder`; return `NAME_FILE` and path for each."""
    folder.mkdir(mode=0o700, exist_ok=True)
    return {f"{name}_FILE": str(_kept(folder / name, maker)) for name, maker in MAKERS.items()}


def _kept(path: Path, maker: Callable[[], str]) -> Path:
    if path.exists():
        return path
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(maker())
    return fresh.replace(path)
