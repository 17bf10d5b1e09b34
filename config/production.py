"""What production refuses to start with. One line a refusal, all of them at once."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from config.env import Misconfigured


def refuse_weak(settings: Mapping[str, Any]) -> None:
    """Raise Misconfigured with one line for each setting a real clinic must not run with."""
    problems = [line for line, wrong in _checks(settings) if wrong]
    if problems:
        raise Misconfigured("Production refuses to start:\n" + "\n".join(f"- {line}" for line in problems))


def _checks(s: Mapping[str, Any]) -> list[tuple[str, bool]]:
    secrets = [s["AUDIT_KEY"], s["LINK_KEY"], s["INDEX_KEY"], *s["VAULT_KEYS"].values()]
    return [
        ("DEMO is true: the demo shows its passwords to whoever asks.", s["DEMO"]),
        ("SECRET_KEY is short: give at least 50 random characters.", len(s["SECRET_KEY"]) < 50 or len(set(s["SECRET_KEY"])) < 12),
        ("AUDIT_KEY, LINK_KEY, INDEX_KEY and VAULT_KEYS must all differ.", len(set(secrets)) < len(secrets)),
        (
            "ALLOWED_HOSTS is empty or has a wildcard: name the clinic's host.",
            not s["ALLOWED_HOSTS"] or any("*" in h or h.startswith(".") for h in s["ALLOWED_HOSTS"]),
        ),
        ("PUBLIC_URL must begin with https://.", not s["PUBLIC_URL"].startswith("https://")),
        ("PUBLIC_URL must name a host of ALLOWED_HOSTS.", urlsplit(s["PUBLIC_URL"]).hostname not in s["ALLOWED_HOSTS"]),
        ("MAIL_URL must be an smtp:// server with tls=starttls or tls=tls.", not (s.get("EMAIL_USE_TLS") or s.get("EMAIL_USE_SSL"))),
        ("TEXT_URL must be an https:// gateway, or be empty.", s["TEXT_URL"].startswith("folder:")),
        ("TEXT_TOKEN is not set: the gateway must know who sends.", s["TEXT_URL"].startswith("http") and not s["TEXT_TOKEN"]),
        ("MAIL_FROM still holds the example address.", "example" in s["DEFAULT_FROM_EMAIL"]),
        ("CLINIC_NAME still holds the example name.", s["CLINIC_NAME"] == "Willow Clinic"),
        ("CLINIC_PHONE still holds the example number.", "555555" in s["CLINIC_PHONE"]),
        ("ON_CALL_MAIL is not set: name the mail address that safety tasks page when nobody stands on the roster.", not s["ON_CALL_MAIL"]),
        ("AUDIT_HEAD_FILE is not set: name a file on another volume or host.", not s["AUDIT_HEAD_FILE"]),
        ("DATABASE_URL needs sslmode=verify-full, or a unix socket.", _plain_network(s["DATABASES"]["default"])),
    ]


def _plain_network(database: Mapping[str, Any]) -> bool:
    return not database["HOST"].startswith("/") and database["OPTIONS"].get("sslmode") != "verify-full"
