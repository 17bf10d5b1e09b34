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
from intake.models import SafetyAttempt, SafetyClosing, SafetyEvent, SafetyReading
from intake.questionnaire import Question, question_named
from intake.safety.contact import Contact, contact_today
from intake.safety.services import task_key
from vault.seal import open_sealed


@dataclass(frozen=True)
class Tried:
    """One try to reach the person, and what was said."""

    attempt: SafetyAttempt
    note: str


@dataclass(frozen=True)
class Page:
    """`said` is each question with its answer, in the words that the person saw; `words` are those of staff who raised it.

    `note` and `plan` of the closing, `reading` the second person's; `reads`: whether whoever looks is asked to be that person.
    """

    event: SafetyEvent
    person: Person | None
    contact: Contact | None
    task: Task | None
    late: bool
    trigger: Words
    said: list[tuple[str, str]]
    words: str
    attempts: list[Tried]
    closing: SafetyClosing | None
    note: str
    plan: str
    reading: SafetyReading | None
    reading_note: str
    reads: bool
    contact_by: datetime.datetime
    sent: list[Sent]


def page(event: SafetyEvent, actor: Actor, now: datetime.datetime) -> Page:
    """Needs the event with its case and data key."""
    task = Task.objects.visible_to(actor).select_related("acknowledged_by").filter(key=task_key(event)).first()
    closing = getattr(event, "closing", None)
    reading = getattr(closing, "reading", None)
    return Page(
        event=event,
        person=person(event.case),
        contact=contact_today(event.case),
        task=task,
        late=late(task, now),
        trigger=wording.of_trigger(event.trigger),
        said=said(event),
        words=str(_words(event).get("words", "")),
        attempts=_attempts(event),
        closing=closing,
        note=_opened(event, closing, "note"),
        plan=_opened(event, closing, "plan"),
        reading=reading,
        reading_note=_opened(event, reading, "note"),
        reads=bool(closing and closing.needs_reader and not reading and str(closing.closed_by.public_id) != actor.id),
        contact_by=running(event.tier, event.created_at).contact_by,
        sent=sent(task, actor),
    )


def _attempts(event: SafetyEvent) -> list[Tried]:
    """Every try to reach the person, in the order they were made."""
    tries = event.attempts.select_related("tried_by").order_by("tried_at")
    return [Tried(each, _opened(event, each, "note")) for each in tries]


def _words(event: SafetyEvent) -> dict[str, Any]:
    return event.words if event.case.data_key else {}


def said(event: SafetyEvent) -> list[tuple[str, str]]:
    """Questions with their answers in words; none where the event is no answer, or the person was erased."""
    words = _words(event)
    answers: dict[str, Any] = words.get("answers") or {words.get("question", ""): words.get("value")}
    found = [(question_named(id), value) for id, value in answers.items()]
    return [(question.words, _answer(question, value)) for question, value in found if question]


def _answer(question: Question, value: object) -> str:
    """The words of the choice; a tick stands by itself."""
    choice = question.choice(value)
    return (choice.words or str(_("Yes"))) if choice else str(value)


def _opened(event: SafetyEvent, row: SafetyAttempt | SafetyClosing | SafetyReading | None, field: str) -> str:
    """A sealed text of a row about the event; empty where there is none, or the person was erased."""
    if row is None or getattr(row, field) is None or event.case.data_key is None:
        return ""
    return str(open_sealed(event.case.data_key, row.pk, field, getattr(row, field)))
