"""Who is refused is written down: who, where, once a minute, and nothing of what they typed."""

import datetime

import pytest
from django.test import Client

from audit.models import Entry
from tests.clinic.staff import signed_in

pytestmark = pytest.mark.django_db
PEOPLE, ADD = "/clinic/people/", "/clinic/people/add/"


def noted() -> list[tuple[str, str, dict[str, str]]]:
    return list(Entry.objects.filter(action="access.refused").order_by("pk").values_list("actor_id", "actor_role", "detail"))


def test_who_and_which_page() -> None:
    client = signed_in("scheduler")
    assert client.get(PEOPLE).status_code == 403
    assert noted() == [(str(client.staff.public_id), "scheduler", {"page": "clinic:people", "method": "GET"})]


COUNTS = [
    ("the same page again and again", [(PEOPLE, 0)] * 40, 1),
    ("the same page by another method", [(PEOPLE, 0), (f"POST {PEOPLE}", 0)], 1),
    ("another page", [(PEOPLE, 0), (ADD, 0)], 2),
    ("the same page with other words in its address", [(f"{PEOPLE}?q={n}", 0) for n in range(20)], 1),
    ("fifty-nine seconds later", [(PEOPLE, 0), (PEOPLE, 59)], 1),
    ("a minute and a second later", [(PEOPLE, 0), (PEOPLE, 61)], 2),
]


@pytest.mark.parametrize(("why", "asked", "rows"), COUNTS, ids=[row[0] for row in COUNTS])
def test_a_scanner_does_not_drown_the_record(why: str, asked: list[tuple[str, int]], rows: int, clock) -> None:
    client = signed_in("scheduler")
    for address, pause in asked:
        clock.shift(datetime.timedelta(seconds=pause))
        method = client.post if address.startswith("POST ") else client.get
        assert method(address.removeprefix("POST ")).status_code == 403
    assert len(noted()) == rows


def test_each_person_has_a_line_of_their_own() -> None:
    for client in (signed_in("scheduler"), signed_in("scheduler")):
        client.get(PEOPLE)
    assert len({who for who, _, _ in noted()}) == 2


def test_nothing_that_was_typed_stands_in_it() -> None:
    client = signed_in("scheduler")
    client.post(f"{ADD}?name=Canary", {"name": "Canary", "email": "canary@patients.test"}, headers={"Referer": "http://testserver/Canary"})
    assert "anary" not in str(noted())


LET_IN = [("who may", "lead", 200), ("a page that is not there", "scheduler", 404)]


@pytest.mark.parametrize(("why", "role", "status"), LET_IN, ids=[row[0] for row in LET_IN])
def test_nothing_is_noted_of(why: str, role: str, status: int) -> None:
    assert signed_in(role).get(PEOPLE if status == 200 else "/clinic/nowhere/").status_code == status
    assert noted() == []


def test_strangers_are_sent_to_the_sign_in_and_fill_nothing() -> None:
    for _ in range(3):
        assert Client().get(PEOPLE).status_code == 302
    assert noted() == []


def test_leads_and_administrators_read_of_it() -> None:
    signed_in("scheduler").get(PEOPLE)
    assert "access.refused" in signed_in("lead").get("/clinic/audit/").content.decode()
