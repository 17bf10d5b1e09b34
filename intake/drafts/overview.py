"""The list of sections, and the page where the answers are checked."""

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from intake.answers import missing, tree
from intake.answers.proposed import PART
from intake.drafts import calm
from intake.drafts.minutes import minutes_left
from intake.drafts.missing import described, grouped
from intake.drafts.places import first_open, following, is_open, named
from intake.drafts.reading import own_draft, read_draft
from intake.drafts.services import switch_calm
from intake.http import FormRequest, SeeOther
from intake.models import Draft
from intake.patient import patient_only
from intake.questionnaire import Document


@require_safe
@patient_only
@transaction.atomic
def home(request: FormRequest) -> HttpResponse:
    """Where the person stands: sections with their state, the minutes left, and the way on."""
    draft, document = read_draft(request)
    sections = tree(document)
    context = {
        "first": [section for section in sections if section.step.part == 1],
        "second": [section for section in sections if section.step.part == 2],
        "begun": bool(document["answers"]),
        "minutes": minutes_left(sections),
        "minutes_more": minutes_left(sections, part=2),
        "ready": not missing(document),
        "onward": _onward(draft, document),
        "calm": calm.is_on(document),
        "stopped": calm.stopped_in(document),
        "proposed": PART in document,
        "before": draft.case.follows_id is not None,
    }
    return render(request, "intake/drafts/home.html", context)


@require_POST
@patient_only
def switch(request: FormRequest) -> HttpResponse:
    """One question at a time, or whole pages again."""
    switch_calm(draft=own_draft(request), on=request.POST.get(calm.CALM) == "1", by=request.actor)
    return SeeOther(reverse("intake:home"))


@require_safe
@patient_only
@transaction.atomic
def check(request: FormRequest) -> HttpResponse:
    """Every answer with a way to change it, what is still missing, and the button that sends."""
    _draft, document = read_draft(request)
    sections, lacking = tree(document), described(missing(document), document)
    context = {
        "first": [section for section in sections if section.step.part == 1],
        "second": [section for section in sections if section.step.part == 2],
        "missing": lacking,
        "groups": grouped(lacking),
    }
    return render(request, "intake/drafts/check.html", context)


def _onward(draft: Draft, document: Document) -> str:
    """The page the person left, or the one after it if that is done; else the first open one, else the check page.

    Where one question is asked at a time: the question.
    """
    if stopped := calm.is_on(document) and calm.stopped_at(document):
        return stopped
    left = named(draft.place, document)
    if left and is_open(left, document):
        return left.url
    if left and document["answers"]:
        return following(left, document)
    place = first_open(document)
    return place.url if place else reverse("intake:check")
