"""A session that ended while somebody typed costs them a sign-in and not a word."""

import datetime
import re
from html import unescape

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.utils.timezone import now

from clinic.access import sealing
from clinic.kept import services
from clinic.models import Review
from desk.models import Staff
from tests.clinic.factories import sent
from tests.clinic.review.test_sign import words
from tests.clinic.staff import PASSWORD, code, make, signed_in

pytestmark = pytest.mark.django_db
ADD, KEPT, HOME = "/clinic/people/add/", "/clinic/kept/", "/clinic/"
TYPED = {"name": "Canary <b>Ash</b>", "email": "canary@staff.test", "role": "clinician"}
QUARTER = datetime.timedelta(minutes=15)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(now().replace(second=10), tick=False) as traveller:
        yield traveller


def desk(role: str = "lead") -> Client:
    """A browser that is asked for the form's token like any other."""
    client = signed_in(make(role, password=PASSWORD))
    client.handler.enforce_csrf_checks = True
    client.token = unescape(re.search(r'csrfmiddlewaretoken" value="(\w+)"', client.get("/accounts/").content.decode())[1])
    return client


def post(client: Client, path: str, fields: dict[str, str], **headers: str):
    return client.post(path, fields | {"csrfmiddlewaretoken": client.token}, headers=headers)


def token(page: str) -> str:
    return re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]


def sign_in_again(client: Client, address: str, staff: Staff) -> str:
    """Password and code as the pages ask for them. Returns where that led."""
    answer = client.post(
        address, {"login": staff.email, "password": PASSWORD, "csrfmiddlewaretoken": token(client.get(address).content.decode())}
    )
    page = client.get(answer["Location"]).content.decode()
    return client.post(answer["Location"], {"code": code(staff), "csrfmiddlewaretoken": token(page)})["Location"]


def sent_again(client: Client):
    """Press "Send it now"."""
    page = client.get(KEPT).content.decode()
    shown = page[page.index("<dl") : page.index("Throw it away")]
    action = unescape(re.search(r'action="([^"]+)"', shown)[1])
    fields = dict(map(unescape, pair) for pair in re.findall(r'name="([^"]+)" value="([^"]*)"', shown))
    return client.post(action, fields)


def test_what_was_typed_comes_back_after_the_sign_in_and_is_sent_by_a_press(clock) -> None:
    client = desk()
    clock.shift(QUARTER)
    answer = post(client, ADD, TYPED)
    assert answer["Location"] == f"/accounts/login/?next={KEPT}"
    assert not Staff.objects.filter(email=TYPED["email"]).exists()
    assert "What you sent is kept" in client.get(answer["Location"]).content.decode()
    assert sign_in_again(client, answer["Location"], client.staff) == KEPT
    assert sent_again(client).status_code == 200
    assert Staff.objects.get(email=TYPED["email"]).name == TYPED["name"]
    assert services.find(client.staff) is None


def test_a_reviews_reason_is_never_lost(clock) -> None:
    case = sent()
    client = desk("clinician")
    fields = words(case, reason="Canary: two long trials,\nand the second on 200 mg.")
    clock.shift(QUARTER)
    answer = post(client, f"/clinic/review/{case.public_id}/sign/", fields, Referer=f"http://testserver/clinic/review/{case.public_id}/")
    sign_in_again(client, answer["Location"], client.staff)
    assert f'href="/clinic/review/{case.public_id}/"' in client.get(KEPT).content.decode()
    assert sent_again(client).status_code == 303
    assert Review.objects.get().words["reason"].splitlines() == fields["reason"].splitlines()


def keeps(client: Client, path: str = ADD, fields: dict[str, str] = TYPED, **headers: str) -> bool:
    post(client, path, fields, **headers)
    return services.find(client.staff) is not None


NOT_KEPT = [
    ("the session still lives", 0, ADD, TYPED),
    ("nothing was typed", 15, ADD, {}),
    ("a button was pressed, no more", 15, ADD, {"go": "", "id": "7d3ffb2e-0000-4000-8000-000000000007"}),
    ("a password, of all things", 15, "/accounts/password/", {"oldpassword": "Canary"}),
    ("more than any form of ours takes", 15, ADD, {"name": "x" * 250_000}),
]


@pytest.mark.parametrize(("why", "minutes", "path", "fields"), NOT_KEPT, ids=[row[0] for row in NOT_KEPT])
def test_nothing_is_kept_where(why: str, minutes: int, path: str, fields: dict[str, str], clock) -> None:
    client = desk()
    clock.shift(datetime.timedelta(minutes=minutes))
    assert not keeps(client, path, fields)


def test_another_site_plants_nothing(clock) -> None:
    client = desk()
    clock.shift(QUARTER)
    client.token = "x" * 64
    assert not keeps(client)


def test_a_session_without_its_second_factor_keeps_nothing() -> None:
    early = make("lead", password=PASSWORD, second_factor=False)
    client = Client()
    client.force_login(early)
    TOTP.activate(early, "JBSWY3DPEHPK3PXP")
    assert client.post(ADD, TYPED)["Location"].startswith("/accounts/login/?next=/clinic/")
    assert services.find(early) is None


def test_whoever_left_keeps_nothing(clock) -> None:
    client = desk()
    Staff.objects.filter(pk=client.staff.pk).update(is_active=False)
    assert not keeps(client)


def test_it_is_there_for_an_hour_and_for_one_person(clock) -> None:
    client, other = desk(), desk()
    clock.shift(QUARTER)
    assert keeps(client)
    assert services.find(other.staff) is None
    assert other.get(KEPT)["Location"].startswith("/accounts/login/"), "idle as long"
    clock.shift(datetime.timedelta(minutes=59))
    assert services.find(client.staff) is not None
    clock.shift(datetime.timedelta(minutes=2))
    assert services.find(client.staff) is None


def test_it_lies_sealed_and_opens_for_nobody_else(clock) -> None:
    client, other = desk(), make("lead")
    clock.shift(QUARTER)
    assert keeps(client)
    sealed = cache.get(f"kept-{client.staff.public_id}")
    assert "Canary" not in sealed
    cache.set(f"kept-{other.public_id}", sealed, 60)
    assert services.find(other) is None
    assert "Canary" in sealing.decrypt(sealed, f"kept|{client.staff.public_id}")


def test_the_page_shows_words_as_words_and_no_numbers(clock) -> None:
    client = desk()
    client.token = token(client.get("/accounts/").content.decode())
    services.keep_trusted(request_with(TYPED | {"review": "7d3ffb2e-0000-4000-8000-000000000007"}), client.staff)
    page = client.get(KEPT).content.decode()
    assert "Canary &lt;b&gt;Ash&lt;/b&gt;" in page
    assert "<dt>Review</dt>" not in page
    assert "no-store" in client.get(KEPT)["Cache-Control"]


def request_with(fields: dict[str, str]) -> HttpRequest:
    return RequestFactory().post(ADD, fields)


def test_it_can_be_thrown_away() -> None:
    client = desk()
    services.keep_trusted(request_with(TYPED), client.staff)
    client.token = token(client.get(KEPT).content.decode())
    assert post(client, KEPT, {})["Location"] == HOME
    assert client.get(KEPT)["Location"] == HOME


def test_a_form_that_is_refused_again_stays_kept() -> None:
    client = desk()
    services.keep_trusted(request_with(TYPED | {"role": "nobody"}), client.staff)
    assert sent_again(client).status_code == 422
    assert services.find(client.staff) is not None


ORIGINS = [
    ("a page of ours from before the sign-in", {"Origin": "http://testserver"}, True),
    ("another site", {"Origin": "http://evil.test"}, False),
    ("a browser that names no origin", {}, False),
]


@pytest.mark.parametrize(("why", "headers", "kept"), ORIGINS, ids=[row[0] for row in ORIGINS])
def test_a_form_from_before_the_last_sign_in(why: str, headers: dict[str, str], kept: bool) -> None:
    """Two windows, and the sign-in was in the other one: the form's token is no longer today's."""
    client = desk()
    client.token = "z" * 64
    answer = post(client, ADD, TYPED, **headers)
    assert (answer.status_code, answer.get("Location")) == ((303, KEPT) if kept else (403, None))
    assert (services.find(client.staff) is not None) is kept
    assert not Staff.objects.filter(email=TYPED["email"]).exists()
