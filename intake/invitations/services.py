"""Invite a person, take a link back, give a new one, let one more device in."""

import datetime
import uuid
from typing import Any

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from audit.actor import Actor
from audit.door import record
from desk import ledger, work
from desk.models import Staff, Task
from intake import clock, todo
from intake.invitations import links
from intake.invitations.ages import is_adult
from intake.models import Case, Invitation
from vault.seal import new_key

KIND = "invitation"
FROZEN = "link_frozen"
VISIT_FROZEN = "visit_link_frozen"
CAREGIVER_FROZEN = "caregiver_link_frozen"
FROZEN_BY_PURPOSE = {Invitation.INTAKE: FROZEN, Invitation.VISIT: VISIT_FROZEN, Invitation.CAREGIVER: CAREGIVER_FROZEN}
RELEASE_WANTED = "release_device"
UNDER_AGE = "under_age"
RELEASE = datetime.timedelta(hours=1)


class UnderAge(Exception):
    """A person under 18 does not fill in the form alone."""

    def __str__(self) -> str:
        return _("This person is under 18. The form is for adults: please call the family and take the history with them.")


class SentBefore(Exception):
    """This form has made a link already, for somebody else or with other details."""

    def __str__(self) -> str:
        return _("This form made a link before, with other details. Look at the list of invitations. To make one more link, send it again.")


@transaction.atomic
def open_case(*, name: str, date_of_birth: datetime.date, email: str = "", phone: str = "", language: str = "en", by: Actor) -> Case:
    """A case with a data key of its own and the person's details sealed under it."""
    case = Case(data_key=new_key(), language=language, time_zone=settings.TIME_ZONE)
    case.seal_person(_person({"name": name, "date_of_birth": date_of_birth, "email": email, "phone": phone}))
    case.save()
    record(by, "case.opened", case=case.public_id)
    return case


def invite(
    *, name: str, date_of_birth: datetime.date, email: str, phone: str = "", language: str = "en", by: Actor, once: uuid.UUID | None = None
) -> Invitation:
    """Open a case and make its link; the link is mailed where there is an address.

    `once` is the form's number: the same form sent twice, even at the same moment, gives the first link. Raises UnderAge, SentBefore.
    """
    details = {"name": name, "date_of_birth": date_of_birth, "email": email, "phone": phone, "language": language}
    try:
        return _made_with(once, details) or _invite(details, by, once)
    except IntegrityError:  # the other one was faster
        first = _made_with(once, details)
        if first is None:
            raise
        return first


@transaction.atomic
def _invite(details: dict[str, Any], by: Actor, once: uuid.UUID | None) -> Invitation:
    if not is_adult(details["date_of_birth"], timezone.localdate(clock.now())):
        raise UnderAge
    invitation = make_link(open_case(**details, by=by), by, once)
    work.close_task(key=_family_key(once), by=None)  # the date of birth was a slip
    return invitation


def _made_with(once: uuid.UUID | None, details: dict[str, Any]) -> Invitation | None:
    """The link that this form has made. Raises SentBefore where the form says something else now."""
    first = Invitation.objects.select_related("case__data_key").filter(once=once).first() if once else None
    if first is None:
        return None
    same = first.case.data_key is not None and first.case.language == details["language"] and first.case.person == _person(details)
    if not same:
        raise SentBefore
    return first


def _person(details: dict[str, Any]) -> dict[str, str]:
    """What is sealed of the details."""
    return {
        "name": details["name"],
        "date_of_birth": details["date_of_birth"].isoformat(),
        "email": details["email"],
        "phone": details["phone"],
    }


def _family_key(once: uuid.UUID | None) -> str:
    return f"{UNDER_AGE}:{once or uuid.uuid4()}"


@transaction.atomic
def call_family(*, by: Actor, once: uuid.UUID | None = None) -> Task:
    """After UnderAge, in a transaction of its own: ask staff to call, once for each form. It holds no name; who invited is on record."""
    task = work.open_task(key=_family_key(once), kind=UNDER_AGE, case=None)
    record(by, "invitation.refused", about=task.pk, kind=UNDER_AGE)
    return task


@transaction.atomic
def renew(*, invitation: Invitation, by: Staff) -> Invitation:
    """A new link for the same case, with what was answered kept; the old link is taken back. Pressed twice at once it is one."""
    taken_back = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk).revoked_at
    others = Invitation.objects.standing().filter(case=invitation.case, purpose=Invitation.INTAKE)
    first = others.order_by("-created_at").first() if taken_back else None  # the other press was faster
    if first is not None:
        return first
    revoke(invitation=invitation, by=by)
    todo.settle(kind=FROZEN, case=invitation.case.public_id, by=by)
    return make_link(invitation.case, by.actor)


@transaction.atomic
def revoke(*, invitation: Invitation, by: Staff) -> Invitation:
    """Take a link back at once, sessions opened with it too. Taking it back twice changes nothing."""
    now = clock.now()
    if Invitation.objects.standing().filter(pk=invitation.pk).update(revoked_at=now, revoked_by=by):
        ledger.cancel(subject=invitation.pk, reason="revoked")
        record(by.actor, "invitation.revoked", case=invitation.case.public_id, about=invitation.pk)
    invitation.refresh_from_db()
    return invitation


@transaction.atomic
def release_device(*, invitation: Invitation, by: Staff) -> Invitation:
    """Let one more device see the draft, once, within the hour: staff have made sure by telephone who asks."""
    invitation.release_until = clock.now() + RELEASE
    invitation.save(update_fields=["release_until"])
    todo.settle(kind=RELEASE_WANTED, case=invitation.case.public_id, by=by)
    record(by.actor, "invitation.device_released", case=invitation.case.public_id, about=invitation.pk)
    return invitation


@transaction.atomic
def show_link(*, invitation: Invitation, by: Staff) -> str:
    """The link, for staff to pass on by another way. Who saw it is on record."""
    record(by.actor, "invitation.link_shown", case=invitation.case.public_id, about=invitation.pk)
    return links.url(invitation)


def make_link(case: Case, by: Actor, once: uuid.UUID | None = None) -> Invitation:
    """A link of a case, and the mail with it where there is an address. Call it in the transaction that made the case."""
    expires_at = clock.now() + datetime.timedelta(days=Invitation.DAYS)
    invitation = Invitation(case=case, created_by=by.id, expires_at=expires_at, once=once)
    invitation.save()
    if case.person["email"]:
        key = f"{KIND}:{invitation.pk}"
        ledger.plan(key=key, kind=KIND, case=case.public_id, subject=invitation.pk, stale_at=invitation.expires_at)
    record(by, "case.invited", case=case.public_id, about=invitation.pk)
    return invitation
