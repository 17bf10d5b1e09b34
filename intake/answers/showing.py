"""From the document back to the boxes of a form: what was typed, as it was typed."""

from typing import Any

from intake.answers.given import INSTEAD, TEXT_BOXES, WITNESSED
from intake.answers.picking import KEEP
from intake.questionnaire import Question


def boxes(question: Question, answer: dict[str, Any] | None) -> dict[str, Any]:
    """Suffix of a form field → what stands in it."""
    if not answer or answer["state"] == WITNESSED:
        return {}
    state, value, raw = answer["state"], answer.get("value"), answer.get("raw")
    if state in INSTEAD:
        return _instead(question, state)
    if state == "invalid":
        return _typed(question, raw)
    return _answered(question, value, raw)


def _instead(question: Question, state: str) -> dict[str, Any]:
    if question.kind in TEXT_BOXES:
        return {state: True}
    return {"": [state] if question.kind == "choices" else state}


def _typed(question: Question, raw: Any) -> dict[str, Any]:
    parts = raw if isinstance(raw, dict) else {"": [raw]}
    return {suffix: values if question.kind == "choices" and not suffix else values[0] for suffix, values in parts.items()}


def _answered(question: Question, value: Any, raw: Any) -> dict[str, Any]:
    if question.kind == "month":
        return month_parts(value)
    if question.kind == "medicine" and isinstance(value, dict):
        return {"": KEEP, "typed": value["other"]}
    if question.kind == "band" and raw is not None:
        return {"number": raw}
    return {"": raw if question.kind in ("number", "dose") else value}


def month_parts(value: dict[str, Any]) -> dict[str, Any]:
    """The boxes of a month and year."""
    parts = {name: str(value.get(name, "")) for name in ("year", "age", "words")}
    return parts | {"month": str(value.get("season") or value.get("month", "")), "about": "yes" if value.get("about") else ""}
