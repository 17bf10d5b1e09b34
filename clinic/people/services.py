"""Who works here: take on, let go, bring back, help whoever lost their telephone."""

import datetime
import secrets
from typing import Protocol

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import transaction
from django.utils.timezone import now

from audit.actor import Actor
from audit.door import record
from desk.models import Staff

LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"  # none that look like another
ONE_TIME_PASSWORD_DAYS = 3


class Verb(Protocol):
    """What a page may do to an account. A one-time password comes back where there is a new one."""

    def __call__(self, *, staff: Staff, by: Actor) -> str | None: ...


class Refused(Exception):
    """Nobody does this to their own account: somebody must be left who can undo it."""


@transaction.atomic
def add(*, email: str, name: str, role: str, by: Actor) -> tuple[Staff, str]:
    """A new member of staff and their one-time password, which is known here and nowhere else."""
    password = one_time_password()
    staff = Staff.objects.create_user(email, password, name=name, role=role, password_expires_at=_expiry())
    record(by, "staff.added", about=staff.public_id, role=role)
    return staff, password


@transaction.atomic
def disable(*, staff: Staff, by: Actor) -> None:
    """Shut the account at once: the next request of every open session finds nobody."""
    _not_oneself(staff, by)
    staff.is_active = False
    staff.save(update_fields=["is_active"])
    record(by, "staff.disabled", about=staff.public_id)


@transaction.atomic
def enable(*, staff: Staff, by: Actor) -> None:
    staff.is_active = True
    staff.save(update_fields=["is_active"])
    record(by, "staff.enabled", about=staff.public_id)


@transaction.atomic
def reset_sign_in(*, staff: Staff, by: Actor) -> str:
    """Forget the second factor and the password, and with it every open session; return a one-time password.

    Both at once: a password alone must not be enough to set up somebody else's telephone.
    """
    _not_oneself(staff, by)
    password = one_time_password()
    staff.set_password(password)
    staff.password_expires_at = _expiry()
    staff.save(update_fields=["password", "password_expires_at"])
    Authenticator.objects.filter(user=staff).delete()
    record(by, "staff.sign_in_reset", about=staff.public_id)
    return password


@transaction.atomic
def set_up_second_factor(*, staff: Staff, by: Actor, secret: str = "") -> str:
    """Set the second factor up for somebody, as the command line and the demo do; the password counts as their own then."""
    secret = secret or generate_totp_secret()
    TOTP.activate(staff, secret)
    staff.password_expires_at = None
    staff.save(update_fields=["password_expires_at"])
    record(by, "staff.second_factor_added", about=staff.public_id, type="totp")
    return secret


def one_time_password() -> str:
    """Twenty letters in fives, near a hundred bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))


def _expiry() -> datetime.datetime:
    return now() + datetime.timedelta(days=ONE_TIME_PASSWORD_DAYS)


def _not_oneself(staff: Staff, by: Actor) -> None:
    if by == staff.actor:
        raise Refused
