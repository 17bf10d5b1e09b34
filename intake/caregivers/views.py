"""The caregiver's own page, and the patient's page where they name one."""

from contextlib import suppress

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from intake import patient
from intake.caregivers import services, session
from intake.caregivers.forms import PermitForm, TellForm, TheirBirthdayForm
from intake.caregivers.opening import open_link
from intake.http import FormRequest, SeeOther
from intake.models import Caregiver
from intake.safety import rules


@require_http_methods(["GET", "HEAD", "POST"])
def caregiver_open(request: HttpRequest, token: str) -> HttpResponse:
    """GET and HEAD change nothing and say nothing. A POST tries the patient's date of birth."""
    form = TheirBirthdayForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        invitation = open_link(token=token, date_of_birth=form.cleaned_data["date_of_birth"])
        if invitation:
            session.begin(request, invitation)
            return SeeOther(reverse("intake:tell"))
        form.refuse()
    return render(request, "intake/caregivers/open.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@session.caregiver_only
def tell(request: session.CaregiverRequest) -> HttpResponse:
    """Their questions. A worry about safety is heard first, whatever else is wrong with the page."""
    invitation = request.invitation
    form = TellForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.worry:
        services.hear(caregiver=request.caregiver, worry=form.worry)
    if form.is_valid():
        try:
            services.tell(invitation=invitation, answers=form.cleaned_data, language=get_language() or "en")
        except services.LinkOver:
            return session.ended(request)
        return SeeOther(reverse("intake:worried" if rules.tier_of_caregiver(form.worry) else "intake:told_us"))
    if not form.is_bound and services.has_told(invitation):
        return redirect("intake:told_us")
    worried = form.is_bound and bool(rules.tier_of_caregiver(form.worry))
    return render(request, "intake/caregivers/tell.html", {"form": form, "worried": worried}, status=422 if form.is_bound else 200)


@require_safe
@session.caregiver_only
def worried(request: session.CaregiverRequest) -> HttpResponse:
    """Help first, for who is close to somebody who may not be safe."""
    return render(request, "intake/caregivers/worried.html")


@require_safe
@session.caregiver_only
def told_us(request: session.CaregiverRequest) -> HttpResponse:
    """Thanks, and nothing of what was told."""
    return render(request, "intake/caregivers/told_us.html")


@require_http_methods(["GET", "HEAD", "POST"])
@patient.patient_session
@transaction.atomic
def someone_close(request: FormRequest) -> HttpResponse:
    """The patient's permission: whom they named, or a form to name somebody, where this browser may see what they wrote (ADR 5)."""
    case, known = request.case, request.known
    form = PermitForm(request.POST if request.method == "POST" else None)
    if known and form.is_valid():
        with suppress(services.OneStands):  # another window was faster: the page shows whom they named there
            services.permit(case=case, person=form.person, by=None)
        return SeeOther(reverse("intake:someone_close"))
    named = Caregiver.objects.visible_to(request.actor).standing().select_related("case__data_key").first()
    shown = {"form": None if named or not known else form, "named": named, "known": known, "sent": bool(case.submission_id)}
    return render(request, "intake/caregivers/someone_close.html", shown, status=422 if form.is_bound else 200)


@require_POST
@patient.patient_session
def withdraw(request: FormRequest) -> HttpResponse:
    """Take it back. Without anybody named there is nothing to do."""
    named = Caregiver.objects.visible_to(request.actor).standing().select_related("case__data_key").first()
    if named:
        services.withdraw(caregiver=named, by=None)
    return SeeOther(reverse("intake:someone_close"))
