"""The person's own visit: when, whom to call, and the wish to move it. Nothing of why."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from audit.door import record
from intake import patient
from intake.http import FormRequest, SeeOther
from intake.labs.own import labs_of
from intake.visit import services
from intake.visit.own import visit_of


@require_safe
@patient.patient_session
@transaction.atomic
def visit(request: FormRequest) -> HttpResponse:
    """Day and time, or that there is none now."""
    case = request.case
    found = visit_of(case)
    record(case.patient, "visit.read", case=case.public_id, about=found.id if found else "")
    shown = {"visit": found, "asked": bool(found) and services.asked(case), "labs": bool(labs_of(case))}
    return render(request, "intake/visit/visit.html", shown)


@require_POST
@patient.patient_session
def ask_to_move(request: FormRequest) -> HttpResponse:
    """Staff call; the page then says so. Without a visit there is nothing to move."""
    case = request.case
    found = visit_of(case)
    if found:
        services.ask_to_move(case=case, visit=found.id, by=case.patient)
    return SeeOther(reverse("intake:visit"))
