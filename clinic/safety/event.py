"""One safety event as staff read it: what was answered, passed through as it was, and the clock that runs."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from audit.actor import Actor
from clinic import wording
from clinic.person import Person, person
from clinic.safety.clock import late
from clinic.safety.on_call import Sent, sent
from clinic.wording import Words
from desk.escalation.clocks import running
from desk.models import Task
from intake.models import SafetyClosing, SafetyEvent
from intake.questionnaire import Question, question_named
from intake.safety.contact import Contact, contact_today
from intake.safety.services import task_key
from vault.seal import open_sealed


@dataclass(frozen=True)
class Page:
    """`said` is each question with its answer, in the words that the person saw; `note` of the closing, once it is closed."""

    event: SafetyEvent
    person: Person | None
    contact: Contact | None
    task: Task | None
    late: bool
    trigger: Words
    said: list[tuple[str, str]]
    closing: SafetyClosing | None
    note: str
    contact_by: datetime.datetime
    sent: list[Sent]


def page(event: SafetyEvent, actor: Actor, now: datetime.datetime) -> Page:
    """Needs the event with its case and data key."""
    task = Task.objects.visible_to(actor).select_related("acknowledged_by").filter(key=task_key(event)).first()
    closing = getattr(event, "closing", None)
    trigger = wording.TRIGGERS.get(event.trigger, event.trigger)
    return Page(
        event,
        person(event.case),
        contact_today(event.case),
        task,
        late(task, now),
        trigger,
        said(event),
        closing,
        _note(event, closing),
        running(event.tier, event.created_at).contact_by,
        sent(task, actor),
    )


def said(event: SafetyEvent) -> list[tuple[str, str]]:
    """Questions with their answers in words; none where the event is no answer, or the person was erased."""
    words: dict[str, Any] = event.words if event.case.data_key else {}
    answers: dict[str, Any] = words.get("answers") or {words.get("question", ""): words.get("value")}
    found = [(question_named(id), value) for id, value in answers.items()]
    return [(question.words, _answer(question, value)) for question, value in found if question]


def _answer(question: Question, value: object) -> str:
    """The words of the choice; a tick stands by itself."""
    choice = question.choice(value)
    return (choice.words or str(_("Yes"))) if choice else str(value)


def _note(event: SafetyEvent, closing: SafetyClosing | None) -> str:
    if closing is None or event.case.data_key is None:
        return ""
    return str(open_sealed(event.case.data_key, closing.pk, "note", closing.note))
