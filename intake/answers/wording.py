"""Answers as words, for the check page, the record and any print."""

from typing import Any

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from intake.answers.asked import asked, entry_name
from intake.answers.given import WITNESSED
from intake.questionnaire import Document, Question
from intake.questionnaire.naming import medicine_name
from intake.questionnaire.words import say

STATES = {
    "not_sure": gettext_noop("I'm not sure"),
    "declined": gettext_noop("I prefer not to say"),
    "": gettext_noop("Not answered"),
}
AGREED = {
    "read_aloud": gettext_noop("Read aloud, and agreed to"),
    "on_paper": gettext_noop("Signed on paper"),
}
SEASONS = {
    "winter": gettext_noop("winter (January or February)"),
    "spring": gettext_noop("spring"),
    "summer": gettext_noop("summer"),
    "fall": gettext_noop("fall"),
}
UNITS = {
    "mg": gettext_noop("{n} mg"),
    "weeks": gettext_noop("{n} weeks"),
    "percent": gettext_noop("{n} percent better"),
    "sessions": gettext_noop("{n} sessions"),
}


def words(question: Question, answer: dict[str, Any] | None, document: Document, entry: str = "") -> str:
    """One answer in words, in the language of the page."""
    state = answer["state"] if answer else ""
    if state == "invalid":
        return typed(answer)
    if answer and state == WITNESSED:
        return say(AGREED[answer["value"]])
    if state != "answered" or answer is None:
        return say(STATES[state])
    return _value(asked(question, document, entry), answer["value"], document)


def typed(answer: dict[str, Any] | None) -> str:
    """What was typed for an answer that could not be read."""
    raw = answer.get("raw") if answer else None
    parts = raw.values() if isinstance(raw, dict) else [[raw]]
    return ", ".join(str(text) for texts in parts for text in texts)


def _value(question: Question, value: Any, document: Document) -> str:
    if question.kind == "medicine":
        return medicine_name(value)
    if question.kind == "month":
        return _month(value)
    if question.kind == "agreement":
        return _("Yes")
    if isinstance(value, list):
        return ", ".join(_chosen(question, each) for each in value)
    if question.kind in ("choice", "entry", "band"):
        return _chosen(question, value) or entry_name(document, str(value))
    return _amount(question, value)


def _chosen(question: Question, value: Any) -> str:
    choice = question.choice(value)
    return choice.words if choice else _amount(question, value)


def _amount(question: Question, value: Any) -> str:
    return say(UNITS[question.unit]).format(n=value) if question.unit in UNITS else str(value)


def _month(value: dict[str, Any]) -> str:
    """A date as it is remembered: month or season and year, the age then, words of one's own."""
    part = MONTHS.get(value.get("month", 0)) or say(SEASONS.get(value.get("season", ""), ""))
    when = " ".join(str(each) for each in (part, value.get("year")) if each)
    age = _("at age {n}").format(n=value["age"]) if "age" in value else ""
    words = f"“{value['words']}”" if "words" in value else ""
    told = ", ".join(each for each in (when, age, words) if each)
    return _("about {when}").format(when=told) if value.get("about") else told
