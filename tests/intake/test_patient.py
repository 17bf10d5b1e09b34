"""The patient's session: ended by the server's clock, good for one case, cut off when the link is taken back."""

import datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from intake import patient
from intake.invitations import links
from intake.invitations.services import revoke
from intake.models import Case
from tests.intake.people import BOXES, invited, staff
from tests.intake.sent import filled, submitted

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 11, 21, 12, tzinfo=datetime.UTC)


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def invitation():
    return invited()


@pytest.fixture
def inside(client, clock, invitation):
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    return client


def seconds(clock, number):
    clock.shift(datetime.timedelta(seconds=number))


@pytest.mark.parametrize(("reason", "idle", "status"), [("a second before", 1799, 200), ("at thirty minutes", 1800, 403)])
def test_it_ends_after_thirty_minutes_without_use(inside, clock, reason, idle, status):
    seconds(clock, idle)
    assert inside.get("/intake/").status_code == status


@pytest.mark.parametrize(("reason", "last", "status"), [("a second before", 599, 200), ("at four hours", 600, 403)])
def test_it_ends_after_four_hours_however_busy(inside, clock, reason, last, status):
    for _ in range(23):
        seconds(clock, 600)
        assert inside.get("/intake/").status_code == 200
    seconds(clock, last)
    assert inside.get("/intake/").status_code == status


def test_a_page_sent_after_the_end_is_told_that_it_was_not_saved_and_help_comes_first(inside, clock):
    seconds(clock, 1800)
    response = inside.post("/intake/about-you/", {"rev": "0", "about_place": "Springfield"})
    page = response.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    assert response.status_code == 403
    assert page.index('href="tel:988"') < page.index("This page was not saved.") < page.index("Press Back in your browser")
    assert "What you sent from each page is saved" not in page
    assert "What you sent from each page is saved" in inside.get("/intake/about-you/").content.decode()


def test_what_a_script_asks_does_not_keep_it_open(inside, clock):
    for _ in range(3):
        seconds(clock, 599)
        inside.get("/intake/", headers={"X-Background": "1"})
    seconds(clock, 10)
    assert inside.get("/intake/").status_code == 403


def test_an_ended_session_is_gone_from_the_server(inside, clock):
    old = inside.cookies["session"].value
    seconds(clock, 1800)
    inside.get("/intake/")
    clock.move_to(NOON)
    replay = Client()
    replay.cookies["session"] = old
    assert replay.get("/intake/").status_code == 403


def test_taking_the_link_back_cuts_it_off_at_once(inside, invitation):
    revoke(invitation=invitation, by=staff())
    assert inside.get("/intake/").status_code == 403


def test_erasing_the_person_cuts_it_off(inside, invitation):
    invitation.case.data_key.delete()
    assert inside.get("/intake/").status_code == 403


def test_it_opens_no_page_of_the_staff(inside):
    assert inside.get("/clinic/").status_code == 302
    assert inside.get("/clinic/invitations/").status_code == 302


def test_another_case_in_the_post_changes_nothing_there(client, invitation):
    """Whatever ids a page sends along, it is the session that says whose case it is."""
    other = filled().case
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    extra = {"case": str(other.public_id), "case_id": other.pk, "public_id": str(other.public_id), "patient_id": other.pk}
    client.post(reverse("intake:not_safe") + f"?case={other.public_id}", extra)
    client.post(reverse("intake:send"), extra)
    assert Case.objects.get(pk=other.pk).open_tier == 0
    assert Case.objects.get(pk=other.pk).submission is None
    assert Case.objects.get(pk=invitation.case_id).open_tier == 3


def test_after_sending_there_is_only_the_receipt(client):
    submission = submitted()
    invitation = submission.case.invitations.get()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    for page in ("/intake/", "/intake/phq9/", "/intake/check/", "/intake/consent/"):
        assert client.get(page)["Location"] == reverse("intake:done")
    receipt = client.get(reverse("intake:done")).content.decode()
    assert submission.receipt in receipt
    assert not [word for word in ("Canary", "sertraline", "Springfield", "possible", "score") if word in receipt]


def test_the_limits_are_those_of_the_contract():
    assert (patient.IDLE_SECONDS, patient.ABSOLUTE_SECONDS) == (30 * 60, 4 * 60 * 60)
