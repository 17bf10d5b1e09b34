"""The second stage comes right after the help page, before anything else of the form."""

from django.urls import reverse

from intake.answers.required import missing_in
from intake.models import Case, Draft
from intake.questionnaire import visible
from intake.questionnaire.steps import asq


def due(case: Case) -> str:
    """The address of the first ASQ page that waits for an answer; empty where none does."""
    draft = Draft.objects.visible_to(case.patient).select_related("case__data_key").first()
    document = draft.answers if draft else None
    steps = [step for step in (asq.FIRST, asq.LAST) if document and visible(step, document) and missing_in(step, document)]
    return reverse("intake:step", args=[steps[0].slug]) if steps else ""
