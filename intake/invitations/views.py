"""The door: a neutral page for whoever has the link, and a form for the person it was meant for."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from intake import patient
from intake.http import SeeOther
from intake.invitations import devices, links
from intake.invitations.forms import BirthdayForm
from intake.invitations.opening import Opened, Refusal, open_invitation
from intake.models import Invitation
from intake.phone_code import services as phone_code
from intake.phone_code import waiting


@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """GET and HEAD change nothing and say nothing: mail scanners follow links. A POST tries a date of birth."""
    form = BirthdayForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        born = form.cleaned_data["date_of_birth"]
        outcome = open_invitation(token=token, date_of_birth=born, knows=lambda draft: devices.knows(request, draft))
        if isinstance(outcome, Opened):
            return let_in(request, outcome)
        if outcome is Refusal.OTHER_DEVICE:
            return _other_device(request, links.find(token))
        form.refuse()
    return render(request, "intake/invitations/open.html", {"form": form}, status=422 if form.is_bound else 200)


def _other_device(request: HttpRequest, invitation: Invitation | None) -> HttpResponse:
    """Where to go on, and a code to the number on file where one can be sent."""
    ending = phone_code.number(invitation)[-2:] if invitation else ""
    if invitation and ending:
        waiting.begin(request, invitation)
    return render(request, "intake/invitations/other_device.html", {"ending": ending}, status=403)


def let_in(request: HttpRequest, opened: Opened) -> HttpResponse:
    """A new session, and a redirect that takes the token out of the address bar. The person's older tabs can still be sent."""
    patient.begin(request, opened.invitation, known=opened.known, device=opened.mark)
    if devices.knows_others(request, opened.draft):
        rotate_token(request)  # a page of the other person, still open, must not land in this form
    response = SeeOther(reverse("intake:visit" if opened.invitation.purpose == Invitation.VISIT else "intake:home"))
    if opened.known:
        devices.remember(response, opened.draft, opened.mark)
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        language = opened.invitation.case.language
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax")
    return response
