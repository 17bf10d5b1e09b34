"""Signing in and what changes it, in the audit."""

from typing import Any

from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authentication_failed, authenticator_added, authenticator_used
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from audit.actor import system
from audit.door import record
from clinic.access import codes, session
from desk.models import Staff

DOOR = system("sign-in")


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Staff, **_: Any) -> None:
    session.begin(request, user)
    record(user.actor, "staff.signed_in", about=user.public_id, second_factor=session.proved(request))


@receiver(user_logged_out)
def signed_out(user: Staff | None, **_: Any) -> None:
    if user is not None:
        record(user.actor, "staff.signed_out", about=user.public_id)


@receiver(user_login_failed)
def refused(**_: Any) -> None:
    """Nothing of what was typed: it may be a password in the wrong box."""
    record(DOOR, "staff.refused", step="password")


@receiver(authentication_failed)
def wrong_code(user: Staff, **_: Any) -> None:
    record(DOOR, "staff.refused", about=user.public_id, step="second factor")


def tampered(user: Staff) -> None:
    """The sealed secret is not this person's, or was altered: somebody was at the table. A lead sets it up anew."""
    record(DOOR, "staff.second_factor_tampered", about=user.public_id)


@receiver(authenticator_added)
def second_factor_added(request: HttpRequest, user: Staff, authenticator: Authenticator, **_: Any) -> None:
    """The code that set it up has been shown in this session, and like every code it works once."""
    record(user.actor, "staff.second_factor_added", about=user.public_id, type=authenticator.type)
    if authenticator.type == Authenticator.Type.TOTP:
        codes.use(user, request.POST.get("code", ""))
        session.prove(request)


@receiver(authenticator_used)
def recovery_code_used(user: Staff, authenticator: Authenticator, **_: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        record(user.actor, "staff.recovery_code_used", about=user.public_id)


@receiver(password_changed)
def password_renewed(user: Staff, **_: Any) -> None:
    """The person's own password now: it does not run out."""
    user.password_expires_at = None
    user.save(update_fields=["password_expires_at"])
    record(user.actor, "staff.password_changed", about=user.public_id)
