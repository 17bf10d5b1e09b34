"""Reads the process environment and fails loudly on what it cannot understand."""

import base64
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

if TYPE_CHECKING:
    from desk.clinic_hours import ClinicHours

PRINTABLE = re.compile("[!-~]+")


class Misconfigured(SystemExit):
    """Stops the process with one line that says which variable is wrong and what to do."""


def text(name: str, default: str | None = None) -> str:
    """A value from NAME, or from the file that NAME_FILE points at, or the default."""
    path = os.environ.get(f"{name}_FILE")
    value = Path(path).read_text("utf-8").strip() if path else os.environ.get(name, default)
    if value is None:
        raise Misconfigured(f"{name} is not set: give it, or {name}_FILE with the path of a file that holds it.")
    return value


def flag(name: str, default: bool = False) -> bool:
    """True or false; any other word stops the process, so that a typo never means no."""
    value = text(name, str(default).lower()).lower()
    if value not in {"true", "false"}:
        raise Misconfigured(f"{name} is {value!r}: write true or false.")
    return value == "true"


def number(name: str, default: int) -> int:
    value = text(name, str(default))
    if not value.isdigit():
        raise Misconfigured(f"{name} is {value!r}: write a whole number.")
    return int(value)


def one_of(name: str, choices: set[str], default: str) -> str:
    value = text(name, default)
    if value not in choices:
        raise Misconfigured(f"{name} is {value!r}: choose one of {', '.join(sorted(choices))}.")
    return value


def profile(name: str, default: str) -> str:
    """The id of a shipped profile of the rules."""
    from trd import profiles  # reads the catalogue: only settings need it

    return one_of(name, {each.id for each in profiles()}, default)


def clinic_hours(hours: str, closed: str, zone: str) -> "ClinicHours":
    """When the clinic is open, from CLINIC_HOURS and CLINIC_CLOSED."""
    from desk.clinic_hours import read

    try:
        return read(hours, closed, zone)
    except (ValueError, LookupError) as error:
        raise Misconfigured(
            f"CLINIC_HOURS or CLINIC_CLOSED is not understood ({error}): write them like Mon-Fri 9:00-17:00 and 12-25, 2027-04-02."
        ) from None


def data_file(name: str, default: Path, read: Callable[[Path], object]) -> Path:
    """The path of a data file that a clinic may replace by its own; read here, so that a wrong one stops the process."""
    path = Path(text(name, str(default)))
    try:
        read(path)
    except ValueError as error:
        raise Misconfigured(f"{name} can't be used: {error}") from None
    return path


def escalation(name: str, default: Path) -> Path:
    """How soon safety tasks are taken on, and who is paged."""
    from desk.escalation.ladder import ladders  # pure: a room above may be asked for its words, never for its rows

    return data_file(name, default, ladders)


def crisis(name: str, default: Path) -> Path:
    """Where a person finds help at once."""
    from intake.safety.resources import load  # pure, as above

    return data_file(name, default, load)


def words(name: str, default: str = "") -> list[str]:
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def some_of(name: str, choices: set[str]) -> list[str]:
    """Any number of these words, with commas between them; none where it is not set."""
    found = words(name)
    if not set(found) <= choices:
        raise Misconfigured(f"{name} is {','.join(found)!r}: choose from {', '.join(sorted(choices))}.")
    return found


def key(name: str) -> bytes:
    """A secret of at least 32 random bytes, given as base64."""
    return _decoded(name, text(name))


def keys(name: str) -> dict[str, bytes]:
    """Secrets by id from `id:base64,id:base64`; the first is the one in use."""
    found = {}
    for item in words(name):
        label, _, secret = item.partition(":")
        found[label] = _decoded(name, secret)
        if len(found[label]) != 32:
            raise Misconfigured(f"{name}: the key {label} must be exactly 32 bytes, as AES-256 asks.")
    if not found:
        raise Misconfigured(f"{name} is empty: give at least one id:base64 of 32 random bytes.")
    return found


def _decoded(name: str, value: str) -> bytes:
    try:
        secret = base64.b64decode(value, validate=True)
    except ValueError:
        secret = b""
    if len(secret) < 32 or len(set(secret)) < 12:
        raise Misconfigured(f"{name} is too weak: give at least 32 random bytes as base64.")
    return secret


def database(url: str) -> dict[str, Any]:
    """Django's connection settings from a postgres URL; `?host=/folder` names a unix socket."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise Misconfigured("DATABASE_URL must begin with postgres:// (no other database is supported).")
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": query.pop("port", "") or str(parts.port or ""),
        "OPTIONS": query,
    }


def broker(url: str) -> str:
    """The broker's URL as kombu spells it: a unix socket is `redis+socket://`."""
    return "redis+socket://" + url.removeprefix("unix://") if url.startswith("unix://") else url


def mail(url: str) -> dict[str, object]:
    """Django's mail settings from `folder:///path` or `smtp://user:pass@host:port?tls=starttls|tls|none`."""
    parts = urlsplit(url)
    if parts.scheme == "folder":
        return {"EMAIL_BACKEND": "desk.folder.FolderBackend", "EMAIL_FILE_PATH": unquote(parts.path)}
    if parts.scheme != "smtp":
        raise Misconfigured("MAIL_URL must begin with smtp:// or folder://.")
    tls = parse_qs(parts.query).get("tls", ["starttls"])[-1]
    if tls not in {"starttls", "tls", "none"}:
        raise Misconfigured("MAIL_URL: tls must be starttls, tls or none.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "",
        "EMAIL_PORT": parts.port or {"tls": 465, "starttls": 587, "none": 25}[tls],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls == "starttls",
        "EMAIL_USE_SSL": tls == "tls",
        "EMAIL_TIMEOUT": 20,
    }


def texts(url: str) -> str:
    """The gateway for text messages: none, `folder:///path`, `https://…`, or `http://…` on this very machine."""
    parts = urlsplit(url)
    here = parts.scheme == "http" and parts.hostname in {"127.0.0.1", "::1", "localhost"}
    known = here or (parts.scheme == "https" and parts.hostname) or (parts.scheme == "folder" and parts.path)
    if url and not (known and PRINTABLE.fullmatch(url) and _port(parts)):
        raise Misconfigured("TEXT_URL must begin with https:// (http:// on this machine only) or folder://, or be empty.")
    return url


def token(name: str) -> str:
    """A secret that goes into a header as it is; empty where there is none."""
    value = text(name, "")
    if value and not PRINTABLE.fullmatch(value):
        raise Misconfigured(f"{name} can't be sent in a header: give it on one line, without blanks.")
    return value


def _port(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False
