"""Answers of one page that can't both be right: the later one is kept as typed and asked about."""

from typing import Final

from django.utils.translation import gettext as _

from intake.answers.dates import span
from intake.answers.given import Given
from intake.answers.showing import month_parts
from intake.questionnaire import Document, Said, Step

TOGETHER: Final = (frozenset({"start", "stop"}),)


def together(ids: set[str]) -> set[str]:
    """The questions with those that can only be judged beside them."""
    return ids.union(*(group for group in TOGETHER if group & ids))


def crosscheck(step: Step, document: Document, entry: str) -> dict[str, Given]:
    """Question id → the answer as it is to be kept, with what to do about it."""
    ids = {question.id for question in step.questions}
    return _stopped_before_start(document, entry) if ids >= {"start", "stop"} else {}


def _stopped_before_start(document: Document, entry: str) -> dict[str, Given]:
    said = Said(document, entry)
    values = said.value("start"), said.value("stop")
    start, stop = (span(value) if value else None for value in values)
    if not start or not stop or stop[1] >= start[0]:
        return {}
    parts = {suffix: [text] for suffix, text in month_parts(values[1]).items() if text}
    return {"stop": Given("invalid", raw=parts, error=_("This is before you started it. Check both dates."))}
