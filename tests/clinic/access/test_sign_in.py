"""Password and second factor, both, always, and no word about who works here."""

import datetime

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.utils.timezone import now

from audit.models import Entry
from tests.clinic import staff
from tests.clinic.staff import PASSWORD, code, make

pytestmark = pytest.mark.django_db
LOGIN, CODE, APP = "/accounts/login/", "/accounts/code/", "/accounts/app/"


def give(client: Client, email: str, password: str | None) -> object:
    return client.post(LOGIN, {"login": email} | ({} if password is None else {"password": password}))


def enter(client: Client, digits: str | None) -> object:
    return client.post(CODE, {} if digits is None else {"code": digits})


def is_in(client: Client) -> bool:
    return client.get("/clinic/people/").status_code == 200


PASSWORDS = {"right": PASSWORD, "wrong": "not-the-password-at-all", "empty": "", "missing": None, "right with a space": PASSWORD + " "}
CODES = {"right": "right", "wrong": "wrong", "empty": "", "missing": None}


@pytest.mark.parametrize("password", PASSWORDS)
@pytest.mark.parametrize("digits", CODES)
def test_only_both_open_the_door(password: str, digits: str) -> None:
    lead, client = make("lead", password=PASSWORD), Client()
    right = code(lead)
    shown = {"right": right, "wrong": f"{(int(right) + 1) % 10**6:06}"}
    give(client, lead.email, PASSWORDS[password])
    enter(client, shown.get(digits, CODES[digits]))
    assert is_in(client) is ((password, digits) == ("right", "right"))


def test_a_code_without_a_password_first_goes_to_the_sign_in() -> None:
    lead = make("lead", password=PASSWORD)
    answer = enter(Client(), code(lead))
    assert answer["Location"] == LOGIN


@pytest.mark.parametrize("later", [0, 29, 31, 49], ids=lambda seconds: f"{seconds} s later")
def test_a_code_works_once(later: int, clock) -> None:
    lead, first, second = make("lead", password=PASSWORD), Client(), Client()
    for client in (first, second):
        give(client, lead.email, PASSWORD)
    digits = code(lead)
    assert enter(first, digits).status_code == 302
    clock.shift(later)
    again = enter(second, digits)
    assert again.status_code == 422
    assert "each code works once" in again.content.decode()
    assert not is_in(second)
    clock.shift(90)
    assert enter(second, code(lead)).status_code == 302


AGES = [
    ("just changed", 20, 302),
    ("the one before, about to end", 49, 302),
    ("two changes ago", 50, 422),
    ("from a clock half a minute ahead", -30, 302),
    ("from a clock far ahead", -60, 422),
]


@pytest.mark.parametrize(("why", "seconds", "status"), AGES, ids=[row[0] for row in AGES])
def test_a_code_lives_a_period_to_each_side(why: str, seconds: int, status: int, clock) -> None:
    """The clock stands ten seconds into a period of thirty."""
    lead, client = make("lead", password=PASSWORD), Client()
    digits = code(lead)
    clock.shift(seconds)
    give(client, lead.email, PASSWORD)
    assert enter(client, digits).status_code == status


@pytest.mark.parametrize("again", ["{0} {1}", "{0}-{1}", " {0}{1} "])
def test_a_code_written_another_way_is_the_same_code(again: str) -> None:
    lead, first, second = make("lead", password=PASSWORD), Client(), Client()
    for client in (first, second):
        give(client, lead.email, PASSWORD)
    digits = code(lead)
    assert enter(first, f"{digits[:3]} {digits[3:]}").status_code == 302, "as many apps show it"
    assert enter(second, again.format(digits[:3], digits[3:])).status_code == 422


def test_another_persons_code_opens_nothing() -> None:
    lead, other, client = make("lead", password=PASSWORD), make("lead"), Client()
    give(client, lead.email, PASSWORD)
    assert enter(client, code(other)).status_code == 422


UNKNOWN = [
    ("nobody has this address", lambda lead: "nobody@staff.test", PASSWORD),
    ("the password is another", lambda lead: lead.email, "not-the-password-at-all"),
    ("the account is disabled", lambda lead: disabled(lead), PASSWORD),
    ("the one-time password is too old", lambda lead: late(lead), PASSWORD),
]


def disabled(lead: staff.Staff) -> str:
    lead.is_active = False
    lead.save()
    return lead.email


def late(lead: staff.Staff) -> str:
    lead.password_expires_at = now()
    lead.save()
    return lead.email


@pytest.mark.parametrize(("why", "address", "password"), UNKNOWN, ids=[row[0] for row in UNKNOWN])
def test_every_refusal_reads_the_same(why: str, address: object, password: str) -> None:
    answer = give(Client(), address(make("lead", password=PASSWORD)), password)
    assert answer.status_code == 422
    errors = answer.context["form"].errors
    assert errors == {"__all__": ["We don't know that email address with that password. Check both and try again."]}


def test_the_address_may_be_written_in_capitals() -> None:
    lead, client = make("lead", password=PASSWORD), Client()
    assert give(client, lead.email.upper(), PASSWORD)["Location"] == CODE


def test_five_wrong_passwords_shut_one_account_here_and_nobody_elses() -> None:
    lead, other = make("lead", password=PASSWORD), make("lead", password=PASSWORD)
    for _ in range(5):
        give(Client(), lead.email, "not-the-password-at-all")
    shut = give(Client(), lead.email, PASSWORD)
    assert shut.status_code == 422
    assert "Too many tries" in shut.content.decode()
    assert give(Client(), other.email, PASSWORD)["Location"] == CODE


def test_five_wrong_codes_shut_the_second_step(clock) -> None:
    lead, client = make("lead", password=PASSWORD), Client()
    give(client, lead.email, PASSWORD)
    for _ in range(5):
        assert enter(client, "000000").status_code == 422
    assert "Too many tries" in enter(client, code(lead)).content.decode()
    clock.shift(datetime.timedelta(minutes=6))
    assert enter(client, code(lead)).status_code == 302


def test_a_wrong_code_sets_nothing_up_and_keeps_the_key() -> None:
    lead, client = make("lead", password=PASSWORD, second_factor=False), Client()
    give(client, lead.email, PASSWORD)
    secret = client.get(APP).context["form"].secret
    answer = client.post(APP, {"code": "000000"})
    assert (answer.status_code, answer.context["form"].secret) == (422, secret)
    assert not Authenticator.objects.filter(user=lead).exists()


def test_a_session_from_before_the_second_factor_is_shut_when_one_is_set_up_elsewhere() -> None:
    lead, early = make("lead", password=PASSWORD, second_factor=False), Client()
    give(early, lead.email, PASSWORD)
    staff.TOTP.activate(lead, staff.generate_totp_secret())
    for address in ("/clinic/people/", "/accounts/recovery-codes/new/", "/accounts/password/"):
        assert early.get(address)["Location"].startswith(LOGIN), address


def test_refusals_are_audited_without_what_was_typed() -> None:
    give(Client(), "nobody@staff.test", "a-secret-in-the-wrong-box")
    entry = Entry.objects.get(action="staff.refused")
    assert (entry.about, entry.detail) == ("", {"step": "password"})
