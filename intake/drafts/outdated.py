"""A page that was drawn before the questionnaire changed: what it sends and no question takes is not saved, and the person is told."""

from typing import Final

from django.http import QueryDict

from intake.questionnaire import DIGEST, Step

ASKED: Final = "asked"  # the questionnaire that the page was drawn with
NOW: Final = DIGEST[:12]
CONTROLS: Final = {
    *("csrfmiddlewaretoken", "form", "rev", "window", "only", "auto", "help", ASKED),
    *("picked", "drawn", "typed", "go", "later", "calm", "by_phone", "settle", "still_right"),
}


def lost(step: Step, posted: QueryDict) -> list[str]:
    """What a page of another questionnaire says to questions that are not asked here any more, as it was sent."""
    if posted.get(ASKED, NOW) == NOW:
        return []
    fields = [question.field for question in step.questions]
    return [text for name in posted if not _taken(name, fields) for text in posted.getlist(name) if text.strip()]


def _taken(name: str, fields: list[str]) -> bool:
    return name in CONTROLS or any(name == field or name.startswith(f"{field}_") for field in fields)
