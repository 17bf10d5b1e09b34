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
from clinic.days import in_reach
from clinic.models import Consultation
from clinic.models.consultation import ConsultationQuerySet
from desk.models import Staff
from intake import clock
from intake.models import Case

WEEK = 7 * DAY


@require_safe
@staff_only(*VISITS)
@transaction.atomic
def calendar(request: StaffRequest) -> HttpResponse:
    now = clock.now()
    staff = list(people.shown_to(request.actor))
    chosen = _chosen(request, staff)
    visits = Consultation.objects.visible_to(request.actor)
    shown = _weeks(request, visits, chosen, now) | {"staff": staff, "chosen": chosen}
    shown["unmarked"] = unmarked(visits.editable_by(request.actor))
    shown["ready"] = ready(Case.objects.visible_to(request.actor), now)
    shown["edits_hours"] = chosen is not None and people.hours_editable_by(request.actor).contains(chosen)
    record(request.actor, "calendar.read", visits=shown["week"].visits, ready=len(shown["ready"].people))
    return render(request, "clinic/consultations/calendar.html", shown)


def _weeks(request: StaffRequest, visits: ConsultationQuerySet, chosen: Staff | None, now: datetime.datetime) -> dict[str, Any]:
    """The week the address names; without one this week, or the next where nothing of this one lies ahead."""
    this = monday(timezone.localdate(now))
    first = _named_week(request) or this
    found = week(visits, clinician=chosen, first=first, now=now)
    if found.is_over(now) and "week" not in request.GET:
        first += WEEK
        found = week(visits, clinician=chosen, first=first, now=now)
    return {"week": found, "first": first, "last": first + WEEK - DAY, "earlier": first - WEEK, "later": first + WEEK, "this": this}


def _chosen(request: StaffRequest, staff: list[Staff]) -> Staff | None:
    """The clinician the address names; otherwise oneself, or the first there is."""
    if "clinician" not in request.GET:
        return people.usual(staff, request.user)
    found = next((one for one in staff if str(one.public_id) == request.GET["clinician"]), None)
    if found is None:
        raise Http404
    return found


def _named_week(request: StaffRequest) -> datetime.date | None:
    """The Monday of the week in the address."""
    if "week" not in request.GET:
        return None
    try:
        day = datetime.date.fromisoformat(request.GET["week"])
    except ValueError:
        raise Http404 from None
    if not in_reach(day):
        raise Http404
    return monday(day)
