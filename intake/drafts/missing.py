"""What is missing, as lines with links that land on the question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from intake.answers.asked import entry_name
from intake.answers.required import Missing
from intake.drafts import calm
from intake.drafts.places import Place
from intake.questionnaire import Document, Question
from intake.questionnaire.whole import homes

MANY: Final = 12  # lines that a phone shows at once: with more, each section is folded into one
WORDS = {
    "unanswered": lambda: "",  # the heading says it
    "invalid": lambda: _("We could not read this"),
    "two_answers": lambda: _("Two answers: choose one"),
    "no_entries": lambda: _("Add the medicines you have tried"),
}


@dataclass(frozen=True)
class Line:
    """`about` is the medicine or section, `label` the question, `why` in words where it is not just open, `url` of the question."""

    about: str
    label: str
    why: str
    url: str


@dataclass(frozen=True)
class Group:
    """What one section or medicine misses; `open` where it is little in all."""

    about: str
    lines: tuple[Line, ...]
    open: bool


def grouped(lines: Sequence[Line]) -> list[Group]:
    """In their order, neighbours about the same together."""
    return [Group(about, tuple(group), len(lines) <= MANY) for about, group in groupby(lines, key=lambda line: line.about)]


def described(missing: Iterable[Missing], document: Document) -> list[Line]:
    return [_line(each, document) for each in missing]


def _line(each: Missing, document: Document) -> Line:
    step, question = homes()[each.question]
    url = reverse("intake:add", args=[each.step]) if each.why == "no_entries" else _address(Place(step, each.entry), question, document)
    return Line(_about(each, document) or step.heading, question.full_words, WORDS[each.why](), url)


def _address(place: Place, question: Question, document: Document) -> str:
    """The question on its page; alone, where they are asked one at a time."""
    alone = (one for one in calm.ones(place, document) if calm.is_on(document) and one.asks(question))
    one = next(alone, None)
    return one.url(check="1") if one else f"{calm.address(place, check='1')}#div_id_{question.field}"


def _about(each: Missing, document: Document) -> str:
    """The medicine, where it is about one."""
    return (entry_name(document, each.entry) or _("A medicine without a name")) if each.entry else ""
