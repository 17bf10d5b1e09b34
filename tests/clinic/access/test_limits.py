"""Guessing stops; nobody outside can shut an account, and nobody's typing errors shut a colleague's."""

import datetime
from itertools import count

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory

from clinic.access import limits
from clinic.models import Tally
from tests.clinic.access.test_sign_in import CODE, enter, give, is_in
from tests.clinic.staff import PASSWORD, Staff, code, make

pytestmark = pytest.mark.django_db
HOME, ATTACKER, CLINIC = "203.0.113.5", "198.51.100.66", "192.0.2.10"
WRONG = "not-the-password-at-all"
SHUT = "Too many tries"
ADDRESSES = count(1)


def at(address: str) -> Client:
    return Client(REMOTE_ADDR=address)


def elsewhere() -> str:
    """An address nobody used yet."""
    return f"2001:db8:0:{next(ADDRESSES):x}::1"


def guesses(email: str, address: str, times: int = 5) -> list[str]:
    """Wrong passwords, and what each was told."""
    answers = [give(at(address), email, WRONG).content.decode() for _ in range(times)]
    return ["shut" if SHUT in answer else "wrong" for answer in answers]


def signs_in(staff: Staff, address: str, digits: str | None = None) -> bool:
    client = at(address)
    give(client, staff.email, PASSWORD)
    enter(client, digits or code(staff))
    return is_in(client)


def lead() -> Staff:
    return make("lead", password=PASSWORD)


def test_an_outsiders_guesses_shut_nobody_out() -> None:
    """The hole this file is about: the limit was an account's alone."""
    owner = lead()
    assert guesses(owner.email, ATTACKER, 12) == ["wrong"] * 5 + ["shut"] * 7
    assert signs_in(owner, HOME)


def test_the_right_password_is_not_tried_either_where_it_is_shut(clock) -> None:
    owner = lead()
    guesses(owner.email, ATTACKER)
    assert SHUT in give(at(ATTACKER), owner.email, PASSWORD).content.decode()
    clock.shift(datetime.timedelta(minutes=5))
    assert give(at(ATTACKER), owner.email, PASSWORD)["Location"] == CODE


def asked(email: str, address: str) -> bool:
    """Whether a wrong password would be tried, without the rest of the sign-in."""
    return limits.password(RequestFactory(REMOTE_ADDR=address).post("/"), email)


def test_fifty_people_behind_one_address_with_three_typing_errors_each() -> None:
    staff = [lead() for _ in range(50)]
    assert all(asked(person.email, CLINIC) for _ in range(3) for person in staff)
    assert all(asked(person.email, CLINIC) and not limits.password_was_right(here(), person.email) for person in staff)
    assert signs_in(staff[0], CLINIC)
    assert signs_in(staff[-1], CLINIC)


def here() -> HttpRequest:
    return RequestFactory(REMOTE_ADDR=CLINIC).post("/")


def test_one_password_tried_on_everybody_stops() -> None:
    told = [asked(f"nobody{number}@staff.test", ATTACKER) for number in range(202)]
    assert told == [True] * 200 + [False] * 2
    assert guesses("another@staff.test", ATTACKER, 1) == ["shut"]
    assert signs_in(lead(), HOME)


SAME_PLACE = [
    ("the next telephone in one network", "2001:db8:aa:bb::1", "2001:db8:aa:bb:1:2:3:4", ["shut"]),
    ("another network", "2001:db8:aa:bb::1", "2001:db8:aa:bc::1", ["wrong"]),
    ("the account in capitals", ATTACKER, ATTACKER, ["shut"]),
]


@pytest.mark.parametrize(("why", "first", "then", "told"), SAME_PLACE, ids=[row[0] for row in SAME_PLACE])
def test_what_is_the_same_account_from_the_same_place(why: str, first: str, then: str, told: list[str]) -> None:
    owner = lead()
    guesses(owner.email, first)
    assert guesses(f" {owner.email.upper()} ", then, 1) == told


def test_guessing_from_many_addresses_slows_and_still_shuts_nobody_out(clock) -> None:
    owner = lead()
    for _ in range(25):
        guesses(owner.email, elsewhere(), 1)
    late = elsewhere()
    assert guesses(owner.email, late, 3) == ["wrong", "shut", "shut"], "one a minute from each address now"
    assert signs_in(owner, HOME)
    clock.shift(60)
    assert guesses(owner.email, late, 2) == ["wrong", "shut"]


def test_a_right_password_gives_back_its_own_try_and_no_other() -> None:
    owner = lead()
    guesses(owner.email, HOME, 4)
    for _ in range(6):
        assert give(at(HOME), owner.email, PASSWORD)["Location"] == CODE
    assert guesses(owner.email, HOME, 2) == ["wrong", "shut"]


def test_an_account_that_is_not_there_is_counted_alike() -> None:
    owner = lead()
    assert guesses(owner.email, ATTACKER, 7) == guesses("nobody@staff.test", ATTACKER, 7)


def test_counts_outlive_the_cache_and_name_nobody() -> None:
    owner = lead()
    guesses(owner.email, ATTACKER)
    cache.clear()
    assert guesses(owner.email, ATTACKER, 1) == ["shut"]
    assert [row for row in Tally.objects.values_list("key", flat=True) if "@" in row or "." in row] == []


def test_what_ran_out_is_forgotten_when_somebody_signs_in(clock) -> None:
    guesses("nobody@staff.test", ATTACKER)
    clock.shift(datetime.timedelta(hours=2))
    assert signs_in(lead(), HOME)
    assert not Tally.objects.filter(until__lte=datetime.datetime.now(datetime.UTC)).exists()


def wrong_codes(staff: Staff, address: str, times: int) -> Client:
    client = at(address)
    give(client, staff.email, PASSWORD)
    for _ in range(times):
        client.told = enter(client, "000000").content.decode()
    return client


def test_five_wrong_codes_shut_the_second_step_there_and_not_elsewhere() -> None:
    owner = lead()
    assert "That code did not work" in wrong_codes(owner, ATTACKER, 5).told
    assert SHUT in wrong_codes(owner, ATTACKER, 1).told
    assert signs_in(owner, HOME)


def stolen_password(owner: Staff) -> None:
    """Somebody who has the password tries codes from many addresses."""
    for _ in range(limits.CODES_OF_STRANGERS.tries):
        wrong_codes(owner, elsewhere(), 1)


def test_codes_guessed_from_everywhere_stop() -> None:
    owner = lead()
    stolen_password(owner)
    assert "Somebody tried many codes" in wrong_codes(owner, elsewhere(), 1).told
    assert not signs_in(owner, elsewhere()), "a guess that is right by chance gets nobody in"


GETS_IN = [
    ("with a code, where they signed in before", HOME, False),
    ("with a recovery code, anywhere", "2001:db8:ffff::1", True),
]


@pytest.mark.parametrize(("why", "address", "recovery"), GETS_IN, ids=[row[0] for row in GETS_IN])
def test_and_the_person_gets_in(why: str, address: str, recovery: bool, clock) -> None:
    owner = lead()
    codes = RecoveryCodes.activate(owner).get_unused_codes()
    assert signs_in(owner, HOME)
    clock.shift(90)
    stolen_password(owner)
    assert signs_in(owner, address, codes[0] if recovery else None)


def test_after_an_hour_a_code_works_anywhere_again(clock) -> None:
    owner = lead()
    stolen_password(owner)
    clock.shift(datetime.timedelta(hours=1, seconds=1))
    assert signs_in(owner, elsewhere())


def test_recovery_codes_are_not_guessed_for_ever_either() -> None:
    owner = lead()
    for _ in range(limits.RECOVERY_CODES_OF_STRANGERS.tries):
        assert limits.RECOVERY_CODES_OF_STRANGERS.take(str(owner.public_id))
    client = at(elsewhere())
    give(client, owner.email, PASSWORD)
    assert "Somebody tried many codes" in enter(client, "00000000").content.decode()


FORGED = [
    ("no proxy of ours: the header is a stranger's", 0, ["shut"]),
    ("our proxy adds the last address: the one before is a stranger's", 1, ["shut"]),
]


@pytest.mark.parametrize(("why", "proxies", "told"), FORGED, ids=[row[0] for row in FORGED])
def test_a_forged_address_gives_no_new_tries(why: str, proxies: int, told: list[str], settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    owner = lead()
    for number in range(5):
        give(Client(REMOTE_ADDR=CLINIC, HTTP_X_FORWARDED_FOR=f"10.0.0.{number}, {ATTACKER}"), owner.email, WRONG)
    answer = give(Client(REMOTE_ADDR=CLINIC, HTTP_X_FORWARDED_FOR=f"10.0.0.9, {ATTACKER}"), owner.email, WRONG)
    assert SHUT in answer.content.decode()
