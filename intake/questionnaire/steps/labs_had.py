"""Tests a person has had. Part 2: never required."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import some_of
from intake.questionnaire.labs import labelled
from intake.questionnaire.shape import NONE, Choice, Question, Step

STEP = Step(
    "labs-had",
    _("Tests you have had"),
    (
        some_of(
            "labs_had.which",
            _("Which of these have you had in the last year or so?"),
            *(Choice(each.id, each.plain) for each in labelled("A")),
            Choice(NONE, _("None of these")),
            optional=True,
        ),
        Question(
            "labs_had.results",
            "long_text",
            _("Any others, and what do you know about the results?"),
            _("Numbers if you have them, or who has them, like: my doctor has them."),
            unsure=False,
            optional=True,
            longest=4000,
        ),
    ),
    part=2,
    why=_("So that you need not do a test twice."),
)
