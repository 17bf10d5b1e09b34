"""The questionnaire as data: steps, questions, when each applies. Start with `whole`."""

from intake.questionnaire.shape import NONE, Choice, Question, Step
from intake.questionnaire.visibility import Document, Said, key, visible
from intake.questionnaire.whole import (
    DIGEST,
    GROUP_OF,
    LIST_OF,
    PAGES,
    STEPS,
    VERSION,
    page_named,
    question_named,
    step_named,
)

__all__ = [
    "DIGEST",
    "GROUP_OF",
    "LIST_OF",
    "NONE",
    "PAGES",
    "STEPS",
    "VERSION",
    "Choice",
    "Document",
    "Question",
    "Said",
    "Step",
    "key",
    "page_named",
    "question_named",
    "step_named",
    "visible",
]
