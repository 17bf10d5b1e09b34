"""Help at once: for everybody, and for a person who has just said that they may not be safe."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from intake import patient
from intake.http import FormRequest, SeeOther, next_in_form
from intake.safety import second_stage, services
from intake.sittings import door

ACUTE_TIER = 3
WILL_CALL_TIER = 2  # from here on staff call the same day: only then may a page say so


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    """Works for everybody; who is filling in the form can also tell the clinic from here."""
    return render(request, "intake/safety/help_now.html", {"known": patient.case_of(request) is not None})


@require_safe
@patient.form_session
def after_item9(request: FormRequest) -> HttpResponse:
    """Help first, after an answer about death or self-harm; then the person chooses what comes next. Staff read what to do now."""
    if request.sitting:
        onward = second_stage.due(request.case) or next_in_form(request)
        return redirect(f"{door.help_page(request.case)}?{urlencode({'next': onward})}")
    acute = request.case.open_tier == ACUTE_TIER
    shown = {"will_call": _will_call(request), "next": second_stage.due(request.case) or next_in_form(request)}
    return render(request, "intake/safety/told.html" if acute else "intake/safety/after_item9.html", shown)


@require_POST
@patient.patient_session
def not_safe(request: FormRequest) -> HttpResponse:
    services.not_safe(case=request.case, by=request.actor)
    return SeeOther(reverse("intake:told"))


@require_POST
@patient.patient_session
def call_me(request: FormRequest) -> HttpResponse:
    services.ask_for_call(case=request.case, by=request.actor)
    return SeeOther(reverse("intake:call_noted"))


@require_safe
@patient.patient_session
def told(request: FormRequest) -> HttpResponse:
    return render(request, "intake/safety/told.html", {"will_call": _will_call(request), "next": reverse("intake:home")})


@require_safe
@patient.patient_session
def call_noted(request: FormRequest) -> HttpResponse:
    return render(request, "intake/safety/call_noted.html")


def _will_call(request: FormRequest) -> bool:
    return bool(request.case.open_tier >= WILL_CALL_TIER)
