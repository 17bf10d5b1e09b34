"""The first page of each role, and the buttons on its tasks."""

import uuid
from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from audit.actor import Actor
from audit.door import record
from clinic.access.roles import VISITS, StaffRequest, staff_only
from clinic.queue import order, panel, scheduling
from clinic.queue.forms import FilterForm
from clinic.queue.rows import rows
from clinic.safety.on_call import problems
from desk import work
from desk.models import Task
from desk.models.task import OF_SAFETY
from intake import clock
from intake.http import SeeOther
from intake.models import Case
from intake.models.case import CaseQuerySet

PAGE = 30


@require_safe
@staff_only(*VISITS, "administrator")
@transaction.atomic
def queue(request: StaffRequest) -> HttpResponse:
    """Clinicians see whom to look at next, schedulers whom to book; an administrator has no patients."""
    actor: Actor = request.actor
    if actor.sees_answers:
        return _clinical(request, actor)
    return _scheduling(request, actor) if actor.schedules else redirect("clinic:people")


def _clinical(request: StaffRequest, actor: Actor) -> HttpResponse:
    now, form = clock.now(), FilterForm(request.GET)
    sent = Case.objects.with_answers_for(actor).filter(submitted_at__isnull=False).select_related("data_key", "reviewer")
    found = order.in_order(form.narrow(sent, actor), after=_after(request, sent), limit=PAGE + 1)
    alarms, todos = panel.alarms(actor, now), panel.todos(actor)
    record(actor, "queue.read", rows=len(found[:PAGE]), alarms=len(alarms.lines) + alarms.more)
    shown: dict[str, Any] = {
        "form": form,
        "rows": rows(found[:PAGE], actor=actor, now=now),
        "alarms": alarms,
        "todos": todos,
        "records": True,
        "paging": problems(actor, now) if actor.manages else [],
    }
    shown |= _paging(request, found)
    return render(request, "clinic/queue/clinical.html", shown, status=200 if form.is_valid() else 422)


def _scheduling(request: StaffRequest, actor: Actor) -> HttpResponse:
    now, tab = clock.now(), request.GET.get("show", scheduling.READY)
    if tab not in scheduling.TABS:
        raise Http404
    cases = Case.objects.visible_to(actor).select_related("data_key")
    found = scheduling.in_order(cases, tab, after=_after(request, cases), limit=PAGE + 1)
    record(actor, "queue.read", rows=len(found[:PAGE]), show=tab)
    tabs = [(word, label, word == tab) for word, (label, _which, _since) in scheduling.TABS.items()]
    shown: dict[str, Any] = {"tabs": tabs, "tab": tab, "lines": scheduling.lines(found[:PAGE], tab, now), "todos": panel.todos(actor)}
    return render(request, "clinic/queue/scheduling.html", shown | _paging(request, found))


@require_safe
@staff_only(*VISITS)
@transaction.atomic
def tasks(request: StaffRequest) -> HttpResponse:
    """All that the first page holds only the beginning of, a page at a time."""
    actor, show, after = request.actor, request.GET.get("show", "todos"), _uuid(request.GET.get("after"))
    if show == "alarms" and actor.sees_answers:
        shown: dict[str, Any] = {"alarms": panel.alarms(actor, clock.now(), after)}
    elif show == "todos":
        shown = {"todos": panel.todos(actor, after), "records": actor.sees_answers}
    else:
        raise Http404
    record(actor, "tasks.read", rows=len(shown[show].lines), show=show)
    return render(request, "clinic/queue/tasks.html", shown | {"deeper": after is not None, "show": show})


@require_POST
@staff_only(*VISITS)
@transaction.atomic
def acknowledge(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """Somebody has taken it on."""
    task = get_object_or_404(Task.objects.visible_to(request.actor), pk=pk)
    work.acknowledge(task=task, by=request.user)
    return SeeOther("/clinic/")


@require_POST
@staff_only(*VISITS)
@transaction.atomic
def done(request: StaffRequest, pk: uuid.UUID) -> HttpResponse:
    """It is done. A safety event is closed on its own page, with what came of it."""
    others = Task.objects.visible_to(request.actor).exclude(kind__in=OF_SAFETY)
    work.close_task(key=get_object_or_404(others, pk=pk).key, by=request.user)
    return SeeOther("/clinic/")


def _after(request: StaffRequest, cases: CaseQuerySet) -> Case | None:
    """The case a page begins behind, by its public id: its flags are no business of an address."""
    wanted = _uuid(request.GET.get("after"))
    return get_object_or_404(cases, public_id=wanted) if wanted else None


def _uuid(text: str | None) -> uuid.UUID | None:
    if text is None:
        return None
    try:
        return uuid.UUID(text)
    except ValueError:
        raise Http404 from None


def _paging(request: StaffRequest, found: list[Case]) -> dict[str, Any]:
    """The address of the next page, where there is one, and whether this is the first."""
    query = request.GET.copy()
    first = query.pop("after", None) is None
    start = f"?{query.urlencode()}"
    if len(found) > PAGE:
        query["after"] = str(found[PAGE - 1].public_id)
    return {"next": f"?{query.urlencode()}" if len(found) > PAGE else "", "start": "" if first else start}
