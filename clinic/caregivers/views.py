"""Whom a patient lets tell what they know: named, and taken back, as staff heard it."""

import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from audit.door import record
from clinic.access.roles import VISITS, StaffRequest, staff_only
from clinic.caregivers.forms import HeardForm
from clinic.person import person
from intake.caregivers import services
from intake.http import SeeOther
from intake.models import Caregiver, Case


@dataclass(frozen=True)
class Row:
    caregiver: Caregiver
    person: dict[str, Any]
    told_at: datetime | None


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*VISITS)
@transaction.atomic
def caregivers(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """Everybody who was named, and a form while nobody stands."""
    cases = Case.objects.visible_to(request.actor).select_related("data_key").filter(data_key__isnull=False)
    case = get_object_or_404(cases, public_id=public_id)
    form = HeardForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        with suppress(services.OneStands):  # somebody was faster: the page shows whom
            services.permit(case=case, person=form.person, by=request.user)
        return SeeOther(reverse("clinic:caregivers", args=[public_id]))
    rows = _rows(request, case)
    standing = any(row.caregiver.withdrawn_at is None for row in rows)
    record(request.actor, "caregivers.listed", case=public_id, rows=len(rows))
    shown = {"person": person(case), "rows": rows, "form": None if standing else form}
    return render(request, "clinic/caregivers/list.html", shown, status=422 if form.is_bound else 200)


@require_POST
@staff_only(*VISITS)
def withdraw_caregiver(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    caregiver = get_object_or_404(Caregiver.objects.visible_to(request.actor).select_related("case__data_key"), pk=pk)
    services.withdraw(caregiver=caregiver, by=request.user)
    return SeeOther(reverse("clinic:caregivers", args=[caregiver.case.public_id]))


def _rows(request: StaffRequest, case: Case) -> list[Row]:
    named = (
        Caregiver.objects.visible_to(request.actor).filter(case=case).select_related("permitted_by").annotate(told=Max("tellings__told_at"))
    )
    rows = []
    for caregiver in named.order_by("permitted_at"):
        caregiver.case = case
        rows.append(Row(caregiver, caregiver.person, caregiver.told))  # type: ignore[attr-defined]
    return rows
