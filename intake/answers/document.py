"""The answers document (trellis.answers/1): new, read, and the entries of its groups."""

import re
import secrets
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final

from intake.questionnaire import PAGES, STEPS, VERSION, Document, Said, Step, key, visible

SCHEMA: Final = "trellis.answers/1"
_OF_DRAFTS: Final = ("cleared", "removed", "calm", "proposed")  # for windows of a draft, where the person stopped, what nobody confirmed
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
    if entry in listed:
        return document
    removed = [each for each in document.get("removed", []) if each != entry]
    return document | {"groups": document["groups"] | {group: [*listed, entry]}, "removed": removed}


def without_entry(document: Document, group: str, entry: str) -> Document:
    """The document with one entry and all it held taken out; what pointed at it stays and no longer counts.

    Its id stays under `removed`: another window may still be filling it in, and what is typed there brings it back.
    """
    after = deepcopy(document)
    if entry in entries(document, group):
        after["removed"] = [*document.get("removed", []), entry]
    after["groups"][group] = [each for each in entries(document, group) if each != entry]
    for part in ("answers", "cleared"):
        after[part] = {name: kept for name, kept in document.get(part, {}).items() if not name.startswith(f"{group}/{entry}/")}
    return after


def was_removed(document: Document, group: str, entry: str) -> bool:
    return bool(group) and entry in document.get("removed", [])


def last_change(document: Document, group: str, entry: str) -> int:
    """The counter of the newest answer of an entry; 0 where it has none."""
    answers = document["answers"].items()
    revs = [each["rev"] for name, answer in answers if name.startswith(f"{group}/{entry}/") for each in (answer, *answer.get("rivals", []))]
    return max(revs, default=0)


def answer(document: Document, question: str, entry: str = "") -> dict[str, Any] | None:
    """The visible answer to a question, or None."""
    return Said(document, entry).answer(question)


def frozen(document: Document) -> Document:
    """What is sent: the document without what a rule hides, without removed entries, one value an answer."""
    asked = [(question, entry) for step in _all_steps() for entry in _entries(step, document) for question in step.questions]
    names = [key(question.id, entry) for question, entry in asked if visible(question, document, entry)]
    answers = document["answers"]
    sent = {part: kept for part, kept in document.items() if part not in _OF_DRAFTS}
    return deepcopy(sent | {"answers": {name: _standing(answers[name]) for name in names if name in answers}})


def _entries(step: Step, document: Document) -> list[str]:
    return entries(document, step.group) if step.group else [""]


def _standing(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer without those that wait beside it."""
    return {name: part for name, part in answer.items() if name not in ("rivals", "window")}


def _all_steps() -> tuple[Step, ...]:
    return (*STEPS, *(step for pages in PAGES.values() for step in pages))
