"""The tests that the clinic asked this person for, and which of them it still waits for. No result is ever here."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from audit.door import record
from intake import patient
from intake.http import FormRequest
from intake.labs.own import labs_of
from intake.visit.own import visit_of


@require_safe
@patient.patient_session
@transaction.atomic
def labs(request: FormRequest) -> HttpResponse:
    """By name where this browser may see what the person wrote (ADR 5, 19); with link and birthday alone only how many."""
    case = request.case
    asked = labs_of(case)
    named = request.known
    record(case.patient, "labs.read_own", case=case.public_id, named=named)
    waits = [each for each in asked if not each.there]
    shown = {"asked": asked, "waits": len(waits), "named": named, "visit": bool(visit_of(case))}
    return render(request, "intake/labs/labs.html", shown)
