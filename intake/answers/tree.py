"""The answers as one tree: the check page, the record and any print draw this and nothing else."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from intake.answers.asked import entry_name
from intake.answers.document import entries
from intake.answers.required import Missing, missing_in, missing_list, waived
from intake.answers.wording import words
from intake.questionnaire import GROUP_OF, PAGES, STEPS, Document, Question, Said, Step, key, visible
from intake.questionnaire.whole import items_of_scales


@dataclass(frozen=True)
class Row:
    """One question and what was said to it, in words.

    `state` as in the document, "" where nothing was said; `source`: the sitting; `spared`: it may be left out, or another answer makes up for it.
    """

    question: Question
    label: str
    words: str
    state: str
    missing: bool = False
    source: str = ""
    spared: bool = False

    @property
    def shown(self) -> bool:
        """Whether it stands where answers are checked, and in the copy: what need not be answered and was not, does not."""
        return bool(self.state) or not self.spared


@dataclass(frozen=True)
class Page:
    """The rows of one page; `entry` is the id of the group's entry it belongs to."""

    step: Step
    rows: tuple[Row, ...]
    entry: str = ""

    @property
    def shown(self) -> list[Row]:
        return [row for row in self.rows if row.shown]

    @property
    def said(self) -> bool:
        """Whether anything was: of a page nobody has touched, its name is enough."""
        return any(row.state for row in self.rows)

    @property
    def missing(self) -> bool:
        return any(row.missing for row in self.rows)


@dataclass(frozen=True)
class Entry:
    """One entry of a group, with its pages."""

    id: str
    name: str
    pages: tuple[Page, ...]

    @property
    def missing(self) -> bool:
        return any(page.missing for page in self.pages)


@dataclass(frozen=True)
class Section:
    """One line of the list of sections: its first page, the pages that follow from it, its entries."""

    step: Step
    pages: tuple[Page, ...]
    entries: tuple[Entry, ...] = ()
    extra: tuple[Missing, ...] = field(default=())

    @property
    def title(self) -> str:
        return self.step.heading

    @property
    def state(self) -> str:
        """`done`, `started`, `empty`."""
        said = any(page.said for page in self._all())
        if not said and not self.entries:
            return "empty"
        return "started" if self.missing or self._half_a_scale else "done"

    @property
    def _half_a_scale(self) -> bool:
        """Whether a scale was begun and not finished: without all its items it has no total. Passing by it is finishing it."""
        rows = [row for page in self._all() for row in page.rows]
        items = [bool(row.state) for row in rows if row.question.id in items_of_scales()]
        return any(items) and not all(items) and not any(row.question.outside and row.state for row in rows)

    @property
    def missing(self) -> bool:
        return bool(self.extra) or any(page.missing for page in self._all())

    def _all(self) -> list[Page]:
        return [*self.pages, *(page for entry in self.entries for page in entry.pages)]


def tree(document: Document, part: int | None = None) -> list[Section]:
    """Every visible section (of one part, if it is named) with every visible question, in the order asked."""
    firsts = [step for step in STEPS if not step.section and part in (None, step.part) and visible(step, document)]
    return [_section(step, document) for step in firsts]


def _section(step: Step, document: Document) -> Section:
    followers = [each for each in STEPS if each.section == step.slug and visible(each, document)]
    group = GROUP_OF.get(step.slug, "")
    return Section(
        step,
        tuple(_page(each, document) for each in (step, *followers)),
        tuple(_entry(group, entry, document) for entry in entries(document, group)),
        tuple(missing_list(step, document)),
    )


def _entry(group: str, entry: str, document: Document) -> Entry:
    name = entry_name(document, entry) or _("A medicine without a name")
    return Entry(entry, name, tuple(_page(page, document, entry) for page in PAGES[group] if visible(page, document, entry)))


def _page(step: Step, document: Document, entry: str = "") -> Page:
    open_ones = {each.question for each in missing_in(step, document, entry)}
    asked = [question for question in step.questions if visible(question, document, entry)]
    return Page(step, tuple(_row(question, document, entry, question.id in open_ones) for question in asked), entry)


def _row(question: Question, document: Document, entry: str, missing: bool) -> Row:
    answer: dict[str, Any] | None = document["answers"].get(key(question.id, entry))
    state, source = (answer["state"], answer.get("sitting", "")) if answer else ("", "")
    spared = question.optional or waived(question, Said(document, entry))
    return Row(question, question.full_words, words(question, answer, document, entry), state, missing, source, spared)
