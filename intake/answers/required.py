"""What must be answered before the form can be sent, and what of it is missing."""

from dataclasses import dataclass
from typing import Literal

from intake.answers.document import entries
from intake.questionnaire import GROUP_OF, LIST_OF, PAGES, STEPS, Document, Question, Said, Step, key, visible

Why = Literal["unanswered", "invalid", "two_answers", "no_entries"]


@dataclass(frozen=True)
class Missing:
    """A question of part 1 that keeps the form from being sent. `entry` and `page` are for questions of a group."""

    step: str
    question: str
    entry: str = ""
    page: str = ""
    why: Why = "unanswered"


def required(question: Question, document: Document, entry: str = "") -> bool:
    """Whether a question must have an answer: visible, not optional, and not waived by another one."""
    return not question.optional and visible(question, document, entry) and not waived(question, Said(document, entry))


def waived(question: Question, said: Said) -> bool:
    """Whether another answer says that this one need not be given."""
    return question.waived is not None and question.waived.holds(said)


def missing(document: Document) -> list[Missing]:
    """What part 1 still misses, in the order it is asked. Part 2 never stands in the way."""
    found: list[Missing] = []
    for step in STEPS:
        if step.part == 1:
            group = GROUP_OF.get(step.slug, "")
            found += missing_in(step, document) + missing_list(step, document)
            found += [each for entry in entries(document, group) for page in PAGES[group] for each in missing_in(page, document, entry)]
    return found


def missing_in(step: Step, document: Document, entry: str = "") -> list[Missing]:
    """What one page still misses."""
    if step.group and not visible(step, document, entry):
        return []
    slug, page = (LIST_OF[step.group], step.slug) if step.group else (step.slug, "")
    reasons = [(question.id, _why(question, document, entry)) for question in step.questions]
    return [Missing(slug, id, entry, page, why) for id, why in reasons if why]


def missing_list(step: Step, document: Document) -> list[Missing]:
    """The list that was said not to be empty, and is."""
    wanted = step.slug in GROUP_OF and Said(document).value(f"{step.slug}.any") == "yes"
    return [Missing(step.slug, f"{step.slug}.any", why="no_entries")] if wanted else []


def _why(question: Question, document: Document, entry: str) -> Why | None:
    answer = document["answers"].get(key(question.id, entry))
    if answer is None:
        return "unanswered" if required(question, document, entry) else None
    if not visible(question, document, entry):
        return None
    return "two_answers" if answer.get("rivals") else "invalid" if answer["state"] == "invalid" else None
