"""A scale as pages: its words and order from its file, the skip control above it and outside it."""

from typing import Final

from django.utils.translation import gettext_noop as _

from intake.questionnaire.conditions import AllOf, Condition, Is, IsNot
from intake.questionnaire.scales import Item, Scale
from intake.questionnaire.shape import Choice, Question, Step
from intake.questionnaire.words import Official, Words

SEX: Final = "about.sex"


def item_id(scale: Scale, number: int) -> str:
    return f"{scale.id}.item{number}"


def skip_id(scale: Scale) -> str:
    return f"{scale.id}.skip"


def pages(scale: Scale, title: Words, why: str, *, minutes: int, more: str = "") -> tuple[Step, ...]:
    """The scale's page; where an item must be answered before the others, those stand on a page of their own.

    `more` is the address of that second page. It must not say what the first answer was.
    """
    first = [item for item in scale.items if scale.gate is None or item.number == scale.gate.item]
    rest = [item for item in scale.items if item not in first]
    shown = Step(
        scale.id,
        title,
        (_skip(scale), *(_question(scale, item) for item in first)),
        part=2,
        why=why,
        lead=scale.stem,
        notice=Official(scale.licence),
        minutes=minutes,
    )
    return (shown, *_second(scale, title, rest, more)) if rest else (shown,)


def _second(scale: Scale, title: Words, items: list[Item], slug: str) -> tuple[Step, ...]:
    questions = tuple(_question(scale, item) for item in items)
    when = _goes_on(scale)
    licence = Official(scale.licence)
    return (Step(slug, title, questions, part=2, lead=scale.then, notice=licence, when=when, section=scale.id, minutes=1),)


def _goes_on(scale: Scale) -> Condition:
    """The first item was answered, and not so that the rest is left out."""
    assert scale.gate  # noqa: S101
    item = next(item for item in scale.items if item.number == scale.gate.item)
    going_on = tuple(answer.score for answer in item.answers if answer.score not in scale.gate.stops)
    return AllOf((Is(item_id(scale, item.number), going_on), IsNot(skip_id(scale), ("yes",))))


def _skip(scale: Scale) -> Question:
    return Question(
        skip_id(scale),
        "agreement",
        _("I'd rather not answer these questions"),
        _("That is all right. We can talk about it at your visit."),
        choices=(Choice("yes", ""),),
        unsure=False,
        optional=True,
        outside=True,
    )


def _question(scale: Scale, item: Item) -> Question:
    choices = tuple(Choice(answer.score, answer.words) for answer in item.answers)
    return Question(item_id(scale, item.number), "choice", item.words, choices=choices, unsure=False, optional=True, when=_for(item))


def _for(item: Item) -> Condition | None:
    if not item.sex:
        return None
    return IsNot(SEX, ("male",)) if item.sex == "other" else Is(SEX, (item.sex,))
