"""One answer in words: what was chosen as it was worded, what was typed as it was typed."""

from typing import Any

from django.utils.translation import gettext as _

from intake.answers.asked import asked
from intake.questionnaire import Document, Question, Said
from intake.questionnaire.naming import medicine_name


def spoken(question: Question, document: Document, entry: str = "") -> str:
    """Empty where it was not answered or does not apply."""
    found = Said(document, entry).answer(question.id)
    if found is None:
        return ""
    said = {"not_sure": _("not sure"), "declined": _("prefers not to say"), "invalid": _typed(found.get("raw"))}
    return said.get(found["state"]) or _answered(asked(question, document, entry), found)


def _answered(question: Question, found: dict[str, Any]) -> str:
    value, raw = found.get("value"), found.get("raw")
    if question.kind == "month":
        return f"{_('about')} {value['date']}" if value.get("about") else str(value["date"])
    if question.kind == "choices":
        return ", ".join(_chosen(question, each) for each in value)
    if raw is not None:
        return f"{_typed(raw)} {question.unit}".strip() if question.kind != "medicine" and str(raw).isdigit() else _typed(raw)
    return medicine_name(value) if question.kind == "medicine" else _chosen(question, value)


def _chosen(question: Question, value: Any) -> str:
    """The words of the choice; a value that is no choice stands for itself."""
    choice = question.choice(value)
    return choice.words if choice else str(value)


def _typed(raw: Any) -> str:
    """What was typed, whole: one box, or all of several."""
    if isinstance(raw, dict):
        return " ".join(str(text) for texts in raw.values() for text in (texts if isinstance(texts, list) else [texts]))
    return "" if raw is None else str(raw)
