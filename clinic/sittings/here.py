"""Who of the staff is at a form of the patient's pages, all the way in, by the same rules as on the pages of the clinic."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest
from django.urls import reverse

from audit.actor import Actor
from clinic.access import session
from desk.models import Staff
from intake.models import Case


def who(request: HttpRequest) -> Actor | None:
    """Signed in with the second factor, the session's clocks not run out, no password to renew first. Moves the idle clock on."""
    staff = request.user
    if not isinstance(staff, Staff) or session.over(request) or not session.proved(request):
        return None
    if staff.password_expires_at or not is_mfa_enabled(staff, [Authenticator.Type.TOTP]):
        return None
    session.touch(request)
    return staff.actor


def help_page(case: Case) -> str:
    return reverse("clinic:sitting_help", args=[case.public_id])
