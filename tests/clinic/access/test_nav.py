"""Each role sees the way to its own places and to no others, and the way out."""

import pytest
from django.test import Client

from tests.clinic.staff import make, signed_in

pytestmark = pytest.mark.django_db
SEES = {
    "scheduler": ["Queue", "Invitations", "Consultations", "Messages"],
    "clinician": ["Queue", "Invitations", "Consultations", "Messages", "On call", "Audit"],
    "lead": ["Queue", "Invitations", "Consultations", "Messages", "On call", "Staff", "Audit"],
    "administrator": ["On call", "Staff", "Audit"],
}


@pytest.mark.parametrize("role", SEES)
def test_each_role_sees_its_places(role: str) -> None:
    page = signed_in(role).get("/accounts/")
    assert [str(item.label) for item in page.context["nav"]] == SEES[role]
    assert "Sign out" in page.content.decode()


@pytest.mark.parametrize("role", SEES)
def test_every_place_shown_lets_in(role: str) -> None:
    client = signed_in(role)
    for item in client.get("/accounts/").context["nav"]:
        assert client.get(item.url).status_code == 200, item.url


def test_the_present_place_is_marked() -> None:
    page = signed_in("lead").get("/clinic/people/add/")
    assert [item.url for item in page.context["nav"] if item.current] == ["/clinic/people/"]


def test_nobody_sees_places_before_the_second_factor() -> None:
    client = Client()
    client.force_login(make("lead", second_factor=False))
    page = client.get("/accounts/reauthenticate/")
    assert (page.status_code, page.context["nav"]) == (200, [])


def test_a_patients_page_has_no_places_on_it_whoever_looks() -> None:
    page = signed_in("lead").get("/help-now/")
    assert page.context["nav"] == []
