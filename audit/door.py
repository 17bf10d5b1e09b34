"""The one door: `record(...)`, in the transaction of the act it records. No row, no act."""

import hashlib
import hmac
import json
from typing import Any

import structlog
from django.conf import settings
from django.db import connection

from audit.actor import Actor
from audit.models import Entry

# Number and time come from the database in one question: its clock is the only one, and both stand under the HMAC.
NEXT = "SELECT nextval('audit_entry_number'), clock_timestamp()"


def record(actor: Actor, action: str, *, case: Any = "", about: Any = "", **detail: Any) -> Entry:
    """Write who did what to which case. `detail` holds counts, states and ids: nothing a patient said."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT)
        number, at = cursor.fetchone()
    entry = Entry(
        id=number, at=at, actor_kind=actor.kind, actor_id=actor.id, actor_role=actor.role, action=action,
        case=str(case), about=str(about), request_id=_request_id(), detail=detail,
    )  # fmt: skip
    entry.mac = mac(entry)
    entry.save()
    return entry


def mac(entry: Entry) -> bytes:
    """HMAC-SHA256 over the entry's columns as canonical JSON."""
    columns = [
        entry.pk, entry.at.isoformat(), entry.actor_kind, entry.actor_id, entry.actor_role,
        entry.action, entry.case, entry.about, entry.request_id, entry.detail,
    ]  # fmt: skip
    text = json.dumps(columns, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(settings.AUDIT_KEY, text.encode(), hashlib.sha256)


def _request_id() -> str:
    return str(structlog.contextvars.get_contextvars().get("request_id", ""))
