"""The person's own answers, as the record shows them beside what the rules make of them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from clinic.review.spoken import spoken
from intake.questionnaire import PAGES, STEPS, Document, Said, Step
from intake.questionnaire.scales import PHQ9

GROUP = "medicine"
LEFT_OUT = {"consent", "medicines"}  # agreed to, and shown trial by trial


@dataclass(frozen=True)
class Line:
    question: str
    words: str


@dataclass(frozen=True)
class Section:
    """What was answered of one step and the pages that belong to it; `total` where the step is a scale."""

    slug: str
    title: str
    lines: list[Line]
    total: str = ""


def sections(document: Document) -> list[Section]:
    """Every step with an answer, in the order it was asked."""
    found = [_section(step, document) for step in STEPS if not step.section and step.slug not in LEFT_OUT]
    return [section for section in found if section.lines]


def of_medicine(document: Document) -> Callable[[str, tuple[str, ...]], list[str]]:
    """What the person said of one medicine: (entry, beginnings of question ids) → answers in words."""

    def said(entry: str, wanted: tuple[str, ...]) -> list[str]:
        if entry not in document["groups"].get(GROUP, []):
            return []
        asked = [question for page in PAGES[GROUP] for question in page.questions if question.id.startswith(wanted)]
        return [words for words in (spoken(question, document, entry) for question in asked) if words]

    return said


def _section(step: Step, document: Document) -> Section:
    pages = [step, *(each for each in STEPS if each.section == step.slug)]
    return Section(step.slug, step.heading, list(_lines(pages, document)), _total(document) if step.slug == PHQ9.id else "")


def _lines(pages: Iterable[Step], document: Document) -> Iterable[Line]:
    for page in pages:
        for question in page.questions:
            words = spoken(question, document)
            if words:
                yield Line(question.words, words)


def _total(document: Document) -> str:
    """The PHQ-9 total where all nine items were answered; no partial total, ever."""
    said = Said(document)
    values = {number: said.value(f"phq9.item{number}") for number in range(1, len(PHQ9.items) + 1)}
    given = {number: int(value) for number, value in values.items() if value is not None}
    total = PHQ9.score(given)
    if total is None:
        return _("No total: %(given)s of %(items)s items answered") % {"given": len(given), "items": len(PHQ9.items)}
    return _("Total %(total)s of 27") % {"total": total}
