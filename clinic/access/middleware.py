"""Staff pages open only to staff who showed their second factor in this session."""

from collections.abc import Callable
from urllib.parse import quote

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from clinic.access import session
from clinic.kept import services as kept

Handler = Callable[[HttpRequest], HttpResponse]
CLINIC = "/clinic/"
ACCOUNTS = "/accounts/"
# What each may open on the way in; everything else below the two addresses needs all of it.
ENTRANCE = ("account_login", "account_logout", "mfa_authenticate")
SETTING_UP = ("account_logout", "account_reauthenticate", "mfa_activate_totp")
RENEWING = ("account_logout", "account_change_password", "mfa_view_recovery_codes", "account_reauthenticate")


def second_factor(get_response: Handler) -> Handler:
    """Whoever is not all the way in is sent to the next thing to do; nothing of the page they asked for has run."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith((CLINIC, ACCOUNTS)):
            return get_response(request)
        elsewhere = _elsewhere(request)
        if elsewhere and elsewhere != request.path:
            return HttpResponseRedirect(elsewhere)
        return _sent(request, get_response(request))

    return answer


def _sent(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What had been kept was sent at last, and was taken."""
    if request.method == "POST" and "kept" in request.POST and response.status_code < 400:
        kept.forget(request.user)  # type: ignore[arg-type]
    return response


def _elsewhere(request: HttpRequest) -> str | None:
    """The address to go to first, or None."""
    if request.user.is_authenticated and (session.over(request) or _unproved(request)):
        return _end(request)
    if not request.user.is_authenticated:
        return None if _among(request, ENTRANCE) else _sign_in(request)
    if not is_mfa_enabled(request.user, [Authenticator.Type.TOTP]):
        return None if _among(request, SETTING_UP) else reverse("mfa_activate_totp")
    session.touch(request)
    if request.user.password_expires_at:
        return None if _among(request, RENEWING) else reverse("account_change_password")
    return None


def _end(request: HttpRequest) -> str | None:
    """Sign out. What was just sent to a page of the clinic's is kept for whoever signs in as the same person."""
    staff, whole = request.user, session.proved(request)
    back = whole and request.path.startswith(CLINIC) and kept.keep(request, staff)  # type: ignore[arg-type]
    logout(request)
    if back:
        messages.info(request, _("You were signed out. What you sent is kept for an hour: sign in, and it is on the next page."))
        return _sign_in(request, reverse("clinic:kept"))
    messages.info(request, _("You were signed out. Sign in to go on."))
    return None if _among(request, ENTRANCE) else _sign_in(request)


def _unproved(request: HttpRequest) -> bool:
    """There is a second factor, but it was not shown here: this session began before it was set up elsewhere."""
    return not session.proved(request) and is_mfa_enabled(request.user)


def _among(request: HttpRequest, names: tuple[str, ...]) -> bool:
    return request.path in {reverse(name) for name in names}


def _sign_in(request: HttpRequest, back: str = "") -> str:
    if not back and request.path.startswith(CLINIC):
        back = _page(request)
    return reverse("account_login") + (f"?next={quote(back)}" if back else "")


def _page(request: HttpRequest) -> str:
    """The page to come back to: for a button that was pressed, the one it stands on, since its own address may be no page."""
    came_from, here = request.headers.get("Referer", ""), f"{request.scheme}://{request.get_host()}"
    pressed = request.method == "POST" and came_from.startswith(here + CLINIC)
    return came_from.removeprefix(here).partition("?")[0] if pressed else request.path
