"""The staff's side of a safety event: look, take it on, close it with what came of it."""

import uuid

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from audit.door import record
from clinic.access.roles import CLINICAL, staff_only
from clinic.safety.event import page
from clinic.safety.forms import ClosingForm
from desk import work
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
