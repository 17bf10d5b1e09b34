"""How the person can be reached today, by their own words in the form, whether it was sent or not."""

from dataclasses import dataclass

from intake.answers.wording import words
from intake.models import Case, Draft
from intake.questionnaire import Document, Said, question_named


@dataclass(frozen=True)
class Contact:
    """As the person answered; empty where they did not."""

    phone: str
    message: str
    place: str
    helper: str


def contact_today(case: Case) -> Contact | None:
    """None before anything was answered, and once the person was erased. The caller has seen to who may know."""
    draft = Draft.objects.select_related("case__data_key").filter(case=case).first()
    if draft is None or draft.case.data_key is None:
        return None
    document = draft.answers
    return Contact(*(_said(document, question) for question in ("about.phone", "about.message", "about.place", "about.helper")))


def _said(document: Document, id: str) -> str:
    question, answer = question_named(id), Said(document).answer(id)
    return words(question, answer, document) if question and answer else ""
