"""A question as it stands for this document: where the choices depend on earlier answers, they are filled in here."""

from dataclasses import replace

from intake.answers.picking import offered
from intake.questionnaire import Choice, Document, Question, Said, key
from intake.questionnaire.naming import medicine_name


def asked(question: Question, document: Document, entry: str = "") -> Question:
    """The question with its choices: medicines to choose from, or the other entries of the group."""
    if question.kind == "medicine":
        return replace(question, choices=offered(document["answers"].get(key(question.id, entry))))
    if question.kind == "entry":
        first, *rest = question.choices
        return replace(question, choices=(first, *_others(document, entry), *rest))
    return question


def _others(document: Document, entry: str) -> list[Choice]:
    """The other entries by name; those that were themselves added to this one are left out, since both can't be."""
    others = [other for other in document["groups"]["medicine"] if other != entry]
    return [
        Choice(other, entry_name(document, other))
        for other in others
        if Said(document, other).value("added_to") != entry and entry_name(document, other)
    ]


def entry_name(document: Document, entry: str) -> str:
    """The name of a medicine of the list; empty while it has none."""
    return medicine_name(Said(document, entry).value("agent"))
