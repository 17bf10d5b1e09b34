"""Two pages' worth: send me a code, and type it. Only for a browser that has opened the link with the right date of birth."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from intake.http import SeeOther
from intake.invitations.views import let_in
from intake.phone_code import services, waiting
from intake.phone_code.forms import CodeForm
from intake.phone_code.waiting import Waiting

View = Callable[[HttpRequest, Waiting], HttpResponse]


def who_waits(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Hand the view who waits, where a code can be sent; else answer with how to get in."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponse:
        found = waiting.of(request)
        if found is None or not services.number(found.invitation):
            return render(request, "intake/invitations/ended.html", {"unsaved": False}, status=403)
        return view(request, found)

    return guarded


@require_POST
@who_waits
def send_code(request: HttpRequest, who: Waiting) -> HttpResponse:
    """The same answer whether or not a text will come."""
    services.ask(invitation_id=who.invitation.pk, browser=who.browser)
    return SeeOther(reverse("intake:phone_code"))


@require_http_methods(["GET", "HEAD", "POST"])
@who_waits
def phone_code(request: HttpRequest, who: Waiting) -> HttpResponse:
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        opened = services.enter(invitation_id=who.invitation.pk, browser=who.browser, digits=form.cleaned_data["code"])
        if opened:
            return let_in(request, opened)
        form.refuse()
    shown = {"form": form, "ending": services.number(who.invitation)[-2:]}
    return render(request, "intake/phone_code/phone_code.html", shown, status=422 if form.is_bound else 200)
