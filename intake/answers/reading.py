"""From what a form posted to an answer, kind by kind. Never raises and never drops: what can't be read is kept as typed."""

from collections.abc import Callable
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from intake.answers.dates import recalled
from intake.answers.given import BLANK, TEXT_BOXES, Given, Parts, Posted, allowed, answered, instead, invalid, wrong
from intake.answers.numbers import DOSE_UNITS, PERCENT_UNITS, SESSION_UNITS, WEEK_UNITS, number, tidy
from intake.answers.picking import medicine
from intake.answers.text import one, plain
from intake.questionnaire import NONE, Question

Reader = Callable[[Question, Parts], Given]
UNITS: Final = {"mg": DOSE_UNITS, "weeks": WEEK_UNITS, "percent": PERCENT_UNITS, "sessions": SESSION_UNITS}
OWN_PARTS: Final = {"band": ("", "number"), "month": ("year", "month", "about", "age", "words"), "medicine": ("", "typed")}
BOXES: Final = {"band": "number", "month": "year", "medicine": "typed"}  # the text box that is always posted with its page
TICKED_BLANK: Final = ("choices", "agreement")  # nothing ticked is posted as nothing at all
MOST_KEPT: Final = 20_000  # characters of one answer, all its parts together
_PHONE_DIGITS: Final = range(7, 16)


def part(question: Question, suffix: str) -> str:
    """The form field of one part of a question."""
    return f"{question.field}_{suffix}" if suffix else question.field


def read(question: Question, posted: Posted, today: date) -> Given | None:
    """The answer a form gave to a question; None where the form did not hold the question."""
    parts = _parts(question, posted)
    if not parts:
        return BLANK if _was_there(question, posted) else None
    if sum(_length(values) for values in parts.values()) > MOST_KEPT:
        return _clipped(parts)
    said = instead(question, parts) or _repeated(question, parts)
    if said:
        return said
    return _month(question, parts, today) if question.kind == "month" else READERS[question.kind](question, parts)


def _repeated(question: Question, parts: Parts) -> Given | None:
    """One box that came with two texts: both are kept, and the person is asked."""
    twice = question.kind != "choices" and any(len(set(texts)) > 1 for texts in parts.values())
    return invalid(parts, wrong(question)) if twice else None


def _length(values: list[str]) -> int:
    return sum(len(text) for text in values)


def _clipped(parts: Parts) -> Given:
    """The beginning of what is too long for any question; the person is told where it ends."""
    left = MOST_KEPT
    kept: dict[str, list[str]] = {}
    for suffix, text in ((suffix, text) for suffix, texts in parts.items() for text in texts if left):
        kept.setdefault(suffix, []).append(text[:left])
        left -= len(text[:left])
    words = _("This is too long to keep. We kept the first {most} characters: please make it shorter.")
    return invalid(kept, words.format(most=f"{MOST_KEPT:,}"))


def _parts(question: Question, posted: Posted) -> dict[str, list[str]]:
    ticks = allowed(question) if question.kind in TEXT_BOXES else []
    suffixes = (*OWN_PARTS.get(question.kind, ("",)), *ticks)
    filled = {suffix: [text for text in posted.getlist(part(question, suffix)) if text.strip()] for suffix in suffixes}
    return {suffix: values for suffix, values in filled.items() if values}


def _was_there(question: Question, posted: Posted) -> bool:
    box = BOXES.get(question.kind, "")
    return question.kind in TICKED_BLANK or ((question.kind in TEXT_BOXES or bool(box)) and part(question, box) in posted)


def _text(question: Question, parts: Parts) -> Given:
    text = plain(one(parts))
    if len(text) > question.longest:
        return invalid(parts, _("Make it shorter: at most {most} characters. It has {now}.").format(most=question.longest, now=len(text)))
    return answered(text) if text else invalid(parts, wrong(question))


def _phone(question: Question, parts: Parts) -> Given:
    digits = sum(letter.isdigit() for letter in one(parts))
    return _text(question, parts) if digits in _PHONE_DIGITS else invalid(parts, wrong(question))


def _signature(question: Question, parts: Parts) -> Given:
    letters = sum(letter.isalpha() for letter in one(parts))
    return _text(question, parts) if letters >= 2 else invalid(parts, wrong(question))


def _choice(question: Question, parts: Parts) -> Given:
    chosen = question.choice(one(parts))
    return answered(chosen.value) if chosen else invalid(parts, wrong(question))


def _choices(question: Question, parts: Parts) -> Given:
    chosen = [choice.value for choice in question.choices if str(choice.value) in parts[""]]
    if len(chosen) != len(set(parts[""])):
        return invalid(parts, wrong(question))
    if NONE in chosen and len(chosen) > 1:
        return invalid(parts, _("You ticked “None of these” and something else. Keep only what is right."))
    return answered(chosen)


def _number(question: Question, parts: Parts) -> Given:
    typed = one(parts)
    figure = _within(question, number(typed, UNITS[question.unit]))
    return invalid(parts, wrong(question)) if figure is None else answered(tidy(figure), typed)


def _within(question: Question, figure: float | None) -> float | None:
    fits = figure is not None and question.least <= figure <= question.most and (question.kind != "dose" or figure > 0)
    return figure if fits else None


def _band(question: Question, parts: Parts) -> Given:
    if "number" not in parts:
        return _choice(question, parts)
    if "" in parts:
        return invalid(parts, _("You chose an answer and also typed a number. Keep only one."))
    typed = one(parts, "number")
    figure = _within(question, number(typed, UNITS[question.unit]))
    return invalid(parts, wrong(question)) if figure is None else answered(tidy(figure), typed)


def _month(question: Question, parts: Parts, today: date) -> Given:
    words = plain(one(parts, "words"))
    if len(words) > question.longest:
        return invalid(parts, _("Make it shorter: at most {most} characters. It has {now}.").format(most=question.longest, now=len(words)))
    year, month, age = (one(parts, suffix) for suffix in ("year", "month", "age"))
    when = recalled(year=year, month=month, age=age, words=words, about="about" in parts, today=today)
    return invalid(parts, wrong(question)) if when is None else answered(when)


READERS: Final[dict[str, Reader]] = {
    "text": _text,
    "long_text": _text,
    "phone": _phone,
    "signature": _signature,
    "agreement": _choice,
    "choice": _choice,
    "entry": _choice,
    "choices": _choices,
    "number": _number,
    "dose": _number,
    "band": _band,
    "medicine": medicine,
}
