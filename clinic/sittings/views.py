"""Filling in a form for somebody: whom, how, and then the pages of the form itself."""

import uuid

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from audit.door import record
from clinic.access.roles import CLINICAL, StaffRequest, staff_only
from clinic.person import person
from clinic.sittings import listing
from clinic.sittings.entering import enter
from clinic.sittings.forms import SittingForm, SomebodyForm
from intake.http import SeeOther
from intake.invitations.ages import ADULT_YEARS
from intake.models import Case, SafetyEvent
from intake.questionnaire.agreement import in_language
from intake.sittings import door, services


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*CLINICAL)
@transaction.atomic
def sittings(request: StaffRequest) -> HttpResponse:
    """Somebody new who gets no link, and the forms that staff began."""
    form = SomebodyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        case = enter(**form.cleaned_data, by=request.actor)
        return SeeOther(reverse("clinic:sitting", args=[case.public_id]))
    shown = {"form": form, "rows": listing.rows(request.actor)}
    return render(request, "clinic/sittings/list.html", shown, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only(*CLINICAL)
@transaction.atomic
def sitting(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """How, and how they agreed; then to the pages of the form."""
    case = _find(request, public_id)
    who, asks = person(case), not services.has_agreed(case)
    minor = who is not None and who.age_years < ADULT_YEARS
    form = SittingForm(request.POST if request.method == "POST" else None, asks=asks, minor=minor)
    if form.is_valid():
        try:
            door.enter(request, services.begin(case=case, **form.cleaned_data, by=request.user))
        except services.SentMeanwhile:  # the person was faster: the record has it
            return SeeOther(reverse("clinic:record", args=[public_id]))
        return SeeOther(reverse("intake:home"))
    record(request.actor, "sitting.asked", case=case.public_id)
    words = in_language(case.language)
    shown = {"form": form, "person": who, "asks": asks, "words": words}
    return render(request, "clinic/sittings/sitting.html", shown, status=422 if form.is_bound else 200)


@require_POST
@staff_only(*CLINICAL)
def leave(request: StaffRequest) -> HttpResponse:
    """Shut the form in this browser. What was answered is kept."""
    door.leave(request)
    return SeeOther(reverse("clinic:sittings"))


@require_safe
@staff_only(*CLINICAL)
@transaction.atomic
def sitting_help(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """An answer says that the person may not be safe: what to do now, before the next question."""
    case = get_object_or_404(Case.objects.with_answers_for(request.actor).select_related("data_key"), public_id=public_id)
    events = SafetyEvent.objects.visible_to(request.actor).open().filter(case=case).order_by("-tier", "-created_at")
    record(request.actor, "record.read", case=case.public_id, page="sitting_help")
    onward = request.GET.get("next", "")
    home = reverse("intake:home")
    shown = {"person": person(case), "events": events, "next": onward if onward.startswith(home) and ".." not in onward else home}
    return render(request, "clinic/sittings/help.html", shown)


def _find(request: StaffRequest, public_id: uuid.UUID) -> Case:
    """A person whose form was not sent, and who was not erased."""
    cases = Case.objects.with_answers_for(request.actor).filter(submission__isnull=True, data_key__isnull=False)
    return get_object_or_404(cases.select_related("data_key"), public_id=public_id)
