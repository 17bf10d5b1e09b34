"""The calendar: one clinician's week, and who is ready to be booked."""

import datetime
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from audit.door import record
from clinic.access.roles import VISITS, StaffRequest, staff_only
from clinic.consultations import people
from clinic.consultations.ready import ready, unmarked
from clinic.consultations.slots import DAY
from clinic.consultations.wall import monday
from clinic.consultations.week import week
from clinic.models import Consultation
from desk.models import Staff
from intake import clock
from intake.models import Case


@require_safe
@staff_only(*VISITS)
@transaction.atomic
def calendar(request: StaffRequest) -> HttpResponse:
    now = clock.now()
    today = timezone.localdate(now)
    staff = list(people.shown_to(request.actor))
    chosen, first = _chosen(request, staff), _week(request, today)
    shown: dict[str, Any] = {"staff": staff, "chosen": chosen, "first": first, "last": first + 6 * DAY}
    shown |= {"earlier": first - 7 * DAY, "later": first + 7 * DAY, "this_week": first == monday(today)}
    shown["unmarked"] = unmarked(Consultation.objects.visible_to(request.actor).editable_by(request.actor))
    shown["ready"] = ready(Case.objects.visible_to(request.actor), now)
    if chosen:
        shown["week"] = week(Consultation.objects.visible_to(request.actor), clinician=chosen, first=first, now=now)
        shown["edits_hours"] = people.hours_editable_by(request.actor).filter(pk=chosen.pk).exists()
    record(request.actor, "calendar.read", visits=shown["week"].visits if chosen else 0, ready=len(shown["ready"].people))
    return render(request, "clinic/consultations/calendar.html", shown)


def _chosen(request: StaffRequest, staff: list[Staff]) -> Staff | None:
    """The clinician the address names; otherwise oneself, or the first there is."""
    if "clinician" not in request.GET:
        return people.usual(staff, request.user)
    found = next((one for one in staff if str(one.public_id) == request.GET["clinician"]), None)
    if found is None:
        raise Http404
    return found


def _week(request: StaffRequest, today: datetime.date) -> datetime.date:
    """The Monday of the week that the address names, or of this one."""
    try:
        day = datetime.date.fromisoformat(request.GET.get("week", today.isoformat()))
    except ValueError:
        raise Http404 from None
    if not 2000 <= day.year <= 2200:
        raise Http404
    return monday(day)
