"""Tests a person has had, and on a second page what they showed, where the person has it at hand. Part 2: never required."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import one_of, some_of
from intake.questionnaire.conditions import AllOf, Is, Ticked
from intake.questionnaire.labs import Lab, labelled
from intake.questionnaire.shape import NONE, Choice, Question, Step

WHICH, WHO = "labs_had.which", "labs_had.who"
ASKED = labelled("A")

STEP = Step(
    "labs-had",
    _("Tests you have had"),
    (
        some_of(
            WHICH,
            _("Which of these have you had in the last year or so?"),
            *(Choice(each.id, each.plain) for each in ASKED),
            Choice(NONE, _("None of these")),
            optional=True,
        ),
        one_of(
            WHO,
            _("Who has the results?"),
            Choice("here", _("I have them here")),
            Choice("some", _("I have some of them here")),
            Choice("doctor", _("My doctor has them")),
            optional=True,
        ),
        Question(
            "labs_had.results",
            "long_text",
            _("Any other tests, and what do you know about them?"),
            _("In your own words."),
            unsure=False,
            optional=True,
            longest=4000,
        ),
    ),
    part=2,
    why=_("So that you need not do a test twice."),
)


def _result(each: Lab) -> tuple[Question, ...]:
    had, slug = Ticked(WHICH, (each.id,)), each.id.replace("-", "_")
    return (
        Question(f"lab.{slug}_value", "text", _("The result"), _("As it stands on the paper."), (), False, optional=True, when=had, topic=each.plain, longest=80),
        Question(f"lab.{slug}_unit", "text", _("The unit, if one is given"), _("Like mg/dL or %."), (), False, optional=True, when=had, topic=each.plain, longest=40),
        Question(
            f"lab.{slug}_when",
            "month",
            _("About when was it?"),
            optional=True,
            when=had,
            topic=each.plain,
            wrong=_("Enter a year with four figures, like 2022. It can't be in the future."),
        ),
    )  # fmt: skip


RESULTS = Step(
    "more-e",
    _("Your results"),
    tuple(question for each in ASKED for question in _result(each)),
    part=2,
    why=_("You may leave out what you do not have at hand."),
    when=AllOf((Is(WHO, ("here", "some")), Ticked(WHICH, tuple(each.id for each in ASKED)))),
    section=STEP.slug,
)
