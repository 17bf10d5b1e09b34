"""Health conditions, in groups of ticks. Part 2: never required."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import some_of
from intake.questionnaire.health import GROUPS, HealthGroup
from intake.questionnaire.shape import NONE, Choice, Question, Step


def _ticks(group: HealthGroup) -> Question:
    choices = [Choice(each.id, each.plain) for each in group.conditions]
    choices.append(Choice(NONE, _("None of these")))
    return some_of(f"conditions.{group.id.replace('-', '_')}", group.title, *choices, hint="", declinable=True, optional=True)


STEP = Step(
    "conditions",
    _("Your health"),
    tuple(_ticks(group) for group in GROUPS),
    part=2,
    why=_("Some health problems keep mood low, and some change which treatment is safe."),
    lead=_("Have you ever had any of these? Tick all that fit."),
    minutes=2,
)
