"""The door, whatever is put through it: nobody comes in who should not, and each answer is a page."""

import os
import re
from functools import cache
from random import Random
from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from django.urls import reverse

from intake.invitations import links
from intake.models import Invitation
from tests.intake.fuzz.naughty import KINDS
from tests.intake.people import BOXES, invited

pytestmark = pytest.mark.django_db
FORM = "application/x-www-form-urlencoded"
EVERY = [[text if isinstance(text, bytes) else text.encode() for text in kind] for kind in KINDS.values()]
# Each text by night; by day some of each kind.
TEXTS = [text for kind in EVERY for text in (kind if "INTAKE_FUZZ" in os.environ else Random(1).sample(kind, 3))]
SHORT = [text for text in TEXTS if len(text) < 2_000]  # no server takes a longer address
ELSEWHERE = [b"//evil.example", b"https://evil.example/intake/", b"/intake/../../evil", b"javascript:evil()"]


@cache
def one(text):
    """As it stands in an address; a megabyte takes its time, and each text is sent many times."""
    return quote_from_bytes(text, safe="")


def quoted(fields):
    return b"&".join(f"{name}={one(text)}".encode() for name, text in fields)


def test_no_date_of_birth_opens_it_or_breaks_it():
    """Each text as month, day and year; the tries that it counts are given back, so that the door stays as it was."""
    invitation, dice, found = invited(), Random(1), {}
    address = reverse("intake:open", args=[links.token(invitation)])
    for text in TEXTS:
        box = dice.choice(list(BOXES))
        fields = [(name, text if name == box else right.encode()) for name, right in BOXES.items()] + [(box, text)] * dice.randint(0, 2)
        answer = Client().generic("POST", address, quoted(fields), content_type="application/x-www-form-urlencoded")
        if answer.status_code != (400 if len(quoted(fields)) > 2 * 1024 * 1024 else 422):
            found[box, text[:40]] = answer.status_code
        Invitation.objects.update(tries=0)
    assert found == {}
    assert Invitation.objects.get().opened_at is None


def test_no_link_but_the_right_one_opens_anything():
    token, found = links.token(invited()), {}
    made_up = [
        *map(one, SHORT),
        token[:-1],
        token + "A",
        token.lower(),
        token + "%00",
        "%2e%2e",
        token * 20,
    ]
    for text in made_up:
        for method in ("GET", "POST"):
            answer = Client().generic(method, f"/i/{text}", quoted([(name, right.encode()) for name, right in BOXES.items()]), FORM)
            if answer.status_code not in ((404, 422) if method == "POST" else (200, 404)):
                found[method, text[:40]] = answer.status_code
    assert found == {}
    assert Invitation.objects.get().opened_at is None


PLACES = [
    "/intake/{}/",
    "/intake/medicines/{}/which/",
    "/intake/medicines/m-00000001/{}/",
    "/intake/medicines/{}/remove/",
    "/intake/{}/add/",
]
ASIDE = [
    "/intake/check/?{0}={0}",
    "/pause/?next={}",
    "/intake/medicines/m-00000001/remove/?then={}",
    "/intake/phq9/?check={}",
    "/help-now/?{}",
]


@pytest.mark.parametrize("way", [*PLACES, *ASIDE])
def test_no_address_breaks_anything(client, way):
    client.post(reverse("intake:open", args=[links.token(invited())]), BOXES)
    answers = {text: client.get(way.format(one(text))) for text in SHORT + ELSEWHERE}
    assert {text: answer.status_code for text, answer in answers.items() if answer.status_code not in (200, 302, 404)} == {}
    assert [text for text, answer in answers.items() if re.search(r"^[^?]*evil", answer.get("Location", ""))] == []
    assert [text for text, answer in answers.items() if re.search(r'(href|action)="[^"?]*evil', answer.content.decode())] == []
