"""How django-allauth serves a clinic: nobody signs up, everybody has a second factor, nothing tells who works here."""

import time
from io import BytesIO
from typing import Any

import qrcode
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from qrcode.image.svg import SvgPathFillImage

from clinic.access import limits, sealing
from clinic.access.owned import Owned
from desk.models import Staff

FRESH_SECONDS = 5 * 60


class StaffAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _("We don't know that email address with that password. Check both and try again."),
        "enter_current_password": _("That is not your current password. Try again."),
        "incorrect_password": _("That is not your password. Try again."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, then try again."),
        "too_many_codes": _(
            "Somebody tried many codes for this account. Use one of your recovery codes, sign in where you usually do,"
            " or wait an hour. Tell a lead: whoever it was has your password."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts are made by a lead or an administrator."""
        return False

    def is_ajax(self, request: HttpRequest) -> bool:
        """Pages only: a second way to answer would be a second thing to guard."""
        return False

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return self.get_login_redirect_url(request)

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Staff | None:
        """The member of staff, or None for every reason alike: unknown, wrong, disabled, one-time password too old."""
        staff = super().authenticate(request, **credentials)
        if staff is None or not may_sign_in(staff):
            return None
        limits.password_was_right(request, _account(credentials))
        return staff

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Our limits in place of allauth's, by which five tries from anywhere shut an account for everybody."""
        if not limits.password(request, _account(credentials)):
            raise self.validation_error("too_many_login_attempts")

    def reauthenticate(self, user: Staff, password: str) -> bool:
        """Passwords are checked through the same limits as at the sign-in."""
        return self.authenticate(self.request, email=user.email, password=password) == user

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask for the password again unless it was given within five minutes."""
        records = get_authentication_records(self.request, self.request.user)
        return not any(time.time() - record["at"] < FRESH_SECONDS for record in records if record["method"] == "password")

    def get_reauthentication_methods(self, user: Staff) -> list[dict[str, Any]]:
        """By password: a page left open for five minutes still has its second factor."""
        by_password = {"id": "reauthenticate", "description": _("Use your password"), "url": reverse("account_reauthenticate")}
        return [by_password] if user.is_authenticated else []


def _account(credentials: dict[str, Any]) -> str:
    """What was typed, whether anybody has that address or not."""
    return str(credentials.get("email", "")).strip().lower()


def may_sign_in(staff: Staff) -> bool:
    expires_at = staff.password_expires_at
    return staff.is_active and (expires_at is None or expires_at > now())


class StaffMFAAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That code did not work. Wait for the next one in your app; each code works once."),
    }

    def get_totp_label(self, user: Staff) -> str:
        return str(user.email)

    def build_totp_svg(self, url: str) -> str:
        """The QR code as an element for the page itself: our pages load no data: images."""
        out = BytesIO()
        qrcode.make(url, image_factory=SvgPathFillImage).save(out)
        svg = out.getvalue().decode()
        return mark_safe(svg[svg.index("<svg") :])  # noqa: S308  (drawn by us from numbers, no text of anybody's in it)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Nobody goes on with a password alone; a lost telephone is a lead's or an administrator's to reset."""
        return False

    def encrypt(self, text: str) -> str:
        """Seal for nobody yet; `owned` binds it to its row when that is saved."""
        return sealing.encrypt(text, sealing.NOBODY)

    def decrypt(self, encrypted_text: str) -> str:
        return sealing.decrypt(encrypted_text, encrypted_text.place if isinstance(encrypted_text, Owned) else sealing.NOBODY)
