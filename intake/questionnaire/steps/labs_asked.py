"""Tests a person asks for. Nothing is ticked beforehand; what can't be ordered here is kept as a wish to talk about it."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import some_of
from intake.questionnaire.labs import labelled
from intake.questionnaire.shape import Choice, Question, Step


def _ticks(id: str, label: str, hint: str, *evidence: str) -> Question:
    return some_of(id, label, *(Choice(each.id, each.plain) for each in labelled(*evidence)), hint=hint, optional=True, unsure=False)


STEP = Step(
    "labs-asked",
    _("Tests you would like"),
    (
        _ticks(
            "labs_asked.usual",
            _("Tests that doctors often do"),
            _("Tick what you would like. Your clinician decides with you which ones make sense."),
            "A",
        ),
        _ticks(
            "labs_asked.indicated",
            _("Tests for a special reason"),
            _("Tick what you think may fit you."),
            "B",
        ),
        _ticks(
            "labs_asked.studied",
            _("Tests that are still being studied"),
            _("They may not change your care. Tick what you want to ask about."),
            "C",
        ),
        _ticks(
            "labs_asked.discuss",
            _("Tests we do not order"),
            _("Tick what you would like to talk about. We will tell you what we know."),
            "D",
        ),
        Question(
            "labs_asked.other",
            "text",
            _("Any other test?"),
            unsure=False,
            optional=True,
        ),
    ),
    part=2,
    why=_("You may ask for any test. You will hear what it can and can't show."),
)
