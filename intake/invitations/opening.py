"""Opening a link: a date of birth as a wrong-person check, five tries, and one device that sees the draft."""

import datetime
import secrets
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from django.db import transaction

from audit.actor import system
from audit.door import record
from intake import cases, clock, todo
from intake.answers.proposed import PART
from intake.invitations import links
from intake.invitations.again import propose
from intake.invitations.drafts import start_draft
from intake.invitations.services import FROZEN_BY_PURPOSE, RELEASE_WANTED
from intake.models import Case, Draft, Invitation

DOOR = system("invitation")


class Refusal(Enum):
    REFUSED = "refused"
    OTHER_DEVICE = "other_device"


@dataclass(frozen=True)
class Opened:
    """`known`: the device may see what was written. After sending, another one sees the receipt and no more.

    `mark`: what this device is known by from now on.
    """

    invitation: Invitation
    draft: Draft
    known: bool
    mark: str


@transaction.atomic
def open_invitation(*, token: str, date_of_birth: datetime.date, knows: Callable[[Draft], bool]) -> Opened | Refusal:
    """Try a date of birth on a link, counted under its row's lock, so that no number of parallel tries gains one.

    `knows` says whether this device began the draft: another one sees given answers only when staff have released it.
    """
    invitation = usable(token, Invitation.OWN)
    if invitation is None:
        return Refusal.REFUSED
    if invitation.case.person["date_of_birth"] != date_of_birth.isoformat():
        return count_wrong(invitation)
    draft = start_draft(case=invitation.case)
    known = _released(invitation) or knows(draft)
    if draft.sent_at is None and not known and _holds_answers(draft):
        return _ask_staff(invitation)
    if _released(invitation):
        return let_in(invitation=invitation)
    return _opened(invitation, draft, known=known or draft.sent_at is None)


@transaction.atomic
def let_in(*, invitation: Invitation) -> Opened:
    """One more device, this one: staff know who asks, or a code to the number on file was typed here. Call it with `held`."""
    draft = start_draft(case=invitation.case)
    propose(draft=draft, by=invitation.case.patient)
    todo.settle(kind=RELEASE_WANTED, case=invitation.case.public_id, by=None)
    return _opened(invitation, draft, known=True)


def usable(token: str, purposes: Iterable[str]) -> Invitation | None:
    """The link that a token of these purposes names, locked, while it may still be opened."""
    found = links.find(token, purposes)
    return held(found.pk) if found else None


def held(pk: uuid.UUID) -> Invitation | None:
    """The same by its number."""
    living = Invitation.objects.usable().filter(case__data_key__isnull=False)
    return living.select_for_update(of=("self",)).select_related("case__data_key").filter(pk=pk).first()


def count_wrong(invitation: Invitation) -> Refusal:
    """One more wrong date; at the fifth the link stops and staff are asked to call."""
    invitation.tries += 1
    invitation.save(update_fields=["tries"])
    record(DOOR, "invitation.refused", case=invitation.case.public_id, about=invitation.pk, tries=invitation.tries)
    if invitation.tries >= Invitation.MAX_TRIES:
        todo.ask(kind=FROZEN_BY_PURPOSE[invitation.purpose], case=invitation.case.public_id, about=invitation.pk)
    return Refusal.REFUSED


def _holds_answers(draft: Draft) -> bool:
    """Of this form or of the one before."""
    document = draft.answers
    return bool(document["answers"] or PART in document)


def _released(invitation: Invitation) -> bool:
    return invitation.release_until is not None and invitation.release_until > clock.now()


def _ask_staff(invitation: Invitation) -> Refusal:
    todo.ask(kind=RELEASE_WANTED, case=invitation.case.public_id, about=invitation.pk)
    record(DOOR, "invitation.other_device", case=invitation.case.public_id, about=invitation.pk)
    return Refusal.OTHER_DEVICE


def _opened(invitation: Invitation, draft: Draft, *, known: bool) -> Opened:
    case = invitation.case
    invitation.opened_at, invitation.tries, invitation.release_until = clock.now(), 0, None
    invitation.save(update_fields=["opened_at", "tries", "release_until"])
    if case.state == Case.State.INVITED:
        cases.move(case=case, to=Case.State.STARTED, by=case.patient)
    record(case.patient, "invitation.opened", case=case.public_id, about=invitation.pk)
    return Opened(invitation, draft, known, _mark(draft, known))


def _mark(draft: Draft, known: bool) -> str:
    """The draft's own. While it is blank each device gets one, and the draft that of the first answer; what staff wrote is the device's they let in."""
    if known and not draft.device and _holds_answers(draft):
        draft.device = secrets.token_hex(8)
        draft.save(update_fields=["device"])
    return draft.device or secrets.token_hex(8)
