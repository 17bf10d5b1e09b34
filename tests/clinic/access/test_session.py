"""Sessions end by the server's clock, and at once for whoever leaves."""

import datetime

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from desk.models import Staff
from intake import patient
from tests.clinic.access.test_sign_in import enter, give
from tests.clinic.staff import PASSWORD, code, make, signed_in

pytestmark = pytest.mark.django_db
PAGE = "/clinic/people/"
MINUTE, SECOND = datetime.timedelta(minutes=1), datetime.timedelta(seconds=1)
ENDS = [
    ("a second before the quarter of an hour", [15 * MINUTE - SECOND], 200),
    ("a quarter of an hour without a request", [15 * MINUTE], 302),
    ("busy for twelve hours less a second", [10 * MINUTE] * 71 + [10 * MINUTE - SECOND], 200),
    ("busy for twelve hours", [10 * MINUTE] * 72, 302),
]


@pytest.mark.parametrize(("why", "pauses", "status"), ENDS, ids=[row[0] for row in ENDS])
def test_sessions_end_by_the_servers_clock(why: str, pauses: list[datetime.timedelta], status: int, clock) -> None:
    client = signed_in("lead")
    for pause in pauses:
        clock.shift(pause)
        answer = client.get(PAGE)
    assert answer.status_code == status


def test_a_scripts_request_does_not_keep_a_session_alive(clock) -> None:
    client = signed_in("lead")
    for _ in range(3):
        clock.shift(5 * MINUTE)
        answer = client.get(PAGE, headers={"X-Background": "1"})
    assert answer.status_code == 302


def test_what_ended_cannot_be_replayed(clock) -> None:
    client = signed_in("lead")
    key = client.cookies["session"].value
    clock.shift(15 * MINUTE)
    client.get(PAGE)
    assert not Session.objects.filter(session_key=key).exists()


def test_signing_out_removes_the_servers_row() -> None:
    client = signed_in("lead")
    key = client.cookies["session"].value
    assert client.get("/accounts/logout/").status_code == 200, "asks first: a link on another site must not do it"
    client.post("/accounts/logout/")
    assert not Session.objects.filter(session_key=key).exists()


def test_whoever_leaves_is_cut_off_at_the_next_request() -> None:
    client = signed_in("lead")
    client.staff.is_active = False
    client.staff.save()
    assert client.get(PAGE)["Location"].startswith("/accounts/login/")


def test_a_new_password_shuts_the_other_sessions() -> None:
    lead = make("lead", password=PASSWORD)
    here, there = signed_in(lead), signed_in(lead)
    new = "a-brand-new-password-here"
    assert here.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new}).status_code == 302
    assert here.get(PAGE).status_code == 200
    assert there.get(PAGE).status_code == 302


def test_a_patients_session_in_this_browser_ends_when_staff_sign_in() -> None:
    client = signed_in("lead")
    opened = client.session
    opened[patient.KEY] = {"case": "of somebody"}
    opened.save()
    client.force_login(client.staff)
    assert patient.KEY not in client.session


def test_the_session_gets_a_new_key_with_the_second_factor() -> None:
    """Whoever planted a session in somebody's browser is not in when that person is."""
    lead, planted = make("lead", password=PASSWORD), Client()
    planted.get("/accounts/login/")
    planted.session.save()
    give(planted, lead.email, PASSWORD)
    before = planted.cookies["session"].value
    thief = Client()
    thief.cookies["session"] = before
    enter(planted, code(lead))
    assert planted.cookies["session"].value != before
    assert planted.get(PAGE).status_code == 200
    assert thief.get(PAGE).status_code == 302
    assert not Session.objects.filter(session_key=before).exists()


LOSES = [
    ("the account is disabled", {"is_active": False}, 302),
    ("another role, without this page", {"role": "scheduler"}, 403),
    ("another role, with this page", {"role": "administrator"}, 200),
]


@pytest.mark.parametrize(("why", "change", "status"), LOSES, ids=[row[0] for row in LOSES])
def test_what_a_person_may_do_is_asked_at_every_request(why: str, change: dict[str, object], status: int) -> None:
    client = signed_in("lead")
    assert client.get(PAGE).status_code == 200
    Staff.objects.filter(pk=client.staff.pk).update(**change)
    assert client.get(PAGE).status_code == status
