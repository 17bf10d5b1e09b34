"""Invite a person, take a link back, give a new one, let one more device in."""

import datetime
import uuid

from django.conf import settings
from django.db import transaction
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
RELEASE_WANTED = "release_device"
UNDER_AGE = "under_age"
RELEASE = datetime.timedelta(hours=1)


class UnderAge(Exception):
    """A person under 18 does not fill in the form alone."""

    def __str__(self) -> str:
        return _("This person is under 18. The form is for adults: please call the family and take the history with them.")


@transaction.atomic
def open_case(*, name: str, date_of_birth: datetime.date, email: str = "", phone: str = "", language: str = "en", by: Actor) -> Case:
    """A case with a data key of its own and the person's details sealed under it."""
    case = Case(data_key=new_key(), language=language, time_zone=settings.TIME_ZONE)
    case.seal_person({"name": name, "date_of_birth": date_of_birth.isoformat(), "email": email, "phone": phone})
    case.save()
    record(by, "case.opened", case=case.public_id)
    return case


@transaction.atomic
def invite(*, name: str, date_of_birth: datetime.date, email: str, phone: str = "", language: str = "en", by: Actor) -> Invitation:
    """Open a case and make its link; the link is mailed where there is an address. Raises UnderAge."""
    if not is_adult(date_of_birth, timezone.localdate(clock.now())):
        raise UnderAge
    case = open_case(name=name, date_of_birth=date_of_birth, email=email, phone=phone, language=language, by=by)
    return _link(case, by)


@transaction.atomic
def call_family(*, by: Actor) -> Task:
    """After UnderAge, in a transaction of its own: ask staff to call. It holds no name; who wanted to invite is on record."""
    task = work.open_task(key=f"{UNDER_AGE}:{uuid.uuid4()}", kind=UNDER_AGE, case=None)
    record(by, "invitation.refused", about=task.pk, kind=UNDER_AGE)
    return task


@transaction.atomic
def renew(*, invitation: Invitation, by: Staff) -> Invitation:
    """A new link for the same case, with what was answered kept; the old link is taken back."""
    revoke(invitation=invitation, by=by)
    todo.settle(kind=FROZEN, case=invitation.case.public_id, by=by)
    return _link(invitation.case, by.actor)


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


def _link(case: Case, by: Actor) -> Invitation:
    expires_at = clock.now() + datetime.timedelta(days=Invitation.DAYS)
    invitation = Invitation(case=case, created_by=by.id, expires_at=expires_at)
    invitation.save()
    if case.person["email"]:
        key = f"{KIND}:{invitation.pk}"
        ledger.plan(key=key, kind=KIND, case=case.public_id, subject=invitation.pk, stale_at=invitation.expires_at)
    record(by, "case.invited", case=case.public_id, about=invitation.pk)
    return invitation
