"""Let somebody close tell what they know, take that back, keep what they tell. Nothing of it enters the history."""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import translation

from audit.door import record
from desk import ledger
from desk.models import Staff
from intake import clock
from intake.caregivers.questions import QUESTIONS, VERSION, WORRY
from intake.models import Caregiver, Case, Invitation, SafetyEvent, Telling
from intake.questionnaire.words import say
from intake.safety import rules
from intake.safety.services import raise_event
from vault.seal import seal

KIND = "caregiver_link"
TRIGGER = "caregiver"
SCHEMA = "trellis.caregiver/1"


class OneStands(Exception):
    """Somebody else may tell already: that permission is taken back first."""


class LinkOver(Exception):
    """The permission was taken back while they wrote."""


@transaction.atomic
def permit(*, case: Case, person: dict[str, str], by: Staff | None) -> Caregiver:
    """Write down the permission and send the person named a link of their own. `by` is the staff who heard it, None the patient.

    One person at a time. Raises OneStands.
    """
    locked = Case.objects.for_update().select_related("data_key").get(pk=case.pk)
    if Caregiver.objects.standing().filter(case=locked).exists():
        raise OneStands
    caregiver = Caregiver(case=locked, permitted_by=by)
    caregiver.seal_person(person)
    caregiver.save()
    _send_link(caregiver, by)
    record(by.actor if by else case.patient, "caregiver.permitted", case=case.public_id, about=caregiver.pk)
    return caregiver


def _send_link(caregiver: Caregiver, by: Staff | None) -> None:
    made_by = by.actor.id if by else caregiver.case.patient.id
    until = clock.now() + datetime.timedelta(days=Invitation.DAYS)
    link = Invitation(case=caregiver.case, caregiver=caregiver, purpose=Invitation.CAREGIVER, created_by=made_by, expires_at=until)
    link.save()
    ledger.plan(key=f"{KIND}:{link.pk}", kind=KIND, case=caregiver.case.public_id, subject=link.pk, stale_at=until)


@transaction.atomic
def withdraw(*, caregiver: Caregiver, by: Staff | None) -> None:
    """Take the permission back: the link and what was opened with it are shut at once. What was told stays told. Twice is once."""
    now = clock.now()
    if not Caregiver.objects.filter(pk=caregiver.pk, withdrawn_at__isnull=True).update(withdrawn_at=now, withdrawn_by=by):
        return
    for link in Invitation.objects.standing().filter(caregiver=caregiver):
        Invitation.objects.filter(pk=link.pk).update(revoked_at=now, revoked_by=by)
        ledger.cancel(subject=link.pk, reason="revoked")
    case = caregiver.case
    record(by.actor if by else case.patient, "caregiver.withdrawn", case=case.public_id, about=caregiver.pk)


@transaction.atomic
def hear(*, caregiver: Caregiver, worry: str) -> SafetyEvent | None:
    """Open a safety event where they worry more than staff already know from them. It stands whatever they then send."""
    tier = rules.tier_of_caregiver(worry)
    case = caregiver.case = Case.objects.for_update().select_related("data_key").get(pk=caregiver.case_id)
    known = case.safety_events.unclosed().filter(trigger=TRIGGER).aggregate(most=Max("tier"))["most"] or 0
    if tier <= known:
        return None
    said = {"question": TRIGGER, "value": worry, "caregiver": str(caregiver.pk), "words": _as_staff_read_it(caregiver, worry)}
    return raise_event(case, TRIGGER, tier, said, caregiver.actor)


def _as_staff_read_it(caregiver: Caregiver, worry: str) -> str:
    """From whom, question and answer, in the staff's language. It is sealed with the event."""
    asked = next(each for each in QUESTIONS if each.id == WORRY)
    with translation.override("en"):
        return f"From {caregiver.person['name']} ({caregiver.person['relation']}). {say(asked.label)} {asked.words(worry)}."


def has_told(invitation: Invitation) -> bool:
    """Whether this link was used up."""
    return Telling.objects.filter(invitation=invitation).exists()


@transaction.atomic
def tell(*, invitation: Invitation, answers: dict[str, Any], language: str) -> Telling:
    """Keep what they told, apart. The link is the idempotency key: sending twice finds the first. Raises LinkOver."""
    held = Invitation.objects.standing().select_for_update(of=("self",)).filter(pk=invitation.pk)
    link = held.select_related("caregiver__case__data_key").first()
    if link is None or link.caregiver is None:
        raise LinkOver
    first = Telling.objects.filter(invitation=link).first()
    if first is not None:
        return first
    telling, caregiver = Telling(invitation=link, caregiver=link.caregiver), link.caregiver
    document = {"schema": SCHEMA, "questionnaire": VERSION, "language": language, "answers": answers}
    telling.document = seal(caregiver.case.data_key, telling.pk, "document", document)
    telling.save()
    record(caregiver.actor, "caregiver.told", case=caregiver.case.public_id, about=telling.pk)
    return telling
