"""A caregiver's session: opened by their own link, good for their own page and nothing of the patient's."""

import time
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare, salted_hmac

from intake.models import Caregiver, Invitation
from intake.patient import ABSOLUTE_SECONDS, View, typed

KEY = "caregiver"


class CaregiverRequest(HttpRequest):
    """What a view behind `caregiver_only` gets."""

    invitation: Invitation
    caregiver: Caregiver
    mark: str


def begin(request: HttpRequest, invitation: Invitation) -> None:
    """A new session with nothing of the old one in it, whoever was here before."""
    request.session.flush()
    request.session[KEY] = {"invitation": str(invitation.pk), "opened_at": int(time.time())}


def caregiver_only(view: View) -> View:
    """Hand the view `request.invitation`; without a session answer with how to get back in, what was typed kept in the page."""

    @wraps(view)
    def guarded(request: CaregiverRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        invitation = _standing(request)
        caregiver = invitation.caregiver if invitation else None
        if not (invitation and caregiver) or not constant_time_compare(request.POST.get("form", mark(invitation)), mark(invitation)):
            return ended(request)
        request.invitation, request.caregiver, request.mark = invitation, caregiver, mark(invitation)
        return view(request, *args, **kwargs)

    return guarded


def mark(invitation: Invitation) -> str:
    """What the page carries, so that it can't be sent from another caregiver's session."""
    return salted_hmac("intake.caregiver.mark", str(invitation.pk), algorithm="sha256").hexdigest()[:16]


def ended(request: HttpRequest) -> HttpResponse:
    return render(request, "intake/caregivers/ended.html", {"sent": typed(request)}, status=403)


def _standing(request: HttpRequest) -> Invitation | None:
    ticket = request.session.get(KEY)
    if not ticket or time.time() - ticket["opened_at"] >= ABSOLUTE_SECONDS:
        return None
    living = Invitation.objects.standing().filter(
        pk=ticket["invitation"], caregiver__withdrawn_at__isnull=True, case__data_key__isnull=False
    )
    return living.select_related("caregiver__case__data_key").first()
