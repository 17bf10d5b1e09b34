"""A question as it stands for this document: where the choices depend on earlier answers, they are filled in here."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext_noop

from intake.answers.picking import offered
from intake.questionnaire import Choice, Document, Question, Said, key
from intake.questionnaire.naming import ingredient, medicine_name
from intake.questionnaire.steps.medicines import GROUP, TWICE


def asked(question: Question, document: Document, entry: str = "") -> Question:
    """The question with its choices: medicines to choose from, or the other entries of the group."""
    if question.kind == "medicine":
        return replace(question, choices=offered(document["answers"].get(key(question.id, entry))))
    if question.id == TWICE:
        return replace(question, **_both_names(document, entry))
    if question.kind == "entry":
        first, *rest = question.choices
        return replace(question, choices=(first, *_others(document, entry), *rest))
    return question


def _others(document: Document, entry: str) -> list[Choice]:
    """The other entries by name; those that were themselves added to this one are left out, since both can't be."""
    others = [other for other in document["groups"]["medicine"] if other != entry and Said(document, other).value(TWICE) != "no"]
    return [
        Choice(other, entry_name(document, other))
        for other in others
        if Said(document, other).value("added_to") != entry and entry_name(document, other)
    ]


def _both_names(document: Document, entry: str) -> dict[str, Any]:
    """The hint that says under which names one medicine was listed."""
    own = Said(document, entry).value("agent")
    first = next(
        (other for other in document["groups"][GROUP] if ingredient(Said(document, other).value("agent")) == ingredient(own)), entry
    )
    names = {"first": _called(document, first), "second": _called(document, entry)}
    if names["first"].casefold() == names["second"].casefold():
        return {"hint": gettext_noop("{first} is on your list already."), "fill": names}
    return {"hint": gettext_noop("{first} and {second} are the same medicine."), "fill": names}


def _called(document: Document, entry: str) -> str:
    """A medicine as the person called it: as typed, else by its name here."""
    typed = (Said(document, entry).answer("agent") or {}).get("raw")
    return typed if isinstance(typed, str) else entry_name(document, entry)


def entry_name(document: Document, entry: str) -> str:
    """The name of a medicine of the list; empty while it has none."""
    return medicine_name(Said(document, entry).value("agent"))
