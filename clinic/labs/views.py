"""Requesting and settling labs, from the record."""

import uuid

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from audit.door import record
from clinic.access.roles import CLINICAL, StaffRequest, staff_only
from clinic.labs import services
from clinic.labs.forms import LabsForm, blank
from clinic.models import LabRequest
from clinic.person import person
from intake.http import SeeOther
from intake.models import Case


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*CLINICAL)
@transaction.atomic
def request_labs(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """Choose labs for a case and ask for them."""
    cases = Case.objects.with_answers_for(request.actor).select_related("data_key")
    case = get_object_or_404(cases.filter(data_key__isnull=False), public_id=public_id)
    form = LabsForm(request.POST) if request.method == "POST" else blank()
    if form.is_valid():
        services.request_labs(case=case, labs=form.wanted, due_in_days=form.cleaned_data["due_in_days"], by=request.user)
        return SeeOther(reverse("clinic:record", args=[public_id]) + "#labs")
    record(request.actor, "record.read", case=public_id, page="labs")
    shown = {"form": form, "case": case, "person": person(case)}
    return render(request, "clinic/labs/request.html", shown, status=422 if form.is_bound else 200)


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def settle(request: StaffRequest, pk: uuid.UUID, state: str) -> HttpResponse:
    """The result is there, or the lab is no longer wanted."""
    found = get_object_or_404(LabRequest.objects.visible_to(request.actor).select_related("case"), pk=pk)
    services.settle(request=found, state=state, by=request.user)
    return SeeOther(reverse("clinic:record", args=[found.case.public_id]) + "#labs")
