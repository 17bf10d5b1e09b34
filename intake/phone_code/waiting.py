"""The session of a browser that has link and date of birth and waits to be let in: it may ask for a code and type it, nothing else."""

import secrets
import time
import uuid
from typing import NamedTuple

from django.http import HttpRequest

from intake.models import Invitation

KEY = "waiting"
SECONDS = 30 * 60


class Waiting(NamedTuple):
    """`browser`: the mark that a code is bound to."""

    invitation: Invitation
    browser: str


def begin(request: HttpRequest, invitation: Invitation) -> None:
    """Under a new session key, so that nobody waits along. Whoever is in already stays in: two people may share a telephone."""
    before = request.session.get(KEY, {})
    mark = before["browser"] if before.get("invitation") == str(invitation.pk) else secrets.token_hex(16)
    request.session.cycle_key()
    request.session[KEY] = {"invitation": str(invitation.pk), "browser": mark, "since": int(time.time())}


def of(request: HttpRequest) -> Waiting | None:
    """Who waits in this browser, while the link can still be opened."""
    ticket = request.session.get(KEY)
    if not ticket or time.time() - ticket["since"] >= SECONDS:
        return None
    living = Invitation.objects.usable().filter(pk=uuid.UUID(ticket["invitation"]), case__data_key__isnull=False)
    invitation = living.select_related("case__data_key").first()
    return Waiting(invitation, ticket["browser"]) if invitation else None
