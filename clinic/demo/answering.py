"""Filling in the form as a person does: page after page, through the service that saves pages."""

from collections.abc import Iterator
from itertools import takewhile

from django.http import QueryDict

from audit.actor import Actor
from clinic.demo.people import Person, Said
from intake.answers.document import new_entry
from intake.answers.given import INSTEAD, TEXT_BOXES
from intake.drafts.services import save_step
from intake.models import Draft
from intake.questionnaire import PAGES, STEPS, Document, Question, Step, visible
from intake.questionnaire.steps import consent, medicines

HALF_WAY = "other-treatments"


class Unfit(Exception):
    """The demo's answers no longer fit the questions: its data file needs a look."""


def answer(*, draft: Draft, person: Person, by: Actor, half: bool = False) -> None:
    """Save every page of part 1 that applies to the person (or those before the half), and those of part 2 that they have answers for.

    Staff say how somebody agreed when they begin, and sign nothing.
    """
    steps = (
        step
        for step in STEPS
        if (step.part == 1 or any(question.id in person.says for question in step.questions))
        and (by.kind == "patient" or step.slug != consent.STEP.slug)
    )
    for step in takewhile(lambda step: not half or step.slug != HALF_WAY, steps):
        _save(draft, step, "", person.says, by)
        for entry, said in _entries(step, person):
            _add_medicine(draft, entry, said, by)


def _entries(step: Step, person: Person) -> Iterator[tuple[str, Said]]:
    if step.slug == medicines.SLUG:
        yield from ((new_entry(medicines.GROUP), said) for said in person.medicines)


def _add_medicine(draft: Draft, entry: str, said: Said, by: Actor) -> None:
    for page in PAGES[medicines.GROUP]:
        _save(draft, page, entry, said, by)


def _save(draft: Draft, step: Step, entry: str, said: Said, by: Actor) -> None:
    """Post a page, unless a rule hides it. A medicine is there once its first page is saved."""
    draft.refresh_from_db(fields=["document", "rev"])
    document = draft.answers
    if not step.group and not visible(step, document):
        return
    saved = save_step(draft=draft, step=step, entry=entry or None, posted=_posted(draft.rev, document, step, entry, said), by=by)
    if not saved.valid:
        raise Unfit(f"{step.slug}: {dict(saved.form.errors)}")


def _posted(rev: int, document: Document, step: Step, entry: str, said: Said) -> QueryDict:
    """The page's form as a browser would send it."""
    form = QueryDict(mutable=True)
    form["rev"] = str(rev)
    for question in step.questions:
        _fill(form, question, _said(question, document, entry, said))
    return form


def _said(question: Question, document: Document, entry: str, said: Said) -> object:
    if question.kind == "agreement" and not question.optional:
        return question.tick.value
    if question.id.startswith(("weeks_at_", "weeks_also_at_")):
        return said["at_floor"] if visible(question, document, entry) else None
    return said.get(question.id)


def _fill(form: QueryDict, question: Question, value: object) -> None:
    """One answer into its fields: parts under their suffixes, "not sure" as a tick beside a box, else as a choice."""
    if isinstance(value, dict):
        for suffix, part in value.items():
            form[f"{question.field}_{suffix}"] = part
    elif value in INSTEAD:
        form[f"{question.field}_{value}" if question.kind in TEXT_BOXES else question.field] = str(value)
    elif isinstance(value, list):
        form.setlist(question.field, value)
    elif value is not None:
        form[question.field] = str(value)
