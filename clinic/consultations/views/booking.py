"""Choosing a time: for a person who is ready, or a new one for a visit that is booked."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from audit.door import record
from clinic.access.roles import VISITS, StaffRequest, staff_only
from clinic.consultations import choosing, services
from clinic.consultations.errors import Refused, SlotTaken
from clinic.consultations.forms import TimeForm
from clinic.consultations.seen import as_seen
from clinic.consultations.times import nearest_first
from clinic.models import Consultation
from clinic.person import Person, person
from intake.http import SeeOther
from intake.models import Case

Act = Callable[..., Consultation]


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*VISITS)
def book(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """A first time for a person who is ready."""
    seen = Case.objects.visible_to(request.actor).select_related("data_key", "reviewer")
    case = get_object_or_404(seen, public_id=public_id)
    offer = choosing.offer(actor=request.actor, asked=request.GET, preferred=case.reviewer)
    page = {"case": case, "offer": offer, "bookable": _is_ready(request, case), "heading": _("Book a visit")}
    return _choose(request, page, _("Book this time"), services.book, case=case)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*VISITS)
def move(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Another time for a visit that is booked."""
    editable = Consultation.objects.visible_to(request.actor).editable_by(request.actor).select_related("case__data_key", "clinician")
    visit = get_object_or_404(editable, pk=pk, state=Consultation.State.BOOKED)
    minutes = int((visit.span.upper - visit.span.lower).total_seconds() // 60)
    offer = choosing.offer(actor=request.actor, asked=request.GET, preferred=visit.clinician, minutes=minutes)
    page = {"case": visit.case, "visit": visit, "offer": offer, "bookable": True, "heading": _("Move a visit")}
    return _choose(request, page, _("Move to this time"), services.move, consultation=as_seen(request, visit))


def _is_ready(request: StaffRequest, case: Case) -> bool:
    return Case.objects.visible_to(request.actor).ready_to_schedule().filter(pk=case.pk).exists()


def _choose(request: StaffRequest, page: dict[str, Any], button: str, act: Act, **what: Any) -> HttpResponse:
    """Show the free times; on a choice do it. Whoever comes too late gets the page again, the nearest times first."""
    offer: choosing.Offer = page["offer"]
    version, who = page["visit"].version if "visit" in page else 0, person(page["case"])
    posted = request.POST if request.method == "POST" else None
    form = TimeForm(posted, groups=offer.groups, hint=_told(who), button=button, version=version)
    status = 422 if form.is_bound or offer.form.errors else 200
    if form.is_valid() and offer.clinician and not offer.form.errors:
        try:
            visit = act(**what, clinician=offer.clinician, minutes=offer.minutes, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            status = _explain(form, offer, refusal)
        else:
            messages.success(request, _told(who))
            return SeeOther(reverse("clinic:consultation", args=[visit.pk]))
    return _page(request, page | {"form": form, "person": who}, status)


def _told(who: Person | None) -> str:
    """Who tells the patient: the program, or the person at the desk."""
    if who and who.email:
        return _("The patient gets a message at once, and a reminder on the day before.")
    return _("No mail address on file: tell the patient the time yourself.")


def _explain(form: TimeForm, offer: choosing.Offer, refusal: Refused) -> int:
    if isinstance(refusal, SlotTaken):
        form.offer(nearest_first(refusal.nearest, offer.groups))
    form.add_error("start", str(refusal))
    return refusal.status


@transaction.atomic
def _page(request: StaffRequest, page: dict[str, Any], status: int) -> HttpResponse:
    record(request.actor, "contact.read", case=page["case"].public_id)
    return render(request, "clinic/consultations/choose.html", page, status=status)
