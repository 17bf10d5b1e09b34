"""The staff's side of a safety event: look, take it on, close it with what came of it."""

import uuid
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from audit.door import record
from clinic.access.roles import CLINICAL, MANAGING, VISITS, StaffRequest, staff_only
from clinic.person import listed
from clinic.safety.event import page
from clinic.safety.forms import AttemptForm, ClosingForm, RaiseForm, ReadingForm
from clinic.safety.on_call import OnCallForm, arrived, places
from desk import work
from desk.escalation import drill
from desk.models import Task
from intake import clock
from intake.http import SeeOther
from intake.models import Case, SafetyClosing, SafetyEvent
from intake.safety.second_reader import NotYours, note_attempt, read_closing
from intake.safety.services import AlreadyClosed, close_event, raise_by_staff, task_key
from vault.seal import Erased


@require_safe
@staff_only(*CLINICAL)
@transaction.atomic
def safety(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """What was answered, whom to call, and how long it has waited."""
    return _show(request, _find(request, pk))


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def acknowledge(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody is on it; the first name stands."""
    tasks = Task.objects.visible_to(request.actor)
    work.acknowledge(task=get_object_or_404(tasks, key=task_key(_find(request, pk))), by=request.user)
    return SeeOther(reverse("clinic:safety", args=[pk]))


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def attempt(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """One try to reach the person."""
    event, form = _work_on(request, pk), AttemptForm(request.POST, now=clock.now())
    if not form.is_valid():
        return _show(request, event, attempt=form, status=422)
    note_attempt(event=event, **form.cleaned_data, by=request.user)
    return SeeOther(reverse("clinic:safety", args=[pk]))


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def close(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Close it, with an outcome and a note. If somebody did so first, their words are shown."""
    event = _work_on(request, pk)
    form = ClosingForm(request.POST, tier=event.tier)
    if not form.is_valid():
        return _show(request, event, closing=form, status=422)
    try:
        close_event(event=event, **form.cleaned_data, by=request.user)
    except AlreadyClosed:
        return _show(request, _find(request, pk), closing=form, status=409)
    return SeeOther(reverse("clinic:safety", args=[pk]))


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def read(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """The second person's word on how it was closed."""
    event, form = _work_on(request, pk), ReadingForm(request.POST)
    if not form.is_valid():
        return _show(request, event, reading=form, status=422)
    try:
        read_closing(closing=_closing(event), agreed=form.cleaned_data["agreed"] == "yes", note=form.cleaned_data["note"], by=request.user)
    except NotYours:
        return _show(request, _find(request, pk), reading=form, status=409)
    return SeeOther(reverse("clinic:safety", args=[pk]))


@staff_only(*VISITS)
@transaction.atomic
def raise_event(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """Somebody of the clinic heard or read that a person may not be safe."""
    case = get_object_or_404(
        Case.objects.visible_to(request.actor).select_related("data_key").filter(data_key__isnull=False), public_id=public_id
    )
    form = RaiseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        raise_by_staff(case=case, tier=int(form.cleaned_data["tier"]), reason=form.cleaned_data["reason"], by=request.user)
        messages.success(request, _("The safety event is open, and who is on call is being paged."))
        return SeeOther(reverse("clinic:queue"))
    return render(request, "clinic/safety/raise.html", {"form": form, "person": listed(case)}, status=422 if form.is_bound else 200)


def _work_on(request: StaffRequest, pk: uuid.UUID) -> SafetyEvent:
    """As `_find`, of a person who was not erased: nothing is written about anybody else."""
    event = _find(request, pk)
    if event.case.data_key is None:
        raise Erased
    return event


def _closing(event: SafetyEvent) -> SafetyClosing:
    if not hasattr(event, "closing"):
        raise Http404
    return event.closing


def _find(request: StaffRequest, pk: uuid.UUID) -> SafetyEvent:
    events = SafetyEvent.objects.visible_to(request.actor).select_related(
        "case__data_key", "closing__closed_by", "closing__reading__read_by"
    )
    return get_object_or_404(events, pk=pk)


def _show(request: StaffRequest, event: SafetyEvent, *, status: int = 200, **bound: Any) -> HttpResponse:
    now = clock.now()
    own = {"attempt": AttemptForm(now=now), "closing": ClosingForm(tier=event.tier), "reading": ReadingForm()} | bound
    for name, address in (("attempt", "note_attempt"), ("closing", "close_safety"), ("reading", "read_safety")):
        own[name].helper.form_action = reverse(f"clinic:{address}", args=[event.pk])
    record(request.actor, "record.read", case=event.case.public_id, about=event.pk, page="safety")
    stale = next(iter(bound), "") if status == 409 else ""
    shown = {"page": page(event, request.actor, now), "form": bound.get(next(iter(bound), "")), "stale": stale}
    return render(request, "clinic/safety/event.html", shown | {f"{name}_form": form for name, form in own.items()}, status=status)


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
