"""Whose session ended is brought back to a page after the sign-in, never to the address of a button."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
HOST = "http://testserver"
RECORD = "/clinic/review/00000000-0000-4000-8000-000000000000/"
WAYS = [
    ("a page asked for", "get", RECORD, None, RECORD),
    ("a page asked for from another", "get", RECORD, f"{HOST}/clinic/", RECORD),
    ("a button pressed: the page it stands on", "post", f"{RECORD}take/", f"{HOST}{RECORD}", RECORD),
    ("a button pressed, with a query", "post", f"{RECORD}sign/", f"{HOST}{RECORD}?profile=lifetime", RECORD),
    ("a browser that does not say where it was", "post", f"{RECORD}take/", None, f"{RECORD}take/"),
    ("from another site", "post", f"{RECORD}take/", f"https://evil.test{RECORD}", f"{RECORD}take/"),
    ("from a page that is not the clinic's", "post", f"{RECORD}take/", f"{HOST}/help-now/", f"{RECORD}take/"),
    ("from nonsense", "post", f"{RECORD}take/", "http://[", f"{RECORD}take/"),
]


@pytest.mark.parametrize(("reason", "method", "path", "came_from", "back"), WAYS, ids=[row[0] for row in WAYS])
def test_the_sign_in_leads_back_to_a_page(reason: str, method: str, path: str, came_from: str | None, back: str) -> None:
    headers = {"referer": came_from} if came_from else {}
    answer = getattr(Client(), method)(path, headers=headers)
    assert (answer.status_code, answer["Location"]) == (302, f"/accounts/login/?next={back}")
