"""The staff's side of a safety event: look, take it on, close it with what came of it."""

import uuid
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from audit.door import record
from clinic.access.roles import CLINICAL, MANAGING, StaffRequest, staff_only
from clinic.safety.event import page
from clinic.safety.forms import ClosingForm
from clinic.safety.on_call import OnCallForm, arrived, places
from desk import work
from desk.escalation import drill
from desk.models import Task
from intake import clock
from intake.http import SeeOther
from intake.models import SafetyEvent
from intake.safety.services import AlreadyClosed, close_event, task_key


@require_safe
@staff_only(*CLINICAL)
@transaction.atomic
def safety(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """What was answered, whom to call, and how long it has waited."""
    return _show(request, _find(request, pk), ClosingForm())


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def acknowledge(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody is on it; the first name stands."""
    tasks = Task.objects.visible_to(request.actor)  # type: ignore[attr-defined]
    work.acknowledge(task=get_object_or_404(tasks, key=task_key(_find(request, pk))), by=request.user)  # type: ignore[arg-type]
    return SeeOther(reverse("clinic:safety", args=[pk]))


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def close(request: HttpRequest, pk: uuid.UUID) -> HttpResponse:
    """Close it, with an outcome and a note. If somebody did so first, their words are shown."""
    event, form = _find(request, pk), ClosingForm(request.POST)
    if not form.is_valid():
        return _show(request, event, form, status=422)
    try:
        close_event(event=event, **form.cleaned_data, by=request.user)  # type: ignore[arg-type]
    except AlreadyClosed:
        return _show(request, _find(request, pk), form, status=409)
    return SeeOther(reverse("clinic:safety", args=[pk]))


def _find(request: HttpRequest, pk: uuid.UUID) -> SafetyEvent:
    events = SafetyEvent.objects.visible_to(request.actor).select_related("case__data_key", "closing__closed_by")  # type: ignore[attr-defined]
    return get_object_or_404(events, pk=pk)


def _show(request: HttpRequest, event: SafetyEvent, form: ClosingForm, status: int = 200) -> HttpResponse:
    form.helper.form_action = reverse("clinic:close_safety", args=[event.pk])
    record(request.actor, "record.read", case=event.case.public_id, about=event.pk, page="safety")  # type: ignore[attr-defined]
    shown = {"page": page(event, request.actor, clock.now()), "form": form, "stale": status == 409}  # type: ignore[attr-defined]
    return render(request, "clinic/safety/event.html", shown, status=status)


@require_safe
@staff_only(*CLINICAL, "administrator")
@transaction.atomic
def on_call(request: StaffRequest) -> HttpResponse:
    """Who is paged, and whether the last test arrived."""
    shown: dict[str, Any] = {"places": places(request.actor), "drill": drill.last(), "fallback": settings.ON_CALL_MAIL}
    shown |= {"confirms": request.actor.sees_answers, "changes": request.actor.manages}
    return render(request, "clinic/safety/on_call.html", shown)


@staff_only(*MANAGING)
def change_on_call(request: StaffRequest) -> HttpResponse:
    form = OnCallForm(request.POST if request.method == "POST" else None, actor=request.actor)
    if form.is_valid():
        form.save(by=request.user)
        return SeeOther(reverse("clinic:on_call"))
    return render(request, "clinic/safety/change_on_call.html", {"form": form}, status=422 if form.is_bound else 200)


@require_POST
@staff_only(*CLINICAL)
def test_arrived(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """A person got the daily test and says so."""
    if not arrived(pk, actor=request.actor, by=request.user):
        raise Http404
    return SeeOther(reverse("clinic:on_call"))
