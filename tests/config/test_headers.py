"""What every answer carries, errors too. To GET and POST of each role at each address tests/metatests/test_doors.py asks for it."""

import pytest
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.db import OperationalError
from django.test import Client
from django.urls import path

from config import urls as site
from intake.invitations import links
from tests.intake.people import BOXES
from tests.metatests import world
from tests.metatests.doors import addresses
from tests.metatests.headers import faults
from tests.metatests.test_doors import browser, invitation

pytestmark = pytest.mark.django_db


def suspicious(request):
    raise SuspiciousOperation


def broken(request):
    raise RuntimeError("Canary")


def away(request):
    raise OperationalError("Canary")


urlpatterns = [path("planted/400", suspicious), path("planted/500", broken), path("planted/503", away), *site.urlpatterns]
handler400, handler403, handler404, handler500 = site.handler400, site.handler403, site.handler404, site.handler500


@pytest.mark.parametrize("method", ["head", "options", "put", "patch", "delete", "trace"])
def test_every_answer_to_what_nobody_should_ask(method: str) -> None:
    """And nothing is done: none of them is a way round the form's token."""
    client, before = browser("lead"), world.digest()
    answers = {address.name: getattr(client, method)(address.path) for address in addresses()}
    assert {name: wrong for name, answer in answers.items() if (wrong := faults(answer))} == {}
    assert [name for name, answer in answers.items() if answer.status_code >= 500] == []
    assert {table for table, digest in world.digest().items() if digest != before[table]} <= {"audit.Entry"}, "looking is written down"


@pytest.mark.urls("tests.config.test_headers")
@pytest.mark.parametrize(
    ("where", "status"),
    [("/planted/400", 400), ("/planted/404", 404), ("/planted/500", 500), ("/planted/503", 503), ("/clinic/people/", 403)],
)
def test_every_error(where: str, status: int) -> None:
    client = browser("scheduler")
    client.raise_request_exception = False
    answer = client.get(where)
    assert (answer.status_code, faults(answer)) == (status, [])
    assert "Canary" not in answer.content.decode()


def test_a_form_without_its_token() -> None:
    answer = Client(enforce_csrf_checks=True).post("/accounts/login/", {"login": "x"})
    assert (answer.status_code, faults(answer)) == (403, [])


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1.evil.test", "localhost:80@evil.test", "", "127.0.0.1/evil"])
def test_a_forged_host_is_refused(host: str) -> None:
    answer = Client().get("/accounts/login/", headers={"Host": host}) if host else Client(SERVER_NAME="evil.test").get("/")
    assert (answer.status_code, faults(answer)) == (400, [])
    assert "evil" not in answer.content.decode()


def test_a_proxys_header_from_a_stranger_changes_no_link() -> None:
    forged = {"X-Forwarded-Host": "evil.test", "X-Forwarded-For": "1.2.3.4", "X-Forwarded-Proto": "https", "Forwarded": "host=evil.test"}
    assert "evil.test" not in Client().get("/accounts/login/", headers=forged).content.decode()


def test_no_cookie_is_set_by_looking_at_the_start_page() -> None:
    assert "session" not in Client().get("/").cookies


def test_cookies_are_for_us_alone() -> None:
    """Of a visitor, and of a patient who is let in."""
    client = Client()
    client.get("/accounts/login/")
    client.post(links.url(invitation()).removeprefix(settings.PUBLIC_URL), BOXES)
    found = {name.partition("-")[0]: cookie for name, cookie in client.cookies.items()}
    assert set(found) == {"csrf", "session", "language", "draft"}
    assert {
        name: told
        for name, each in found.items()
        if (told := (each["httponly"], each["samesite"], each["path"], each["domain"])) != (True, "Lax", "/", "")
    } == {}


def test_the_rule_finds_what_it_looks_for() -> None:
    answer = Client().get("/accounts/login/")
    answer["Content-Security-Policy"] += "; script-src 'unsafe-inline'"
    del answer["Cache-Control"]
    assert faults(answer) == ["Cache-Control", "unsafe"]
