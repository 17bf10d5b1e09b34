"""What a person reads when the address, the program or the database is at fault."""

from uuid import UUID

import pytest
from django.test import Client

from tests.clinic.staff import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.looks.urls")]
BROKEN = [
    ("a fault of the program", "/breaks/", 500, "not your doing"),
    ("the database gave up", "/is-slow/", 503, "load this page again"),
]
BUTTONS = ["/intake/send/", "/help-now/not-safe/", "/help-now/call-me/"]


@pytest.mark.parametrize(("reason", "path", "status", "says"), BROKEN, ids=[row[0] for row in BROKEN])
def test_whose_fault_it_is(reason: str, path: str, status: int, says: str) -> None:
    answer = Client(raise_request_exception=False).get(path)
    assert (answer.status_code, says in answer.text) == (status, True)


@pytest.mark.parametrize("path", BUTTONS)
def test_a_buttons_address_opened_as_a_page_says_what_to_do_and_where_help_is(path: str) -> None:
    answer = Client().get(path)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "Go back to the page with the button" in answer.text
    assert 'href="tel:988"' in answer.text


TROUBLE = [
    ("not theirs", "/clinic/audit/", 403),
    ("no such page", "/clinic/nowhere/", 404),
    ("a button's", f"/clinic/invitations/{UUID(int=7)}/renew/", 405),
]


@pytest.mark.parametrize(("reason", "path", "status"), TROUBLE, ids=[row[0] for row in TROUBLE])
def test_staff_find_their_way_back(reason: str, path: str, status: int) -> None:
    answer = signed_in("scheduler").get(path)
    assert (answer.status_code, "Back to the clinic" in answer.text) == (status, True)


def test_patients_are_not_shown_the_way_to_the_staffs_pages() -> None:
    assert "Back to the clinic" not in Client().get("/nowhere/").text


def test_a_machine_that_asks_the_wrong_way_gets_no_page() -> None:
    assert Client().post("/").content == Client().put("/intake/").content == b""
