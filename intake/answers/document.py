"""The answers document (trellis.answers/1): new, read, and the entries of its groups."""

import re
import secrets
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final

from intake.questionnaire import PAGES, STEPS, VERSION, Document, Said, Step, key, visible

SCHEMA: Final = "trellis.answers/1"
_ENTRY: Final = re.compile(r"[a-z]-[0-9a-f]{8}")


def new(language: str = "en", packs: Iterable[str] = ()) -> Document:
    """A document in which nothing was said yet; `packs` are the extra pages that this person is asked, whatever is switched on later."""
    about = {"schema": SCHEMA, "questionnaire": VERSION, "language": language, "packs": list(packs)}
    return about | {"groups": {group: [] for group in PAGES}, "answers": {}}


def new_entry(group: str) -> str:
    """An id for an entry to come: made once, never used for another."""
    return f"{group[0]}-{secrets.token_hex(4)}"


def is_entry(text: str) -> bool:
    return _ENTRY.fullmatch(text) is not None


def entries(document: Document, group: str) -> list[str]:
    return list(document["groups"].get(group, []))


def with_entry(document: Document, group: str, entry: str) -> Document:
    """The document with an entry of a group, as if it had been begun."""
    listed = entries(document, group)
    return document if entry in listed else document | {"groups": document["groups"] | {group: [*listed, entry]}}


def without_entry(document: Document, group: str, entry: str) -> Document:
    """The document with one entry and all it held taken out; what pointed at it stays and no longer counts."""
    after = deepcopy(document)
    after["groups"][group] = [each for each in entries(document, group) if each != entry]
    after["answers"] = {name: answer for name, answer in after["answers"].items() if not name.startswith(f"{group}/{entry}/")}
    return after


def answer(document: Document, question: str, entry: str = "") -> dict[str, Any] | None:
    """The visible answer to a question, or None."""
    return Said(document, entry).answer(question)


def frozen(document: Document) -> Document:
    """What is sent: the document without what a rule hides, without removed entries, one value an answer."""
    asked = [(question, entry) for step in _all_steps() for entry in _entries(step, document) for question in step.questions]
    names = [key(question.id, entry) for question, entry in asked if visible(question, document, entry)]
    answers = document["answers"]
    return deepcopy(document | {"answers": {name: _standing(answers[name]) for name in names if name in answers}})


def _entries(step: Step, document: Document) -> list[str]:
    return entries(document, step.group) if step.group else [""]


def _standing(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without the one that waits beside it."""
    return {name: part for name, part in answer.items() if name != "rival"}


def _all_steps() -> tuple[Step, ...]:
    return (*STEPS, *(step for pages in PAGES.values() for step in pages))
