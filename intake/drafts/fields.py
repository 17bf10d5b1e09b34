"""Form fields from questions. They draw and carry; reading what was posted is the answers' business."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from django import forms
from django.utils.dates import MONTHS
from django.utils.translation import gettext as _

from desk.widgets import Radios, Ticks
from intake.answers.given import DECLINED, NOT_SURE, allowed
from intake.answers.reading import part
from intake.questionnaire import Question
from intake.questionnaire.words import say

Fields = dict[str, forms.Field]
# What a browser may fill in by itself (WCAG 1.3.5).
AUTOCOMPLETE: Final = {"about.phone": "tel", "about.call_me": "nickname", "consent.signature": "name"}
LONGEST_SIZE: Final = 40


class Loose(forms.Field):
    """Takes whatever was posted. `required` only says that the question is not optional; `in_summary` is its line among the errors.

    `language` is that of its words and choices, where it is not the page's.
    """

    in_summary = ""
    language = ""

    def validate(self, value: Any) -> None:
        return


SEASON_WORDS: Final[dict[str, Callable[[], str]]] = {
    "winter": lambda: _("Winter (January or February)"),
    "spring": lambda: _("Spring (March to May)"),
    "summer": lambda: _("Summer (June to August)"),
    "fall": lambda: _("Fall (September to November)"),
}


class MonthBoxes(forms.MultiWidget):
    """Month by name, or season, if known, and year."""

    def __init__(self) -> None:
        months = [
            ("", _("Not sure")),
            *((name, words()) for name, words in SEASON_WORDS.items()),
            *((number, name) for number, name in MONTHS.items()),
        ]
        year = forms.TextInput({"label": _("Year"), "inputmode": "numeric", "autocomplete": "off"})
        super().__init__({"month": forms.Select({"label": _("Month or season")}, months), "year": year})

    def decompress(self, value: Any) -> list[Any]:
        return [value.get("month"), value.get("year")] if value else [None, None]


class MonthField(Loose):
    widget = MonthBoxes


def fields_of(question: Question) -> Fields:
    """The fields of one question by name, the main one first."""
    return BUILDERS[question.kind](question)


def _loose(question: Question, widget: forms.Widget, label: str = "") -> Loose:
    return Loose(label=label or question.words, help_text="" if label else question.guidance, widget=widget, required=not question.optional)


def _box(question: Question) -> Fields:
    attrs: dict[str, Any] = {"autocomplete": AUTOCOMPLETE.get(question.id, "off")}
    widget = forms.TelInput(attrs | {"size": 20}) if question.kind == "phone" else forms.TextInput(attrs)
    return {question.field: _loose(question, widget), **_ticks_instead(question)}


def _number(question: Question) -> Fields:
    return {question.field: _loose(question, _figure()), **_ticks_instead(question)}


def _long_box(question: Question) -> Fields:
    return {question.field: _loose(question, forms.Textarea({"rows": 4, "autocomplete": "off"})), **_ticks_instead(question)}


def _figure() -> forms.TextInput:
    return forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "size": 8})


def _tick(question: Question) -> Fields:
    return {question.field: _loose(question, forms.CheckboxInput({"value": question.tick.value}))}


def _radios(question: Question) -> Fields:
    return {question.field: _loose(question, Radios(**_options(question)))}


def _ticks(question: Question) -> Fields:
    return {question.field: _loose(question, Ticks(**_options(question)))}


def _band(question: Question) -> Fields:
    typed = {
        "weeks": _("Or type the number of weeks"),
        "percent": _("Or type a number from 0 (no better) to 100 (well again)"),
    }[question.unit]
    return _radios(question) | {part(question, "number"): _loose(question, _figure(), typed)}


def _month(question: Question) -> Fields:
    main = MonthField(label=question.words, help_text=question.guidance, required=not question.optional)
    return {
        question.field: main,
        **(_another_way(question) if question.aids else {}),
        part(question, "about"): _said(question, _("This is a guess")),
        **_ticks_instead(question),
    }


def _another_way(question: Question) -> Fields:
    age = forms.TextInput({"inputmode": "numeric", "autocomplete": "off", "size": 4} | _about(question))
    words = forms.TextInput({"autocomplete": "off", "size": LONGEST_SIZE} | _about(question))
    return {
        part(question, "age"): _loose(question, age, _("How old were you?")),
        part(question, "words"): _loose(question, words, _("What was going on then? A job, a birth, a move")),
    }


def _medicine(question: Question) -> Fields:
    box = forms.TextInput({"autocomplete": "off", "spellcheck": "false", "size": LONGEST_SIZE})
    return _radios(question) | {part(question, "typed"): _loose(question, box, _("Or type its name"))}


def _options(question: Question) -> dict[str, Any]:
    said = [(state, words()) for state, words in INSTEAD_WORDS.items() if state in allowed(question)]
    hints = {str(choice.value): say(choice.hint) for choice in question.choices if choice.hint}
    return {
        "choices": [*((choice.value, choice.words) for choice in question.choices), *said],
        "hints": hints,
        "divider_before": said[0][0] if said else None,
    }


INSTEAD_WORDS: Final[dict[str, Callable[[], str]]] = {
    NOT_SURE: lambda: _("I'm not sure"),
    DECLINED: lambda: _("I prefer not to say"),
}


def _ticks_instead(question: Question) -> Fields:
    return {part(question, state): _said(question, INSTEAD_WORDS[state]()) for state in _in_order(allowed(question))}


def _in_order(states: Iterable[str]) -> list[str]:
    return [state for state in INSTEAD_WORDS if state in states]


def _said(question: Question, label: str) -> Loose:
    return Loose(label=label, widget=forms.CheckboxInput({"value": "yes"} | _about(question)))


def _about(question: Question) -> dict[str, str]:
    """Whoever hears a part of a question alone hears which one it belongs to. For parts that never get an error of their own."""
    return {"aria-describedby": f"id_{question.field}_label"}


BUILDERS: Final[dict[str, Callable[[Question], Fields]]] = {
    "text": _box,
    "phone": _box,
    "signature": _box,
    "long_text": _long_box,
    "agreement": _tick,
    "number": _number,
    "dose": _number,
    "choice": _radios,
    "entry": _radios,
    "choices": _ticks,
    "band": _band,
    "month": _month,
    "medicine": _medicine,
}
