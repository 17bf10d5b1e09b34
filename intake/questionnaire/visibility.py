"""The one visibility function: page, checking, what is missing, what is sent and the history all ask it."""

from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from intake.questionnaire.shape import Question, Step
from intake.questionnaire.whole import homes

Document = dict[str, Any]


def key(question: str, entry: str = "") -> str:
    """Where an answer stands in the document: below its entry where its step belongs to a group."""
    home, _ = homes()[question]
    return f"{home.group}/{entry}/{question}" if home.group else question


def visible(what: Step | Question, document: Document, entry: str = "") -> bool:
    """Whether a step, or a question of it, applies to this document (and this entry of its group)."""
    there = _exists(what, document, entry) if isinstance(what, Step) else visible(homes()[what.id][0], document, entry)
    return there and (what.when is None or what.when.holds(Said(document, entry)))


def _exists(step: Step, document: Document, entry: str) -> bool:
    if step.pack and step.pack not in document.get("packs", ()):
        return False
    return not step.group or entry in document["groups"].get(step.group, [])


@dataclass(frozen=True)
class Said:
    """The visible answers of a document, those of one entry included."""

    document: Document
    entry: str = ""

    def answer(self, question: str) -> dict[str, Any] | None:
        """The answer as it stands, or None where there is none or the question does not apply."""
        _, asked = homes()[question]
        found: dict[str, Any] | None = self.document["answers"].get(key(question, self.entry))
        return found if found and visible(asked, self.document, self.entry) else None

    def value(self, question: str) -> Any:
        """The value of an answered question, else None."""
        found = self.answer(question)
        return found.get("value") if found and found["state"] == "answered" else None

    def state(self, question: str) -> str:
        """answered, not_sure, declined, invalid, or "" where there is no answer."""
        found = self.answer(question)
        return str(found["state"]) if found else ""

    def entries(self, group: str) -> int:
        return len(self.document["groups"].get(group, []))

    def earlier(self, question: str) -> list[Any]:
        """The values of the same question in the entries listed before this one."""
        home, _ = homes()[question]
        listed = takewhile(lambda entry: entry != self.entry, self.document["groups"].get(home.group, []))
        return [Said(self.document, entry).value(question) for entry in listed]
