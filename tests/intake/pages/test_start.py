"""The front door."""

import pytest


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
