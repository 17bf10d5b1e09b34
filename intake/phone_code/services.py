"""Ask for a code to the telephone that the clinic has, and get in with it. Counted under the link's row lock."""

import datetime
import uuid

from django.conf import settings
from django.db import transaction
from django.db.models import F

from audit.door import record
from desk import ledger
from desk.text import dialled
from intake import clock
from intake.invitations.opening import DOOR, Opened, held, let_in
from intake.models import Invitation, PhoneCode

KIND = "phone_code"
IN_AN_HOUR = 3
IN_ALL = 10  # for a link: five tries each leave whoever guesses one chance in twenty thousand


def number(invitation: Invitation) -> str:
    """What a code can be sent to: the number that the clinic has, never one that was typed here; "" where staff must help."""
    return dialled(invitation.case.person["phone"]) if settings.TEXT_URL else ""


@transaction.atomic
def ask(*, invitation_id: uuid.UUID, browser: str) -> None:
    """Send a new code, the one before it is over. Whether one was sent is not told: pages say the same whatever became of it."""
    invitation = held(invitation_id)
    if invitation is None or not number(invitation):
        return
    if _too_many(invitation):
        record(DOOR, "phone_code.not_sent", case=invitation.case.public_id, about=invitation.pk)
        return
    _take_back(invitation, browser)
    now = clock.now()
    code = PhoneCode(invitation=invitation, browser=browser, asked_at=now, expires_at=now + datetime.timedelta(minutes=PhoneCode.MINUTES))
    code.save()
    case = invitation.case.public_id
    ledger.plan(key=f"{KIND}:{code.pk}", kind=KIND, case=case, subject=code.pk, stale_at=code.expires_at, channel="text")
    record(DOOR, "phone_code.asked", case=case, about=code.pk)


def _too_many(invitation: Invitation) -> bool:
    asked = PhoneCode.objects.filter(invitation=invitation)
    recent = asked.filter(asked_at__gt=clock.now() - datetime.timedelta(hours=1))
    return recent.count() >= IN_AN_HOUR or asked.count() >= IN_ALL


def _take_back(invitation: Invitation, browser: str) -> None:
    """A text that has not left yet would only confuse. Another browser's stays: nobody can spoil it."""
    before = PhoneCode.objects.newest(invitation=invitation, browser=browser)
    if before:
        ledger.cancel(subject=before.pk, reason="replaced")


@transaction.atomic
def enter(*, invitation_id: uuid.UUID, browser: str, digits: str) -> Opened | None:
    """The right code lets this browser in, as staff would; None for anything else, and a wrong one counts."""
    invitation = held(invitation_id)
    code = PhoneCode.objects.newest(invitation=invitation, browser=browser) if invitation else None
    if invitation is None or code is None:
        return None
    case = invitation.case.public_id
    if not code.is_said_by(digits):
        PhoneCode.objects.filter(pk=code.pk).update(tries=F("tries") + 1)
        record(DOOR, "phone_code.refused", case=case, about=code.pk, tries=code.tries + 1)
        return None
    PhoneCode.objects.filter(pk=code.pk).update(used_at=clock.now())
    record(DOOR, "phone_code.accepted", case=case, about=code.pk)
    return let_in(invitation=invitation)
