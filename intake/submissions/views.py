"""Sending the form, and the receipt: after it there is nothing else to see."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from intake import patient
from intake.drafts.reading import own_draft
from intake.http import FormRequest, SeeOther
from intake.labs.own import labs_of
from intake.submissions.services import Incomplete, submit
from intake.visit.own import visit_of


@require_POST
@patient.patient_only
def send(request: FormRequest) -> HttpResponse:
    """Send once; a second press finds the receipt of the first. What is missing is listed where the answers are checked."""
    try:
        submit(draft=own_draft(request), by=request.actor)
    except Incomplete:
        return SeeOther(reverse("intake:check"))
    return SeeOther(reverse("intake:done"))


@require_safe
@patient.form_session
def done(request: FormRequest) -> HttpResponse:
    """The receipt: its number and what happens next, no answer."""
    case = request.case
    submission = case.submission
    if submission is None:
        return redirect("intake:home")
    there_is = {"visit": bool(visit_of(case)), "labs": bool(labs_of(case))}
    receipt = {"receipt": submission.receipt, "sent_at": submission.submitted_at}
    return render(request, "intake/submissions/done.html", receipt | there_is)
