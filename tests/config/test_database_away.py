"""With the database away, full, locked or read-only, a page says so soon, and gives back what was sent."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import unescape

import psycopg
import pytest
from django.db import DataError, IntegrityError, InterfaceError, InternalError, OperationalError, ProgrammingError, connection
from django.test import Client, RequestFactory

from config import trouble
from intake.invitations import links
from intake.models import Draft
from tests.clinic.staff import make, signed_in
from tests.intake.people import BOXES, invited

STEP = "/intake/about-you/"
TYPED = {"about_phone": "555 555 0123", "about_place": "Canary <b>Springs</b>", "rev": "0"}
SECONDS = 10


@pytest.fixture
def patient(own_database) -> Client:
    client = Client(raise_request_exception=False)
    client.post(f"/i/{links.token(invited())}", BOXES)
    return client


@pytest.fixture
def owner(own_database) -> Iterator[Callable[[str], None]]:
    """Says something to the server, from another database of it."""
    address = own_database.owner_url or own_database.url
    with psycopg.connect(address, dbname="postgres", autocommit=True) as line:
        name = own_database.name

        def say(statement: str) -> None:
            line.execute(statement.format(name=f'"{name}"'))

        yield say
        say("ALTER DATABASE {name} ALLOW_CONNECTIONS true")


CUT = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()
"""


def another() -> psycopg.Connection[tuple[object, ...]]:
    """A line of somebody else's with the application's rights."""
    given = connection.settings_dict
    return psycopg.connect(dbname=given["NAME"], user=given["USER"], password=given["PASSWORD"], host=given["HOST"], port=given["PORT"])


@contextmanager
def away(say: Callable[[str], None]) -> Iterator[None]:
    """Nobody gets in."""
    say("ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    connection.close()
    yield
    say("ALTER DATABASE {name} ALLOW_CONNECTIONS true")


@contextmanager
def cut(say: Callable[[str], None]) -> Iterator[None]:
    """The line this page asks over is gone while it asks."""
    connection.ensure_connection()
    with another() as line:
        line.execute(CUT)
    yield
    connection.close()  # as the web server does between two requests


@contextmanager
def read_only(say: Callable[[str], None]) -> Iterator[None]:
    say("ALTER DATABASE {name} SET default_transaction_read_only = on")
    connection.close()
    yield
    say("ALTER DATABASE {name} RESET default_transaction_read_only")
    connection.close()


@contextmanager
def locked(say: Callable[[str], None]) -> Iterator[None]:
    """Somebody else holds the table of drafts and does not let go."""
    with another() as line:
        line.execute("LOCK TABLE intake_draft")
        yield
        line.rollback()


FAULTS = [("away", away), ("read-only", read_only), ("cut", cut), ("locked", locked)]


@pytest.mark.parametrize(("why", "fault"), FAULTS, ids=[row[0] for row in FAULTS])
def test_what_a_patient_sends_is_not_lost_and_not_said_to_be_saved(why: str, fault, patient: Client, owner) -> None:
    began = time.monotonic()
    with fault(owner):
        answer = patient.post(STEP, TYPED)
    assert time.monotonic() - began < SECONDS
    page = answer.content.decode()
    assert (answer.status_code, answer["Retry-After"], answer["Cache-Control"]) == (503, "30", "no-store")
    assert "was not saved" in page
    assert "Canary &lt;b&gt;Springs&lt;/b&gt;" in page
    assert "about.place" not in Draft.objects.get().answers["answers"]
    fields = dict(map(unescape, pair) for pair in re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', page))
    again = patient.post(unescape(re.search(r'action="([^"]+)"', page)[1]), fields)
    assert again.status_code < 500
    assert Draft.objects.get().answers["answers"]["about.place"]["value"] == TYPED["about_place"]


@pytest.mark.parametrize(("why", "fault"), FAULTS[:2], ids=[row[0] for row in FAULTS[:2]])
def test_every_door_says_it_in_time(why: str, fault, own_database, owner) -> None:
    client = signed_in(make("lead"))
    client.raise_request_exception = False
    began = time.monotonic()
    with fault(owner):
        answers = {path: client.get(path) for path in ("/clinic/", "/clinic/people/", "/accounts/")}
        sign_in = Client(raise_request_exception=False).post("/accounts/login/", {"login": "a@b.test", "password": "Canary-in-the-box"})
        ready, alive, help_now = (Client(raise_request_exception=False).get(path) for path in ("/readyz", "/healthz", "/help-now/"))
    assert time.monotonic() - began < SECONDS
    if why == "away":
        assert {path: answer.status_code for path, answer in answers.items()} == dict.fromkeys(answers, 503)
    assert (sign_in.status_code, "Canary" in sign_in.content.decode()) == (503, False)
    assert (ready.status_code, ready.json()["database"], alive.status_code, help_now.status_code) == (503, False, 200, 200)
    assert client.get("/clinic/people/").status_code == 200, "and it is over when it is over"


READ_ONLY = InternalError("cannot execute")
READ_ONLY.__cause__ = psycopg.errors.ReadOnlySqlTransaction()
KINDS = [
    ("nobody there", OperationalError(), True),
    ("the line was cut", InterfaceError(), True),
    ("may only be read", READ_ONLY, True),
    ("another fault inside the database", InternalError(), False),
    ("a rule of ours was broken", IntegrityError(), False),
    ("no such column", ProgrammingError(), False),
    ("a number too large", DataError(), False),
    ("a fault of ours", RuntimeError(), False),
    ("nothing at all", None, False),
]


@pytest.mark.parametrize(("why", "error", "told"), KINDS, ids=[row[0] for row in KINDS])
def test_only_the_databases_trouble_is_called_so(why: str, error: BaseException | None, told: bool) -> None:
    assert trouble.is_database(error) is told


def fails() -> None:
    try:
        raise OperationalError
    except OperationalError:
        raise RuntimeError from None


def test_an_error_that_came_of_it_counts_too() -> None:
    with pytest.raises(RuntimeError) as caught:
        fails()
    assert trouble.is_database(caught.value)


GIVEN_BACK = [
    ("a form", STEP, {"a": "1"}, True),
    ("a password", "/accounts/login/", {"password": "Canary"}, False),
    ("far too much", STEP, {"a": "x" * 250_000}, False),
]


@pytest.mark.parametrize(("why", "path", "fields", "given"), GIVEN_BACK, ids=[row[0] for row in GIVEN_BACK])
def test_what_is_given_back(why: str, path: str, fields: dict[str, str], given: bool) -> None:
    page = trouble.unavailable(RequestFactory().post(path, fields)).content.decode()
    assert ('type="hidden"' in page, "was not saved" in page) == (given, True)


def test_a_page_that_was_only_looked_at_is_not_said_to_be_unsaved() -> None:
    page = trouble.unavailable(RequestFactory().get(STEP)).content.decode()
    assert "was not saved" not in page
    assert "load this page again" in page
