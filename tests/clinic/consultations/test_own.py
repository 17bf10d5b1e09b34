"""A patient's own visit: behind their link and date of birth, day and time and whom to call, nothing of why."""

import datetime
import re

import pytest
from django.conf import settings
from django.test import Client

from audit.models import Entry
from clinic.consultations import services
from clinic.models import Consultation
from desk import kinds
from desk.models import Message, Task
from intake.invitations import links
from intake.models import Case, Invitation
from tests.clinic.staff import signed_in
from tests.clinic.visits import MONDAY, began, clinician, ready, scheduler, visit, wall

pytestmark = pytest.mark.django_db
PAGE, MOVE = "/intake/visit/", "/intake/visit/move/"
BOXES = {"date_of_birth_month": "5", "date_of_birth_day": "4", "date_of_birth_year": "1980"}
LINK = re.compile(r"http://[^/]+(/i/[\w-]{48})$", re.MULTILINE)


def mailed(booked: Consultation, kind: str = "booked") -> str:
    """The address in the mail about the visit."""
    letter = kinds.prepare(Message.objects.get(subject=booked.pk, kind=kind, subject_version=booked.version))
    return LINK.search(letter.body)[1]


def opened(address: str, **boxes: str) -> Client:
    client = Client()
    client.answer = client.post(address, BOXES | boxes)
    return client


def text(client: Client) -> str:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", "", answer.text).split())


@pytest.fixture
def booked() -> Consultation:
    return visit(ready("Canary Quillfeather"))


@pytest.fixture
def patient(booked: Consultation) -> Client:
    return opened(mailed(booked))


def test_the_mails_link_leads_there_behind_the_date_of_birth(booked, patient) -> None:
    assert (patient.answer.status_code, patient.answer["Location"]) == (303, PAGE)
    shown = text(patient)
    assert "We will see you on Monday, June 2 at 10:00 AM." in shown
    assert "(555) 555-0100" in shown


def test_the_link_alone_says_nothing(booked) -> None:
    page = Client().get(mailed(booked))
    assert page.status_code == 200
    assert not [word for word in ("June", "10:00", "Canary") if word in page.text]
    wrong = opened(mailed(booked), date_of_birth_day="5")
    assert (wrong.answer.status_code, wrong.get(PAGE).status_code) == (422, 403)


def test_nothing_private_stands_on_it(booked, patient) -> None:
    page = patient.get(PAGE).text
    words = ("Canary", "Quillfeather", "Robin", "depress", "clinician", "review", "1980")
    assert [word for word in words if word in page] == []
    assert re.search(r"<title>(Your appointment[^<]*)</title>", page)[1] == f"Your appointment – {settings.CLINIC_NAME}"


def test_another_persons_link_shows_another_persons_visit(booked) -> None:
    other = visit(ready("Someone Else"), clinician(), wall(MONDAY, "14:00"))
    assert "at 2:00 PM" in text(opened(mailed(other)))


def test_each_look_is_on_record(booked, patient) -> None:
    patient.get(PAGE)
    entry = Entry.objects.get(action="visit.read")
    assert (entry.actor_kind, entry.case, entry.about) == ("patient", str(booked.case.public_id), str(booked.pk))


def test_the_wish_to_move_is_one_task_however_often_it_is_said(booked, patient) -> None:
    assert [patient.post(MOVE).status_code for _ in range(3)] == [303] * 3
    assert Task.objects.waiting().get().kind == "move_visit"
    shown = text(patient)
    assert "You asked us to move it. We will call you." in shown
    assert "at 10:00 AM" in shown
    desk = signed_in("scheduler").get("/clinic/").content.decode()
    assert "The patient asks to move their visit: call them" in desk
    assert "Canary Quillfeather" in desk


ENDS = [
    (
        "moved",
        lambda v, by: services.move(consultation=v, clinician=v.clinician, start=wall(MONDAY, "11:00"), minutes=60, by=by),
        "at 11:00 AM",
    ),
    ("called off", lambda v, by: services.cancel(consultation=v, reason="patient_asked", by=by), "You have no appointment with us now."),
]


@pytest.mark.parametrize(("why", "act", "says"), ENDS, ids=[row[0] for row in ENDS])
def test_moving_and_calling_off_end_the_wish(booked, patient, why, act, says) -> None:
    patient.post(MOVE)
    act(booked, scheduler())
    assert not Task.objects.waiting().filter(kind="move_visit").exists()
    shown = text(patient)
    assert says in shown
    assert "You asked us to move it" not in shown


def test_a_wish_after_the_last_was_settled_is_a_new_task(booked, patient) -> None:
    patient.post(MOVE)
    services.move(consultation=booked, clinician=booked.clinician, start=wall(MONDAY, "11:00"), minutes=60, by=scheduler())
    patient.post(MOVE)
    assert Task.objects.filter(kind="move_visit").count() == 2


@pytest.mark.parametrize("state", ["cancelled", "attended", "missed"])
def test_what_is_no_visit_any_more_is_not_shown_and_not_moved(booked, patient, state: str) -> None:
    Consultation.objects.filter(pk=booked.pk).update(state=state, reason="other" if state == "cancelled" else "")
    assert "You have no appointment with us now." in text(patient)
    patient.post(MOVE)
    assert not Task.objects.exists()


@pytest.mark.parametrize(("why", "hours", "there"), [("it goes on", 0.5, True), ("it is over", 2, False)])
def test_a_visit_is_shown_until_it_is_over(booked, patient, why: str, hours: float, there: bool) -> None:
    began(booked, hours)
    assert ("We will see you on" in text(patient)) is there


def test_the_link_works_until_the_visit_is_over_wherever_it_is_moved(booked) -> None:
    assert Invitation.objects.get(purpose="visit").expires_at == booked.span.upper
    later = wall(MONDAY + datetime.timedelta(days=7), "10:00")
    moved = services.move(consultation=booked, clinician=booked.clinician, start=later, minutes=60, by=scheduler())
    link = Invitation.objects.get(purpose="visit")
    assert link.expires_at == moved.span.upper
    assert mailed(moved, "moved") in links.url(link)


def test_five_wrong_dates_stop_it_and_the_next_visit_has_a_new_link(booked) -> None:
    for _ in range(5):
        opened(mailed(booked), date_of_birth_day="5")
    assert Task.objects.get().kind == "visit_link_frozen"
    assert opened(links.url(Invitation.objects.get()).removeprefix(settings.PUBLIC_URL)).answer.status_code == 422
    services.move(consultation=booked, clinician=booked.clinician, start=wall(MONDAY, "11:00"), minutes=60, by=scheduler())
    assert Invitation.objects.filter(purpose="visit").count() == 2


def test_after_an_erasure_nobody_gets_in(booked) -> None:
    address = mailed(booked)
    booked.case.data_key.delete()
    assert opened(address).answer.status_code == 422


def test_no_session_is_told_how_to_get_in(booked) -> None:
    assert Client().get(PAGE).status_code == 403
    assert Client().post(MOVE).status_code == 403
    assert signed_in("scheduler").get(PAGE).status_code == 403


def test_in_spanish() -> None:
    booked = visit(ready(language="es"))
    client = opened(mailed(booked))
    shown = text(client)
    assert "Le esperamos el lunes 2 de junio a las 10:00" in shown


def test_where_their_clock_shows_another_time_the_zone_is_named() -> None:
    assert "10:00 AM EDT" in text(opened(mailed(visit(ready(time_zone="America/Chicago")))))


def test_a_message_planned_before_there_were_links_leads_to_the_first_page(booked) -> None:
    Invitation.objects.filter(purpose="visit").delete()
    letter = kinds.prepare(Message.objects.get(subject=booked.pk, kind="booked"))
    assert f"{settings.PUBLIC_URL}/\n" in letter.body
    assert Case.objects.count() == 1
