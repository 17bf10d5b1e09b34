"""Which pages travel compressed: patients', never one that could repeat a stranger's words."""

import gzip

import pytest
from django.test import Client
from django.urls import reverse

from intake.invitations import links
from tests.intake.people import BOXES, invited
from tests.metatests.doors import PATIENT, addresses
from tests.metatests.test_doors import browser

pytestmark = pytest.mark.django_db
ASKS = {"Accept-Encoding": "gzip, deflate, br"}
PAGES = [
    ("a patient's start page", "anonymous", "/", ASKS, True),
    ("a page of the form", PATIENT, "/intake/phq9/", ASKS, True),
    ("one that is asked for again before sending", PATIENT, "/intake/phq9/?check=1", ASKS, True),
    ("a browser that did not ask for it", PATIENT, "/intake/phq9/", {}, False),
    ("an address that says something", PATIENT, "/intake/phq9/?check=1&q=a", ASKS, False),
    ("one that says something else", PATIENT, "/intake/phq9/?then=m-00000001", ASKS, False),
    ("the sign-in of staff", "anonymous", "/accounts/login/", ASKS, False),
    ("the queue", "lead", "/clinic/", ASKS, False),
    ("a list that repeats what was looked for", "lead", "/clinic/invitations/?q=a", ASKS, False),
]  # fmt: skip


def coming(role: str) -> Client:
    """As `browser`, a patient with a form that is begun."""
    if role != PATIENT:
        return browser(role)
    client = Client()
    client.post(reverse("intake:open", args=[links.token(invited())]), BOXES)
    return client


@pytest.mark.parametrize(("reason", "role", "path", "headers", "packed"), PAGES, ids=[row[0] for row in PAGES])
def test_what_is_compressed(reason: str, role: str, path: str, headers: dict[str, str], packed: bool) -> None:
    answer = coming(role).get(path, headers=headers)
    assert answer.status_code == 200
    assert (answer.get("Content-Encoding") == "gzip") is packed
    page = gzip.decompress(answer.content) if packed else answer.content
    assert b"</html>" in page
    assert answer.get("Cache-Control") == "no-store"


def test_an_error_of_a_form_is_compressed_too() -> None:
    answer = coming(PATIENT).post("/intake/about-you/", {}, headers=ASKS)
    assert (answer.status_code, answer.get("Content-Encoding")) == (422, "gzip")


def test_no_two_lengths_say_the_same() -> None:
    """Between header and page stands a name of random length."""
    client = coming(PATIENT)
    sent = [client.get("/intake/phq9/", headers=ASKS).content for _ in range(6)]
    assert len({content.index(b"\0", 10) if content[3] & 8 else 0 for content in sent}) > 2


def test_a_page_whose_address_says_something_is_not_compressed() -> None:
    """At every address: what a stranger's link adds to a patient's page, if anything, stands in its query."""
    client = coming(PATIENT)
    query = "check=1&next=/intake/canary/&then=canary&q=canary"
    compressed = [each.path for each in addresses() if client.get(f"{each.path}?{query}", headers=ASKS).get("Content-Encoding")]
    assert compressed == []
