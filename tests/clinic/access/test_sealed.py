"""A sealed value that does not open: no page shows a part of it or takes the person for erased, and the log raises the alarm."""

import io
import json
import logging
import uuid
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import models

from clinic.models import Review
from clinic.review.services import sign
from intake.caregivers.services import permit
from intake.models import (
    Caregiver,
    Case,
    Draft,
    Evaluation,
    SafetyAttempt,
    SafetyClosing,
    SafetyEvent,
    SafetyReading,
    Sitting,
    Submission,
    Telling,
)
from intake.safety.services import close_event
from intake.submissions.services import submit
from tests.clinic.factories import again, drafted, newer_evaluation, opened, sent, unsafe
from tests.clinic.form import form, medicine
from tests.clinic.staff import make, signed_in
from tests.clinic.visits import clinician, ready, visit
from tests.metatests.sources import ROOMS
from vault.models import DataKey
from vault.seal import erase, seal

JUNK = b"\x01" + b"not what was sealed, at all"
CANARY = "Canary"


def broken_name(case: Case) -> Case:
    """Another person's name in the place of this one's: a whole sealed value, moved."""
    Case.objects.filter(pk=case.pk).update(identity=opened(name="Somebody Else").identity)
    return case


def broken_key(case: Case) -> Case:
    DataKey.objects.filter(pk=case.data_key_id).update(wrapped=JUNK)
    return case


def broken_submission(case: Case) -> Case:
    old = case.submission
    values = {field.attname: getattr(old, field.attname) for field in old._meta.concrete_fields if field.attname not in {"id", "document"}}
    draft = Draft.objects.create(case=opened(), document=b"")
    bad = Submission.objects.create(**values | {"receipt": "ODD", "draft_id": draft.pk}, document=JUNK)
    Case.objects.filter(pk=case.pk).update(submission=bad)
    return case


def broken_report(case: Case) -> Case:
    good = newer_evaluation(case)
    values = {f.attname: getattr(good, f.attname) for f in good._meta.concrete_fields if f.attname not in {"id", "report", "rules_digest"}}
    bad = Evaluation.objects.create(**values, rules_digest=uuid.uuid4().hex, report=JUNK)
    Case.objects.filter(pk=case.pk).update(evaluation=bad)
    return case


def broken_review(field: str) -> Callable[[Case], Case]:
    def broken(case: Case) -> Case:
        by, found = make(), {"reason": CANARY, "diagnosis": "unsure", "severity": "mild", "exclusions": {}}
        good = sign(case=case, evaluation_id=case.evaluation_id, decision="agree", findings=found, plans_visit=False, name="X", by=by)
        values = {f.attname: getattr(good, f.attname) for f in good._meta.concrete_fields if f.attname not in {"id", field}}
        Review.objects.create(**values, **{field: JUNK})
        return case

    return broken


def record_of(case: Case) -> str:
    return f"/clinic/review/{case.public_id}/"


def safety_of(case: Case) -> str:
    return f"/clinic/safety/{SafetyEvent.objects.get(case=case).pk}/"


def unsafe_case() -> Case:
    return unsafe(sent()).case


def broken_event() -> str:
    case = sent()
    return f"/clinic/safety/{SafetyEvent.objects.create(case=case, trigger='phq9.item9', tier=1, said=JUNK, resources_version='1').pk}/"


def broken_note() -> str:
    event = unsafe(sent())
    SafetyClosing.objects.create(event=event, outcome="spoken_with", note=JUNK, closed_by=make())
    return f"/clinic/safety/{event.pk}/"


def broken_plan() -> str:
    event = unsafe(sent())
    closing = SafetyClosing(event=event, outcome="spoken_with", plan=JUNK, closed_by=make())
    closing.note = seal(event.case.data_key, closing.pk, "note", "Spoken.")
    closing.save(force_insert=True)
    return f"/clinic/safety/{event.pk}/"


def broken_attempt() -> str:
    event = unsafe(sent())
    SafetyAttempt.objects.create(event=event, how="phone", outcome="spoke", note=JUNK, tried_by=make(), tried_at="2026-01-01T00:00Z")
    return f"/clinic/safety/{event.pk}/"


def broken_reading() -> str:
    event = unsafe(sent())
    close_event(event=event, outcome="spoken_with", note="Spoken.", by=make())
    SafetyReading.objects.create(closing=SafetyClosing.objects.get(event=event), agreed=True, note=JUNK, read_by=make("lead"))
    return f"/clinic/safety/{event.pk}/"


def broken_draft() -> str:
    case = unsafe_case()
    Draft.objects.filter(case=case).update(document=JUNK)
    return safety_of(case)


def broken_sitting() -> str:
    draft, document = drafted(form(medicine())), form(medicine())
    sitting = Sitting.objects.create(case=draft.case, how="phone", consent="read_aloud", agreed_for=JUNK, began_by=make())
    draft.seal_answers(document | {"answers": {name: each | {"sitting": str(sitting.pk)} for name, each in document["answers"].items()}})
    draft.save()
    return record_of(submit(draft=draft, by=draft.case.patient).case)


def broken_caregiver() -> str:
    case = sent()
    Caregiver.objects.create(case=case, identity=JUNK)
    return f"/clinic/caregivers/{case.public_id}/"


def broken_telling() -> str:
    draft = drafted(form(medicine()))
    caregiver = permit(case=draft.case, person={"name": "Bea", "relation": "sister", "email": "bea@close.example"}, by=None)
    Telling.objects.create(caregiver=caregiver, invitation=caregiver.invitations.get(), document=JUNK)
    return record_of(submit(draft=draft, by=draft.case.patient).case)


def invitation_link(case: Case) -> str:
    link = case.invitations.create(created_by="x", expires_at="2100-01-01T00:00Z")
    return f"/clinic/invitations/{link.pk}/link/"


def booked() -> str:
    made = visit()
    broken_name(made.case)
    return f"/clinic/consultations/{made.pk}/"


def moving() -> str:
    made = visit()
    broken_name(made.case)
    return f"/clinic/consultations/{made.pk}/move/"


def booking() -> str:
    clinician()
    return f"/clinic/consultations/book/{broken_name(ready()).public_id}/"


# What is opened, and the address of the page that opens it, with the value spoilt.
PAGES: list[tuple[str, str, Callable[[], str]]] = [
    ("intake.Case.identity", "record", lambda: record_of(broken_name(sent()))),
    ("intake.Case.identity", "labs", lambda: f"/clinic/labs/{broken_name(sent()).public_id}/request/"),
    ("intake.Case.identity", "safety event", lambda: safety_of(broken_name(unsafe_case()))),
    ("intake.Case.identity", "visit", booked),
    ("intake.Case.identity", "moving a visit", moving),
    ("intake.Case.identity", "booking a visit", booking),
    ("intake.Case.identity", "invitation link", lambda: invitation_link(broken_name(opened()))),
    ("vault.DataKey.wrapped", "record", lambda: record_of(broken_key(sent()))),
    ("intake.Submission.document", "record", lambda: record_of(broken_submission(sent()))),
    ("intake.Evaluation.report", "record", lambda: record_of(broken_report(sent()))),
    ("clinic.Review.findings", "record", lambda: record_of(broken_review("findings")(sent()))),
    ("clinic.Review.signed_name", "record", lambda: record_of(broken_review("signed_name")(sent()))),
    ("intake.SafetyEvent.said", "safety event", broken_event),
    ("intake.SafetyClosing.note", "safety event", broken_note),
    ("intake.SafetyClosing.plan", "safety event", broken_plan),
    ("intake.SafetyAttempt.note", "safety event", broken_attempt),
    ("intake.SafetyReading.note", "safety event", broken_reading),
    ("intake.Draft.document", "safety event", broken_draft),
    ("intake.Sitting.agreed_for", "record", broken_sitting),
    ("intake.Caregiver.identity", "who is close", broken_caregiver),
    ("intake.Telling.document", "record", broken_telling),
]
NOT_SEALED = {
    "intake.Invitation.link_id": "random, without meaning",
    "intake.Submission.digest": "an HMAC",
    "audit.Entry.mac": "an HMAC",
    "audit.Seal.head": "an HMAC",
    "audit.Seal.previous": "an HMAC",
}


@pytest.fixture
def lines():
    """What the log says, a dictionary a line."""
    written = io.StringIO()
    handler = next(each for each in logging.getLogger().handlers if type(each) is logging.StreamHandler)
    stream = handler.setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    handler.setStream(stream)


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "page", "address"), PAGES, ids=[f"{row[0]} on {row[1]}" for row in PAGES])
def test_the_page_stays_shut_and_the_log_says_so(lines, field: str, page: str, address: Callable[[], str]) -> None:
    there = address()
    answer = signed_in("lead").get(there)
    assert answer.status_code == 500
    assert "This record can’t be opened" in answer.text
    assert "erased" not in answer.text
    assert [words for words in (CANARY, "Somebody Else", "Quillfeather", "Jordan") if words in answer.text] == []
    (alarm,) = [line for line in lines() if line["event"] == "sealed value does not open"]
    assert alarm["level"] == "error"
    assert "|" in alarm["id"]
    assert [words for words in (CANARY, "Somebody", "Jordan") if words in json.dumps(lines())] == []


def test_every_sealed_field_is_spoilt_somewhere_above() -> None:
    binary = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in ROOMS
        for field in model._meta.concrete_fields
        if isinstance(field, models.BinaryField)
    }
    assert binary - set(NOT_SEALED) == {field for field, _, _ in PAGES}


@pytest.mark.django_db
def test_an_erased_person_is_erased_and_no_alarm(lines) -> None:
    case = unsafe_case()
    event = SafetyEvent.objects.get(case=case)
    erase(again(case).data_key)
    answer = signed_in("lead").post(f"/clinic/safety/{event.pk}/close/", {"outcome": "spoken_with", "note": "Spoken."})
    assert answer.status_code == 410
    assert [line for line in lines() if line["level"] == "error"] == []


@pytest.mark.django_db
def test_what_opens_is_shown() -> None:
    case = sent()
    Case.objects.filter(pk=case.pk).update(identity=seal(case.data_key, case.public_id, "identity", case.person))
    assert signed_in("lead").get(record_of(case)).status_code == 200
