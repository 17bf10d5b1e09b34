"""One visit: when, with whom, what the patient was told; calling it off; saying whether they came."""

import uuid
from typing import Any

from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from audit.door import record
from clinic.access.roles import VISITS, StaffRequest, staff_only
from clinic.consultations import services
from clinic.consultations.errors import Refused
from clinic.consultations.forms import CancelForm
from clinic.consultations.seen import as_seen
from clinic.models import Consultation
from clinic.person import person
from clinic.reminders import listing
from desk.models import Message
from intake import clock
from intake.http import SeeOther


@require_safe
@staff_only(*VISITS)
def consultation(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    return _page(request, pk)


@require_POST
@staff_only(*VISITS)
def cancel(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    form = CancelForm(request.POST, version=0)
    if not form.is_valid():
        return _page(request, pk, posted=request.POST, status=422)
    return _do(request, pk, services.cancel, reason=form.cleaned_data["reason"])


@require_POST
@staff_only(*VISITS)
def mark(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """`came` is yes or no; anything else is no answer."""
    came = {"yes": True, "no": False}.get(request.POST.get("came", ""))
    if came is None:
        return _page(request, pk, status=422)
    return _do(request, pk, services.mark, attended=came)


def _do(request: StaffRequest, pk: uuid.UUID, act: Any, **how: Any) -> HttpResponse:
    editable = Consultation.objects.visible_to(request.actor).editable_by(request.actor)
    visit = get_object_or_404(editable, pk=pk)
    try:
        act(consultation=as_seen(request, visit), by=request.user, **how)
    except Refused as refusal:
        return _page(request, pk, refusal=refusal, status=refusal.status)
    return SeeOther(reverse("clinic:consultation", args=[pk]))


@transaction.atomic
def _page(request: StaffRequest, pk: uuid.UUID, *, posted: QueryDict | None = None, status: int = 200, **more: Any) -> HttpResponse:
    visible = Consultation.objects.visible_to(request.actor)
    visit = get_object_or_404(visible.select_related("case__data_key", "clinician", "booked_by"), pk=pk)
    mine = visible.editable_by(request.actor).filter(pk=pk, state=Consultation.State.BOOKED).exists()
    begun = visit.span.lower <= clock.now()
    told = Message.objects.visible_to(request.actor).filter(subject=visit.pk).order_by("created_at", "due_at")
    record(request.actor, "contact.read", case=visit.case.public_id, about=visit.pk)
    shown = {"visit": visit, "person": person(visit.case), "lines": listing.lines(told), "may_mark": mine and begun}
    shown |= {
        "may_change": mine and not begun,
        "form": CancelForm(posted, version=visit.version, action=reverse("clinic:cancel_consultation", args=[pk])),
    }
    return render(request, "clinic/consultations/visit.html", shown | more, status=status)
