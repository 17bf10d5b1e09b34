"""Who was invited and has not sent the form yet."""

import datetime
import uuid
from dataclasses import dataclass

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from audit.door import record
from clinic.person import Person, listed
from desk.models import Task
from intake import clock
from intake.invitations.services import RELEASE_WANTED
from intake.models import Invitation

PAGE = 50


@dataclass(frozen=True)
class Row:
    invitation: Invitation
    person: Person | None
    state: str | Promise
    asks_for_device: bool
    sent_before: bool  # a device that is let in sees the answers of the form before


@dataclass(frozen=True)
class Page:
    rows: list[Row]
    older: str  # the key to go on from, or nothing


@transaction.atomic
def page(*, actor: Actor, after: str | None) -> Page:
    """The newest first, from behind the row `after`. Four questions to the database, however many rows; one audit entry."""
    wanted = Invitation.objects.visible_to(actor).unsent().select_related("case__data_key")
    found = list(wanted.behind(_key(after)).order_by("-created_at", "-pk")[: PAGE + 1])
    shown, now = found[:PAGE], clock.now()
    asked = Task.objects.visible_to(actor).waiting().filter(kind=RELEASE_WANTED, case__in=[i.case.public_id for i in shown])
    asking = set(asked.values_list("case", flat=True))
    record(actor, "invitations.listed", rows=len(shown))
    rows = [Row(i, listed(i.case), _state(i, now), i.case.public_id in asking, i.case.follows_id is not None) for i in shown]
    return Page(rows, str(shown[-1].pk) if len(found) > PAGE else "")


def _key(text: str | None) -> uuid.UUID | None:
    try:
        return uuid.UUID(text) if text else None
    except ValueError:
        return None


def _state(invitation: Invitation, now: datetime.datetime) -> str | Promise:
    if invitation.expires_at <= now:
        return _("Run out")
    if invitation.tries >= Invitation.MAX_TRIES:
        return _("Stopped after five wrong dates of birth")
    return _("Begun") if invitation.opened_at else _("Not opened yet")
