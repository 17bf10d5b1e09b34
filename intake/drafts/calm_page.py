"""What the templates show around a question that is asked alone."""

from collections.abc import Callable
from typing import Any, Final

from django.utils.translation import gettext as _

from intake.answers.tree import Section
from intake.drafts import calm
from intake.drafts.calm import One
from intake.drafts.places import Place
from intake.questionnaire import Document, Said, visible

# From this share of a part's sections on.
SO_FAR: Final[list[tuple[float, Callable[[], str]]]] = [
    (0.8, lambda: _("You are nearly there.")),
    (0.6, lambda: _("More than half is done.")),
    (0.4, lambda: _("You are about half way.")),
    (0.2, lambda: _("You have made a good start.")),
    (0.0, lambda: _("You have just begun.")),
]


def calm_context(place: Place, document: Document, one: One | None, sections: list[Section]) -> dict[str, Any]:
    """The mode; and the question's number, how far the person has come in words, and the ways past the whole of its scale."""
    outside = [question for question in place.step.questions if question.outside and visible(question, document, place.entry)]
    said = Said(document, place.entry)
    return {
        "calm": calm.is_on(document),
        "one": one,
        "first": one is None or one.number == 1,
        "foreign": _foreign(place, one),
        "so_far": so_far(sections) if one else "",
        "skips": [question for question in outside if not said.value(question.id)] if one and one.number else [],
    }


def _foreign(place: Place, one: One | None) -> bool:
    """Whether to say that words are in English only: once a page, or at the one question that is."""
    step = place.step
    if one is None:
        return step.foreign
    return one.number == 1 if step.lead_language else any(question.language for question in step.questions if one.asks(question))


def so_far(sections: list[Section]) -> str:
    """How much of a part is done, in words."""
    open_ones = sum(section.missing or section.state == "empty" for section in sections)
    done = 1 - open_ones / len(sections) if sections else 1
    return next(words() for least, words in SO_FAR if done >= least)
