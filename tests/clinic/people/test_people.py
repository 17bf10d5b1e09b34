"""Taking on, letting go, bringing back, resetting: by leads and administrators, seen in the audit."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.test import Client

from audit.models import Entry
from desk.models import Staff
from tests.clinic.staff import PASSWORD, make, signed_in

pytestmark = pytest.mark.django_db
NEW = {"name": "Ash Rowan", "email": "Ash.Rowan@staff.test", "role": "scheduler"}


@pytest.mark.parametrize("role", ["lead", "administrator"])
def test_someone_is_added_with_a_password_that_is_shown_once(role: str) -> None:
    client = signed_in(role)
    page = client.post("/clinic/people/add/", NEW)
    added = Staff.objects.get(email="ash.rowan@staff.test")
    password = page.context["password"]
    assert password in page.content.decode()
    assert added.check_password(password)
    assert len(password) >= 15
    assert added.password_expires_at
    assert password not in client.get(f"/clinic/people/{added.public_id}/").content.decode()
    entry = Entry.objects.get(action="staff.added")
    assert (entry.actor_id, entry.about, entry.detail) == (str(client.staff.public_id), str(added.public_id), {"role": "scheduler"})


WRONG = [
    ("no name", {"name": ""}, "Enter the person&#x27;s name."),
    ("no address", {"email": ""}, "Enter an email address."),
    ("not an address", {"email": "ash"}, "Enter an email address, like"),
    ("no role", {"role": ""}, "Choose a role."),
    ("a role that is not", {"role": "owner"}, "Choose a role."),
]


@pytest.mark.parametrize(("why", "change", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_said(why: str, change: dict[str, str], says: str) -> None:
    page = signed_in("lead").post("/clinic/people/add/", NEW | change)
    assert page.status_code == 422
    assert says in page.content.decode()
    assert not Staff.objects.filter(name="Ash Rowan").exists()


def test_nobody_is_added_twice() -> None:
    client = signed_in("lead")
    assert [client.post("/clinic/people/add/", NEW).status_code for _ in range(2)] == [200, 422]


def test_disabling_cuts_off_and_enabling_brings_back() -> None:
    lead, other = signed_in("lead"), signed_in("lead")
    address = f"/clinic/people/{other.staff.public_id}/"
    for act, status in (("disable", 302), ("enable", 200)):
        assert lead.post(f"{address}{act}/")["Location"] == address
        assert other.get("/clinic/people/").status_code == status
        assert Entry.objects.filter(action=f"staff.{act}d", about=str(other.staff.public_id)).exists()


def test_a_reset_forgets_both_factors_and_ends_sessions() -> None:
    gone = make("lead", password=PASSWORD)
    thief, lead = signed_in(gone), signed_in("lead")
    password = lead.post(f"/clinic/people/{gone.public_id}/reset/").context["password"]
    assert not Authenticator.objects.filter(user=gone).exists()
    assert thief.get("/clinic/people/")["Location"].startswith("/accounts/login/")
    client = Client()
    assert client.post("/accounts/login/", {"login": gone.email, "password": password}).status_code == 302
    assert client.get("/clinic/people/")["Location"] == "/accounts/app/"


@pytest.mark.parametrize("act", ["disable", "reset"])
def test_nobody_does_it_to_themselves(act: str) -> None:
    lead = signed_in("lead")
    page = lead.post(f"/clinic/people/{lead.staff.public_id}/{act}/")
    assert page.status_code == 409
    assert "Somebody else must" in page.content.decode()
    assert lead.get("/clinic/people/").status_code == 200


def test_a_link_changes_nothing() -> None:
    lead, other = signed_in("lead"), make()
    for act in ("disable", "enable", "reset"):
        assert lead.get(f"/clinic/people/{other.public_id}/{act}/").status_code == 405


def test_the_list_asks_the_same_number_of_questions_however_many_work_here(django_assert_max_num_queries) -> None:
    lead = signed_in("lead")
    for _ in range(10):
        make()
    with django_assert_max_num_queries(6):
        page = lead.get("/clinic/people/")
    assert page.content.decode().count("Set up") == 11


def test_the_command_prints_a_one_time_password(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("add_staff", email="first@staff.test", name="First", role="lead")
    first = Staff.objects.get(email="first@staff.test")
    assert first.check_password(capsys.readouterr().out.split("password ")[1].split(",")[0])
    assert first.password_expires_at


def test_the_command_sets_everything_up_for_scripts(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("add_staff", email="j@staff.test", name="J", role="clinician", json=True)
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"email", "password", "totp_secret"}
    assert Staff.objects.get(email="j@staff.test").password_expires_at is None
    with pytest.raises(CommandError, match="already"):
        call_command("add_staff", email="J@staff.test", name="J", role="clinician")
