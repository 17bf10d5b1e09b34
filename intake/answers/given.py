"""What a form gave for one question, and the reading of its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from django.utils.translation import gettext as _

from intake.questionnaire import Question
from intake.questionnaire.words import say

NOT_SURE = "not_sure"
DECLINED = "declined"
INSTEAD = (NOT_SURE, DECLINED)
WITNESSED = "witnessed"  # in place of a signature: how the person agreed when staff filled in the form
# Kinds whose answer is typed: what may be said instead are ticks of their own beside the box.
TEXT_BOXES = ("text", "long_text", "phone", "signature", "number", "dose", "month")
Parts = Mapping[str, list[str]]  # a part's suffix ("" for the field itself) → what was posted, blanks left out


class Posted(Protocol):
    """A form's data, as Django gives it."""

    def getlist(self, name: str) -> list[str]: ...

    def __contains__(self, name: object) -> bool: ...


@dataclass(frozen=True)
class Given:
    """An answer as read: its state ("" where the person left it blank), value, what was typed, and what to do if it can't be read."""

    state: str
    value: Any = None
    raw: Any = None
    error: str = ""

    def answer(self, rev: int) -> dict[str, Any]:
        """As the document keeps it."""
        kept = {"state": self.state, "value": self.value, "raw": self.raw}
        return {name: part for name, part in kept.items() if part is not None} | {"rev": rev}


BLANK = Given("")


def answered(value: Any, raw: str | None = None) -> Given:
    return Given("answered", value, raw)


def invalid(parts: Parts, error: str) -> Given:
    """Kept as it was typed: a text where only the field itself was filled, else every part."""
    typed = parts.get("", [])
    raw = typed[0] if list(parts) == [""] and len(typed) == 1 else dict(parts)
    return Given("invalid", raw=raw, error=error)


def wrong(question: Question) -> str:
    """What to do about an answer that can't be read."""
    return say(question.wrong) or _("Choose one of the answers.")


def instead(question: Question, parts: Parts) -> Given | None:
    """What was said instead of an answer, if anything. Together with an answer it is asked about, not guessed."""
    said = [state for state in allowed(question) if state in parts or state in parts.get("", [])]
    if not said:
        return None
    others = [part for suffix, values in parts.items() for part in (values if suffix not in INSTEAD else []) if part not in said]
    if others or len(said) > 1:
        return invalid(parts, _("You gave an answer and also ticked that you can't. Keep only one."))
    return Given(said[0])


def allowed(question: Question) -> list[str]:
    """What may be said instead of an answer to this question."""
    return [NOT_SURE] * question.unsure + [DECLINED] * question.declinable
