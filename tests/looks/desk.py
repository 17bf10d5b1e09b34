"""What the desk can meet: the patients' lists, invitations, visits and hours, the ledger of messages."""

import datetime
import uuid
from typing import Any
from unittest import mock

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from clinic.consultations import services
from clinic.labs import services as labs
from clinic.models import Consultation
from clinic.reminders import views as reminders
from desk.models import Message
from intake import patient as session
from intake.invitations import links
from intake.invitations.opening import open_invitation
from intake.models import Case, Invitation
from tests.clinic.consultations.test_own import BOXES, mailed
from tests.clinic.consultations.test_pages import HOME, TEN, address
from tests.clinic.factories import row, sent, unsafe
from tests.clinic.invitations.test_pages import LIST, PERSON
from tests.clinic.reminders.test_pages import message
from tests.clinic.staff import make, signed_in
from tests.clinic.visits import MONDAY, began, clinician, ready, visit
from tests.intake.people import BORN, invited

LEDGER = "/clinic/reminders/"


def _patients(tab: str) -> HttpResponse:
    row(name="Robin Underhill", state="signed", plans_visit=True, days=2)
    unsafe(row(state="signed", plans_visit=True))
    for state in ("submitted", "waiting_for_patient", "invited"):
        row(state=state)
    frozen = invited()
    for _ in range(Invitation.MAX_TRIES):
        open_invitation(token=links.token(frozen), date_of_birth=BORN + datetime.timedelta(days=1), knows=lambda draft: True)
    return signed_in("scheduler").get(f"/clinic/?show={tab}")


def _invitations() -> HttpResponse:
    """One in each state, and one more person who stands before the door with another device."""
    for column in ({}, {"tries": Invitation.MAX_TRIES}, {"expires_at": timezone.now()}):
        Invitation.objects.filter(pk=invited(name="Robin Featherstonehaugh").pk).update(**column)
    waiting = invited()
    opened = open_invitation(token=links.token(waiting), date_of_birth=BORN, knows=lambda draft: True)
    opened.draft.seal_answers(opened.draft.answers | {"answers": {"phq9.item1": {"state": "answered", "value": 1, "rev": 1}}})
    opened.draft.save()
    open_invitation(token=links.token(waiting), date_of_birth=BORN, knows=lambda draft: False)
    return signed_in("scheduler").get(LIST)


def _sent_before() -> HttpResponse:
    client, once = signed_in("scheduler"), {"once": str(uuid.uuid4())}
    client.post(LIST, PERSON | once)
    return client.post(LIST, PERSON | once | {"name": "Bea Featherstonehaugh"})


def _link(**details: Any) -> HttpResponse:
    return signed_in("scheduler").get(f"{LIST}{invited(**details).pk}/link/")


def _week() -> HttpResponse:
    """A week with a visit, another that nobody has marked, and somebody to book."""
    staff = clinician()
    began(visit(ready("Robin Underhill"), staff))
    visit(ready(), staff)
    ready("Jordan Featherstonehaugh")
    return signed_in("lead").get(f"{HOME}?clinician={staff.public_id}&week={MONDAY}")


def book(posted: dict[str, str] | None = None, **case: Any) -> HttpResponse:
    path, client = address(ready(**case), clinician()), signed_in("scheduler")
    return client.get(path) if posted is None else client.post(path, posted)


def _taken() -> HttpResponse:
    staff = clinician()
    visit(ready(), staff)
    return signed_in("scheduler").post(address(ready(), staff), {"start": TEN})


def _asked_for_nobody() -> HttpResponse:
    clinician()
    return signed_in("scheduler").get(f"{HOME}book/{ready().public_id}/?clinician=nobody&minutes=5")


def at(booked: Consultation, act: str = "", posted: dict[str, str] | None = None, client: Client | None = None) -> HttpResponse:
    path, client = f"{HOME}{booked.pk}/{act}", client or signed_in("scheduler")
    return client.get(path) if posted is None else client.post(path, posted, follow=True)


def _cancelled() -> Consultation:
    return services.cancel(consultation=visit(), reason="patient_asked", by=make("scheduler")) or Consultation.objects.latest("booked_at")


def hours(posted: dict[str, str] | None = None) -> HttpResponse:
    client = signed_in(clinician("09:00-12:00", "13:00-17:00"))
    path = f"{HOME}hours/{client.staff.public_id}/"
    return client.get(path) if posted is None else client.post(path, posted, follow=True)


ODD = {"day0": "nine to five", "day1": "17:00-9:00", "day2": "9:00-12:00, 11:00-13:00", "day3": "9-17"}


def ledger(tab: str, role: str = "scheduler") -> HttpResponse:
    for state, reason in (("in_doubt", "answer_lost"), ("failed", "refused"), ("planned", ""), ("sent", ""), ("cancelled", "moved")):
        message(state=state, reason=reason)
    visit()
    return signed_in(role).get(f"{LEDGER}?show={tab}")


def _ledger_of_pages() -> HttpResponse:
    made = [message(number, "sent") for number in range(7)]
    with mock.patch.object(reminders, "PAGE", 3):
        return signed_in("scheduler").get(f"{LEDGER}?show=sent&after={made[3].pk}")


def _settled(times: int) -> HttpResponse:
    found, client = message(state="in_doubt", reason="answer_lost"), signed_in("scheduler")
    for _ in range(times):
        answer = client.post(f"{LEDGER}{found.pk}/settle/", {"how": "arrived"}, follow=True)
    assert Message.objects.get(pk=found.pk).state != "in_doubt"
    return answer


def _own_visit(state: str, language: str = "en") -> HttpResponse:
    """As the patient sees it who follows the link in the mail."""
    booked, patient = visit(ready(language=language)), Client()
    patient.post(mailed(booked), BOXES)
    if state == "none":
        services.cancel(consultation=booked, reason="patient_asked", by=make("scheduler"))
    return patient.post("/intake/visit/move/", follow=True) if state == "asked" else patient.get("/intake/visit/")


def _own_labs(*asked: str, known: bool = True) -> HttpResponse:
    """The tests a person was asked for, as the browser of the form shows them, or another one."""
    case, patient = sent(), Client()
    opened, now = patient.session, session.time.time()
    opened[session.KEY] = {
        "case": str(case.public_id),
        "invitation": str(_link_of(case).pk),
        "opened_at": now,
        "seen_at": now,
        "known": known,
    }
    opened.save()
    found = labs.request_labs(case=case, labs=asked, due_in_days=14, by=make())
    if len(asked) > 1:
        labs.settle(request=found[0], state="resulted", by=make())
    return patient.get("/intake/labs/")


def _link_of(case: Case) -> Invitation:
    return Invitation.objects.create(case=case, created_by="test", expires_at=timezone.now() + datetime.timedelta(days=1))


PAGES = [
    ("a patient's tests", 200, lambda: _own_labs("tsh", "cbc", "hba1c")),
    ("a patient's tests on another device", 200, lambda: _own_labs("tsh", known=False)),
    ("a patient without tests", 200, lambda: _own_labs()),
    ("a patient's own visit", 200, lambda: _own_visit("booked")),
    ("a patient's own visit, in Spanish", 200, lambda: _own_visit("booked", "es")),
    ("a patient who asked to move their visit", 200, lambda: _own_visit("asked")),
    ("a patient without a visit", 200, lambda: _own_visit("none")),
    *((f"patients, {tab}", 200, lambda tab=tab: _patients(tab)) for tab in ("ready", "review", "patient", "unsent")),
    ("patients, nobody", 200, lambda: signed_in("scheduler").get("/clinic/?show=review")),
    ("invitations before there are any", 200, lambda: signed_in("scheduler").get(LIST)),
    ("invitations in each state", 200, _invitations),
    ("an invitation left empty", 422, lambda: signed_in("scheduler").post(LIST, {})),
    ("an invitation mistyped", 422, lambda: signed_in("scheduler").post(LIST, PERSON | {"email": "ada at home", "phone": "call me"})),
    ("an invitation of somebody under 18", 422, lambda: signed_in("scheduler").post(LIST, PERSON | {"date_of_birth_year": "2020"})),
    ("an invitation sent before with other details", 422, _sent_before),
    ("a link that was mailed", 200, _link),
    ("a link to pass on", 200, lambda: _link(email="", phone="")),
    ("a calendar without anybody", 200, lambda: signed_in("scheduler").get(HOME)),
    ("a week of visits", 200, _week),
    ("times to book", 200, book),
    ("times, none chosen", 422, lambda: book({})),
    ("a time that was taken meanwhile", 409, _taken),
    ("a time outside the hours", 422, lambda: book({"start": f"{MONDAY}T11:00Z"})),
    ("a week without times", 200, lambda: signed_in("scheduler").get(address(ready(), make()))),
    ("times asked for oddly", 422, _asked_for_nobody),
    ("somebody who cannot be booked", 200, lambda: book(open_tier=3)),
    ("somebody without an address", 200, lambda: book(email="")),
    ("just booked", 200, lambda: at(visit())),
    ("a visit to move", 200, lambda: at(visit(), "move/")),
    ("a visit to move, no time chosen", 422, lambda: at(visit(), "move/", {"version": "1"})),
    ("a visit moved meanwhile", 409, lambda: at(visit(), "move/", {"start": "2031-06-03T14:00Z", "version": "7"})),
    ("a visit cancelled without a reason", 422, lambda: at(visit(), "cancel/", {"version": "1"})),
    ("a visit cancelled", 200, lambda: at(visit(), "cancel/", {"version": "1", "reason": "patient_asked"})),
    ("a visit changed meanwhile", 409, lambda: at(visit(), "cancel/", {"version": "7", "reason": "other"})),
    ("a visit that has begun", 200, lambda: at(began(visit()))),
    ("a visit marked as nothing", 422, lambda: at(began(visit()), "mark/", {"version": "1"})),
    ("a visit that took place", 200, lambda: at(began(visit()), "mark/", {"version": "1", "came": "yes"})),
    ("a visit of another clinician", 200, lambda: at(visit(), client=signed_in("clinician"))),
    ("hours", 200, hours),
    ("hours mistyped", 422, lambda: hours(ODD)),
    ("hours saved", 200, lambda: hours({"day0": "9-17"})),
    *((f"messages, {tab}", 200, lambda tab=tab: ledger(tab)) for tab in ("look", "waiting", "sent", "off")),
    ("messages as a clinician sees them", 200, lambda: ledger("look", "clinician")),
    ("no messages", 200, lambda: signed_in("scheduler").get(LEDGER)),
    ("messages of several pages", 200, _ledger_of_pages),
    ("a message settled", 200, lambda: _settled(1)),
    ("a message settled twice", 200, lambda: _settled(2)),
]
