"""What allauth's views need around them to answer as the rest of the house does."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.mfa.base import views as mfa
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import reverse

View = Callable[..., HttpResponse]


def unprocessable(view: View) -> View:
    """Answer 422 where a form came back with errors."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        form = (response.context_data or {}).get("form") if isinstance(response, TemplateResponse) else None
        if form is not None and form.errors:
            response.status_code = 422
        return response

    return answer


@unprocessable
def enter_code(request: HttpRequest) -> HttpResponse:
    """The second step. Without the field at all, allauth would look for a passkey, which nobody has here."""
    if request.method == "POST" and "code" not in request.POST:
        return HttpResponseRedirect(reverse("account_login"))
    return mfa.authenticate(request)


def overview(request: HttpRequest) -> HttpResponse:
    """Your sign-in: what you can change by yourself, and who helps with the rest."""
    return render(request, "mfa/index.html")


def gone(request: HttpRequest) -> HttpResponse:
    """A second factor is never switched off; allauth sends whoever has one here from the page that sets one up."""
    return HttpResponseRedirect(reverse("mfa_index"))
