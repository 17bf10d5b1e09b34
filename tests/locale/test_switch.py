"""Changing the language keeps everything else, and leads to no other site."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_the_page_comes_back_in_spanish() -> None:
    client = Client()
    answer = client.post("/language/", {"language": "es", "next": "/"})
    assert answer["Location"] == "/"
    page = client.get("/").content.decode()
    assert '<html lang="es"' in page
    assert "Antes de su cita" in page


def test_looking_changes_no_language() -> None:
    client = Client()
    client.get("/language/?language=es")
    assert '<html lang="en"' in client.get("/").content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.test/", "//evil.test", "javascript:alert(1)"])
def test_nobody_is_sent_to_another_site(elsewhere: str) -> None:
    assert Client().post("/language/", {"language": "es", "next": elsewhere})["Location"] == "/"


def test_a_language_that_we_do_not_speak_changes_nothing() -> None:
    client = Client()
    client.post("/language/", {"language": "xx", "next": "/"})
    assert '<html lang="en"' in client.get("/").content.decode()


def test_the_session_stays() -> None:
    client = Client()
    opened = client.session
    opened["patient"] = {"case": "x"}
    opened.save()
    client.post("/language/", {"language": "es", "next": "/"})
    assert client.session["patient"] == {"case": "x"}
