"""One safety event as staff read it: what was answered, passed through as it was, and the clock that runs."""

import datetime
from dataclasses import dataclass
from typing import Any

from audit.actor import Actor
from clinic import wording
from clinic.person import Person, person
from clinic.safety.clock import late
from clinic.wording import Words
from desk.models import Task
from intake.models import SafetyClosing, SafetyEvent
from intake.questionnaire import question_named
from intake.safety.contact import Contact, contact_today
from intake.safety.services import task_key
from vault.seal import open_sealed


@dataclass(frozen=True)
class Page:
    """`question` and `answer` in the words that the person saw; `note` of the closing, once it is closed."""

    event: SafetyEvent
    person: Person | None
    contact: Contact | None
    task: Task | None
    late: bool
    trigger: Words
    question: str
    answer: str
    closing: SafetyClosing | None
    note: str


def page(event: SafetyEvent, actor: Actor, now: datetime.datetime) -> Page:
    """Needs the event with its case and data key."""
    task = Task.objects.visible_to(actor).select_related("acknowledged_by").filter(key=task_key(event)).first()
    question, answer = said(event)
    closing = getattr(event, "closing", None)
    trigger = wording.TRIGGERS.get(event.trigger, event.trigger)
    return Page(
        event,
        person(event.case),
        contact_today(event.case),
        task,
        late(task, now),
        trigger,
        question,
        answer,
        closing,
        _note(event, closing),
    )


def said(event: SafetyEvent) -> tuple[str, str]:
    """The question and the answer in words; both empty where the event is no answer, or the person was erased."""
    words: dict[str, Any] = event.words if event.case.data_key else {}
    question = question_named(words.get("question", ""))
    if question is None:
        return "", ""
    choice = question.choice(words.get("value")) or question.choice(str(words.get("value")))
    return question.words, choice.words if choice else str(words.get("value"))


def _note(event: SafetyEvent, closing: SafetyClosing | None) -> str:
    if closing is None or event.case.data_key is None:
        return ""
    return str(open_sealed(event.case.data_key, closing.pk, "note", closing.note))
