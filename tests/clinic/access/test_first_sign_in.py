"""The first sign-in sets the second factor up. What follows its commit counts, so each test has its own database."""

from types import SimpleNamespace

from allauth.mfa.models import Authenticator
from django.test import Client

from audit.models import Entry
from tests.clinic import staff
from tests.clinic.access.test_sign_in import APP, enter, give, is_in
from tests.clinic.staff import PASSWORD, code, make


def test_a_recovery_code_works_in_place_of_the_app_once(own_database) -> None:
    lead, client = first_sign_in()
    recovery = Authenticator.objects.get(user=lead, type="recovery_codes").wrap().get_unused_codes()[0]
    for outcome in (302, 422):
        client = Client()
        give(client, lead.email, PASSWORD)
        assert enter(client, recovery).status_code == outcome
    assert Entry.objects.filter(action="staff.recovery_code_used", about=str(lead.public_id)).count() == 1


def first_sign_in() -> tuple[staff.Staff, Client]:
    """A new member of staff sets up the app at the first sign-in."""
    lead, client = make("lead", password=PASSWORD, second_factor=False), Client()
    assert give(client, lead.email, PASSWORD)["Location"] == "/clinic/"
    assert client.get("/clinic/people/")["Location"] == APP
    page = client.get(APP)
    secret = page.context["form"].secret
    assert f"<code>{secret}</code>" in page.content.decode()
    assert client.post(APP, {"code": code(SimpleNamespace(totp_secret=secret))})["Location"] == "/accounts/recovery-codes/"
    lead.totp_secret = secret
    return lead, client


def test_the_first_sign_in_sets_up_the_app_and_goes_on(own_database) -> None:
    lead, client = first_sign_in()
    assert client.get("/accounts/recovery-codes/").status_code == 200
    assert is_in(client)


def test_the_code_that_set_up_the_app_does_not_sign_in_too(own_database) -> None:
    lead, _ = first_sign_in()
    thief = Client()
    give(thief, lead.email, PASSWORD)
    assert enter(thief, code(lead)).status_code == 422


def test_secrets_of_second_factors_are_sealed(own_database) -> None:
    lead, _ = first_sign_in()
    kept = " ".join(str(found.data) for found in Authenticator.objects.filter(user=lead))
    assert lead.totp_secret not in kept
