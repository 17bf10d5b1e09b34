"""What the form's layout needs beside crispy's own words: a question's parts kept together, words read before a question."""

from typing import Any, ClassVar

from crispy_forms.bootstrap import AppendedText
from crispy_forms.layout import Div, Fieldset, Layout, LayoutObject
from django.template.loader import render_to_string
from django.utils.translation import gettext

from intake.answers.reading import part
from intake.drafts.fields import fields_of
from intake.questionnaire import Question
from intake.questionnaire.words import say


class Together(Div):
    """The parts of one question, close to one another."""

    css_class = "together"


class Outside(Div):
    """Questions apart from a scale, with a button of their own: who ticks one need not pass by the scale."""

    template = "intake/drafts/_outside.html"
    css_class = "outside"


class Words(LayoutObject):
    """Words of the page itself, drawn by one small template."""

    template = ""

    def __init__(self, words: str, language: str = "") -> None:
        self.words, self.language = words, language
        self.fields: list[Any] = []

    def render(self, form: Any, context: Any, **kwargs: Any) -> str:
        return render_to_string(self.template, {"words": self.words, "language": self.language})


class Lead(Words):
    """What the page begins with, below the error summary."""

    template = "intake/drafts/_lead.html"


class Notice(Words):
    """Words to read before the next question."""

    template = "intake/drafts/_notice.html"


class QuickPick(LayoutObject):
    """The medicines to tick, as the page's context holds them; nothing on other pages."""

    fields: ClassVar[list[Any]] = []

    def render(self, form: Any, context: Any, **kwargs: Any) -> str:
        return render_to_string("intake/drafts/_tiles.html", context.flatten()) if context.get("tiles") else ""


class AnotherWay(LayoutObject):
    """Other ways to say when something was: folded away until they are wanted."""

    def __init__(self, *fields: str) -> None:
        self.fields = list(fields)

    def render(self, form: Any, context: Any, **kwargs: Any) -> str:
        used = any(form[name].value() for name in self.fields)
        drawn = self.get_rendered_fields(form, context, **kwargs)
        return render_to_string("intake/drafts/_another_way.html", {"fields": drawn, "used": used})


def layout_of(lead: str, questions: list[Question], language: str = "") -> Layout:
    """What stands outside, the page's first words, then its questions in their order; neighbours with one topic under one heading."""
    outside = [question for question in questions if question.outside]
    above = [Outside(*(_drawn(question) for question in outside))] if outside else []
    layout = Layout(*above, *([Lead(lead, language)] if lead else []), QuickPick())
    for question in (question for question in questions if not question.outside):
        before = [Notice(say(question.before))] if question.before else []
        _shelf(layout, say(question.topic)).extend([*before, _drawn(question)])
    return layout


def _shelf(layout: Layout, topic: str) -> list[Any]:
    """Where the next question goes: the page itself, or the fieldset of its topic."""
    if not topic:
        return layout.fields
    last = layout.fields[-1] if layout.fields else None
    if not (isinstance(last, Fieldset) and last.legend == topic):
        layout.fields.append(Fieldset(topic))
    return layout.fields[-1].fields


def _drawn(question: Question) -> Any:
    names = list(fields_of(question))
    with_unit = {question.field} if question.kind in ("number", "dose") else {part(question, "number")}
    drawn = [AppendedText(name, gettext(question.unit)) if name in with_unit else name for name in names]
    if question.aids:
        drawn = [drawn[0], AnotherWay(*names[1:3]), *names[3:]]
    return Together(*drawn) if len(drawn) > 1 else drawn[0]
