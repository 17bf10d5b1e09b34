"""A draft begun under another questionnaire: what a question no longer offers is kept in its words, and asked about again."""

from collections.abc import Callable
from typing import Any, Final

from intake.questionnaire import VERSION, Document, Question
from intake.questionnaire.naming import AGENTS
from intake.questionnaire.whole import homes

_PARTS_OF_A_MONTH: Final = {"year": int, "month": int, "season": str, "age": int, "words": str, "about": bool}


def up_to_date(document: Document) -> Document:
    """The document as today's questions read it: without this, one answer that no longer fits would shut every page."""
    if document["questionnaire"] == VERSION:
        return document
    return document | {"answers": {name: _read_today(name, answer) for name, answer in document["answers"].items()}}


def fits(question: Question, value: Any) -> bool:
    """Whether an answer to this question may have this value. What was agreed to stays agreed to, whatever the words are today."""
    return FITS[question.kind](question, value)


def _read_today(name: str, answer: dict[str, Any]) -> dict[str, Any]:
    """What belongs to a question that is asked no more stays as it is: nobody reads it."""
    id = name.rsplit("/", 1)[-1]
    if id not in homes():
        return answer
    _, question = homes()[id]
    rivals = {"rivals": [_fitting(question, each) for each in answer["rivals"]]} if "rivals" in answer else {}
    return _fitting(question, answer) | rivals


def _fitting(question: Question, answer: dict[str, Any]) -> dict[str, Any]:
    if answer["state"] != "answered" or fits(question, answer.get("value")):
        return answer
    kept = {part: each for part, each in answer.items() if part != "value"}
    raw = answer.get("raw")
    return kept | {"state": "invalid", "raw": raw if isinstance(raw, str) else ", ".join(_words(answer.get("value")))}


def _words(value: Any) -> list[str]:
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else [value]
    return [str(part) for part in parts if part is not None]


def _text(question: Question, value: Any) -> bool:
    return isinstance(value, str)


def _number(question: Question, value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _choice(question: Question, value: Any) -> bool:
    return isinstance(value, str | int) and question.choice(value) is not None


def _choices(question: Question, value: Any) -> bool:
    return isinstance(value, list) and all(_choice(question, each) for each in value)


def _band(question: Question, value: Any) -> bool:
    return _number(question, value) or _choice(question, value)


def _month(question: Question, value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(each, _PARTS_OF_A_MONTH.get(part, ())) for part, each in value.items())


def _medicine(question: Question, value: Any) -> bool:
    return isinstance(value.get("other"), str) if isinstance(value, dict) else isinstance(value, str) and value in AGENTS


FITS: Final[dict[str, Callable[[Question, Any], bool]]] = {
    **dict.fromkeys(("text", "long_text", "phone", "signature", "agreement", "entry"), _text),
    **dict.fromkeys(("number", "dose"), _number),
    "choice": _choice,
    "choices": _choices,
    "band": _band,
    "month": _month,
    "medicine": _medicine,
}
