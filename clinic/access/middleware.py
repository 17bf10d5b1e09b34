"""Staff pages open only to staff who signed in with a second factor."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

GUARDED = "/clinic/"


def second_factor(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Nobody signed in: to the sign-in. Signed in without a second factor set up: to setting it up."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(GUARDED):
            if not request.user.is_authenticated:
                return HttpResponseRedirect(f"{reverse('account_login')}?next={request.path}")
            if not is_mfa_enabled(request.user):
                return HttpResponseRedirect(reverse("mfa_activate_totp"))
        return get_response(request)

    return answer
