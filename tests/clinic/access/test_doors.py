"""There is no other way in: the addresses below /accounts/ are counted, and flags in a URL mean nothing."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from tests.clinic.staff import make, signed_in

pytestmark = pytest.mark.django_db
ACCOUNT_PAGES = {
    "mfa_index", "account_login", "account_logout", "account_reauthenticate", "account_change_password",
    "mfa_authenticate", "mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
}  # fmt: skip
SHUT = ["account_signup", "account_reset_password", "account_email", "account_request_login_code", "mfa_reauthenticate", "mfa_add_webauthn"]
FLAGS = ["ignoreAuth=1", "debug=1", "admin=true", "role=lead", "mfa=off", "next=/clinic/", "_method=GET", "user=1"]


def test_the_account_pages_are_these() -> None:
    accounts = next(found for found in get_resolver().url_patterns if str(found.pattern) == "accounts/")
    assert {page.name for page in accounts.url_patterns} == ACCOUNT_PAGES


@pytest.mark.parametrize("name", SHUT)
def test_there_is_no_page_for(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


@pytest.mark.parametrize("path", ["signup/", "password/reset/", "email/", "login/code/", "2fa/", "confirm-email/"])
def test_the_usual_addresses_lead_nowhere(path: str) -> None:
    assert signed_in("lead").get(f"/accounts/{path}").status_code == 404


@pytest.mark.parametrize("flag", FLAGS)
def test_no_flag_in_an_address_opens_a_page(flag: str) -> None:
    for method in ("get", "post"):
        answer = getattr(Client(), method)(f"/clinic/people/?{flag}")
        assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=/clinic/people/")


def test_a_header_opens_no_page_either() -> None:
    forged = {"X-Forwarded-User": "lead", "Remote-User": "lead", "X-Original-Url": "/", "Authorization": "Basic bGVhZDpsZWFk"}
    assert Client().get("/clinic/people/", headers=forged).status_code == 302


def test_after_the_sign_in_nobody_is_sent_to_another_host() -> None:
    client = signed_in(make("lead"))
    answer = client.get("/accounts/login/?next=https://evil.test/")
    assert answer["Location"] == "/clinic/"


def test_a_second_factor_is_never_switched_off() -> None:
    client = signed_in("lead")
    for method in (client.get, client.post):
        assert method("/accounts/app/remove/")["Location"] == "/accounts/"
    assert client.get("/clinic/people/").status_code == 200


def test_new_recovery_codes_need_the_password_again() -> None:
    client = signed_in("lead")
    assert client.get("/accounts/recovery-codes/new/")["Location"].startswith("/accounts/reauthenticate/")
    assert client.get("/clinic/people/").status_code == 200
