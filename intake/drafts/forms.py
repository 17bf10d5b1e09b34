"""The form of a page, made from the questionnaire and the document. One class for all pages."""

from collections.abc import Mapping
from textwrap import shorten
from typing import Any, Final

from crispy_forms.helper import FormHelper
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _

from desk.widgets import Radios
from intake.answers.asked import asked
from intake.answers.reading import part
from intake.answers.rivals import rivals, variants_of
from intake.answers.showing import boxes
from intake.answers.wording import words
from intake.drafts.calm import One, recalled
from intake.drafts.fields import Loose, fields_of
from intake.drafts.layout import layout_of
from intake.questionnaire import Document, Question, Step, key, visible

LONGEST_LINE: Final = 70
SAYS_IT_ALL: Final = ("agreement", "signature")  # kinds whose errors need no question before them


class StepForm(forms.Form):
    """The visible questions of a page, or `one` of them, filled from the document; bound, it shows what was posted and what to do about it."""

    use_required_attribute = False

    def __init__(
        self,
        step: Step,
        document: Document,
        entry: str = "",
        posted: QueryDict | None = None,
        problems: Mapping[str, str] | None = None,
        *,
        one: One | None = None,
    ) -> None:
        shown = [question for question in step.questions if visible(question, document, entry) and (one is None or one.asks(question))]
        self.questions = [asked(recalled(question, document) if one else question, document, entry) for question in shown]
        self.problems = problems or {}
        self.unread = [short(each) for each in self.questions if document["answers"].get(key(each.id, entry), {}).get("state") == "invalid"]
        self.unsaid = {question.id for question in self.questions if key(question.id, entry) not in document["answers"]}
        super().__init__(posted, initial=_initial(self.questions, document, entry))
        for question in self.questions:
            self.fields.update(fields_of(question))
            _of(self.fields[question.field]).language = question.language
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.hide_optional = step.part == 2  # all of it may be left out, and the page says so
        self.helper.layout = layout_of(step.introduction, self.questions, step.lead_language)

    def clean(self) -> dict[str, Any]:
        for question in self.questions:
            if question.id in self.problems:
                self._say(question, self.problems[question.id])
        return self.cleaned_data

    def _say(self, question: Question, problem: str) -> None:
        name = self._at_fault(question)
        self.add_error(name, problem)
        if question.kind not in SAYS_IT_ALL:
            _of(self.fields[name]).in_summary = short(question) if question.id in self.unsaid else f"{short(question)} {problem}"

    @property
    def only_unsaid(self) -> bool:
        """Whether all that is wrong is that questions have no answer yet."""
        return bool(self.errors) and self.unsaid.issuperset(self.problems.keys() & {question.id for question in self.questions})

    def _at_fault(self, question: Question) -> str:
        """The part an error belongs to: a number that was typed, else the question itself."""
        typed = part(question, "number")
        return typed if question.kind == "band" and self.data.get(typed) else question.field


def short(question: Question) -> str:
    """The question as a line among others: its beginning, where it is long."""
    return shorten(question.full_words, LONGEST_LINE, placeholder=" …")


def _of(field: forms.Field) -> Loose:
    assert isinstance(field, Loose)  # noqa: S101
    return field


def _initial(questions: list[Question], document: Document, entry: str) -> dict[str, Any]:
    initial: dict[str, Any] = {}
    for question in questions:
        shown = boxes(question, document["answers"].get(key(question.id, entry)))
        if question.kind == "agreement" and shown:
            shown = {"": True}  # drawn with the words of this page's language, whichever were agreed to before
        if question.kind == "month":
            shown |= {"": {name: shown.get(name) for name in ("month", "year")}}
        initial |= {part(question, suffix): value for suffix, value in shown.items()}
    return initial


def disputed(step: Step, document: Document, entry: str, one: One | None) -> list[Question]:
    """What windows answered differently, of what is asked."""
    return [question for question in rivals(step, document, entry) if one is None or one.asks(question) or question.outside]


class WhichForm(forms.Form):
    """For each answer that windows gave differently: which is right? The choices are named by the counter each came with."""

    use_required_attribute = False

    def __init__(self, step: Step, document: Document, entry: str = "", one: One | None = None) -> None:
        super().__init__()
        for question in disputed(step, document, entry, one):
            variants = sorted(variants_of(document["answers"][key(question.id, entry)]), key=lambda each: each["rev"])
            options = [(each["rev"], words(question, each, document, entry)) for each in variants]
            hints = {str(options[0][0]): _("The first you gave"), str(options[-1][0]): _("The last you gave")}
            self.fields[f"{question.field}_settle"] = Loose(label=question.full_words, widget=Radios(choices=options, hints=hints))
        self.helper = FormHelper(self)
        self.helper.form_tag = False
        self.helper.form_show_errors = False
