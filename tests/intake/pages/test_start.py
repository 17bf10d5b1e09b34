"""The front door."""

import re

import pytest
from django.urls import reverse

from intake.invitations import links
from tests.intake.people import BOXES, invited


@pytest.mark.django_db
def test_it_says_what_this_is_and_how_to_get_in(client):
    page = client.get("/").content.decode()
    for words in ("Before your appointment", "(555) 555-0100", "/help-now/", "/accounts/login/"):
        assert words in page
    assert "demo" not in page.lower()


@pytest.mark.django_db
def test_the_demo_shows_its_ways_in(client, settings):
    settings.DEMO = True
    page = client.get("/").content.decode()
    assert "/demo/sign-in/" in page
    assert "/demo/outbox/" in page


@pytest.mark.django_db
def test_it_promises_the_minutes_that_the_form_then_asks(client):
    door = client.get("/").content.decode()
    client.post(reverse("intake:open", args=[links.token(invited())]), BOXES)
    home = client.get("/intake/").content.decode()
    assert re.findall(r"[Aa]bout (\d+) minutes", door) == re.findall(r"About (\d+) minutes left", home) != []
