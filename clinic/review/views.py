"""The record, and what a clinician does on it: take the case, sign a review."""

import uuid

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from audit.door import record as audit
from clinic.access.roles import CLINICAL, StaffRequest, staff_only
from clinic.review import forms, page, services
from clinic.review import record as records
from clinic.review.record import Record
from intake import clock
from intake.cases import Taken
from intake.http import SeeOther
from intake.models import Case


@require_safe
@staff_only(*CLINICAL)
@transaction.atomic
def record(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """Two minutes: what matters first, trial by trial, what is missing, and only then the conclusion."""
    opened = _open(request, public_id)
    return _show(request, opened, _blank(request, opened))


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def take(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """Make the case one's own. If somebody else has it, say who; it is taken over only by a second, deliberate press."""
    case = records.find(request.actor, public_id)
    try:
        services.take(case=case, by=request.user, instead_of=forms.TakeForm(request.POST).who)
    except Taken as taken:
        return render(request, "clinic/review/taken.html", {"case": case, "holder": taken.holder}, status=409)
    return SeeOther(reverse("clinic:record", args=[public_id]))


@require_POST
@staff_only(*CLINICAL)
@transaction.atomic
def sign(request: StaffRequest, public_id: uuid.UUID) -> HttpResponse:
    """Sign a review of the evaluation that was on the page; if a newer one stands, say so and lose nothing."""
    opened = _open(request, public_id)
    form = _bound(request, opened)
    if form is None:
        return _show(request, opened, None, status=409)
    if not form.is_valid():
        return _show(request, opened, form, status=422)
    said = form.cleaned_data
    try:
        services.sign(
            case=opened.case, evaluation_id=said["evaluation"], review_id=said["review"], profile=opened.report.profile,  # type: ignore[union-attr]  # without a report there is no form
            decision=said["decision"], findings=form.findings, plans_visit=said["plans_visit"] == "yes", name=said["name"],
            by=request.user,
        )  # fmt: skip
    except services.Outdated:
        return _show(request, opened, _bound(request, opened, evaluation=opened.case.evaluation_id), status=409)
    return SeeOther(reverse("clinic:record", args=[public_id]) + "#reviews")


def _open(request: StaffRequest, public_id: uuid.UUID) -> Record:
    actor = request.actor
    return records.opened(records.find(actor, public_id), actor, request.GET.get("profile", ""))


def _blank(request: StaffRequest, opened: Record) -> forms.ReviewForm | None:
    """A form where there is something to sign."""
    if opened.report is None or opened.case.state == Case.State.CLOSED:
        return None
    return forms.blank(evaluation=opened.report.evaluation, conditions=page.excluding(opened.report), signer=request.user.name)


def _bound(request: StaffRequest, opened: Record, evaluation: uuid.UUID | None = None) -> forms.ReviewForm | None:
    """The form as it was sent; with another `evaluation`, as it can be sent again for that one."""
    if opened.report is None or opened.case.state == Case.State.CLOSED:
        return None
    sent = request.POST.copy()
    if evaluation:
        sent["evaluation"] = str(evaluation)
    return forms.ReviewForm(sent, conditions=page.excluding(opened.report), signer=request.user.name)


def _show(request: StaffRequest, opened: Record, form: forms.ReviewForm | None, status: int = 200) -> HttpResponse:
    """The page, and the line in the audit that says it was read."""
    actor, case = request.actor, opened.case
    audit(actor, "record.read", case=case.public_id, about=case.submission_id or "", profile=opened.report.profile if opened.report else "")
    if form is not None:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        form.helper.form_action = reverse("clinic:sign", args=[case.public_id]) + query + "#sign"
    context = page.shown(opened, actor, clock.now()) | {"form": form, "stale": status == 409}
    return render(request, "clinic/review/record.html", context, status=status)
