"""Long passwords, no composition rules; a one-time password is changed before anything else."""

import datetime

import pytest
from django.utils.timezone import now

from config import settings as shipped
from tests.clinic.staff import PASSWORD, make, signed_in

pytestmark = pytest.mark.django_db
RULES = [
    ("fourteen characters", "fernwillowotte", 422),
    ("fifteen characters, all small letters", "fernwillowotter", 302),
    ("sixty-four characters", "long enough " * 5 + "fern", 302),
    ("any alphabet, with spaces", "пятнадцать букв ива", 302),
    ("a well-known one", "1q2w3e4r5t6y7u8i9o0p", 422),
]


@pytest.mark.parametrize(("why", "new", "status"), RULES, ids=[row[0] for row in RULES])
def test_what_a_password_may_be(why: str, new: str, status: int) -> None:
    client = signed_in(make("lead", password=PASSWORD))
    answer = client.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer.status_code == status


def test_a_one_time_password_is_changed_first() -> None:
    lead = make("lead", password=PASSWORD)
    lead.password_expires_at = now() + datetime.timedelta(days=1)
    lead.save()
    client = signed_in(lead)
    assert client.get("/clinic/people/")["Location"] == "/accounts/password/"
    assert "one-time password" in client.get("/accounts/password/").content.decode()
    new = "a-brand-new-password-here"
    answer = client.post("/accounts/password/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert answer["Location"] == "/clinic/"
    assert client.get("/clinic/people/").status_code == 200
    lead.refresh_from_db()
    assert lead.password_expires_at is None


def test_the_present_password_is_asked_for() -> None:
    client = signed_in(make("lead", password=PASSWORD))
    new = "a-brand-new-password-here"
    answer = client.post("/accounts/password/", {"oldpassword": "not-it-at-all-no", "password1": new, "password2": new})
    assert "That is not your current password" in answer.content.decode()


def test_passwords_are_kept_by_argon2() -> None:
    """With nothing of ours about how hard it works: tests have it work little, in their own process alone."""
    assert make(password=PASSWORD).password.startswith("argon2$argon2id$")
    assert shipped.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]
