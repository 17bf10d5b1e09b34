"""Energy, clear thinking, feeling, drive, eating and moving: how the days are. Questions of our own, not a scale."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import one_of, some_of
from intake.questionnaire.shape import NONE, Choice, Question, Step


def _how_much(id: str, label: str, hint: str = "") -> Question:
    answers = (Choice("no", _("Not at all")), Choice("little", _("A little")), Choice("lot", _("A lot")))
    return one_of(id, label, *answers, hint=hint, declinable=True, optional=True)


STEP = Step(
    "daily-life",
    _("How your days are"),
    (
        _how_much("days.tired", _("Are you tired in a way that rest does not mend?")),
        _how_much("days.fog", _("Is your head foggy?"), _("Like it is hard to think or to find words.")),
        _how_much("days.flat", _("Do you feel flat or numb?"), _("As if nothing reaches you, good or bad.")),
        _how_much("days.drive", _("Is it hard to get started on things?")),
        one_of(
            "days.appetite",
            _("How is your appetite?"),
            Choice("less", _("Less than usual")),
            Choice("same", _("As usual")),
            Choice("more", _("More than usual")),
            declinable=True,
            optional=True,
        ),
        some_of(
            "days.diet",
            _("Do any of these fit how you eat?"),
            Choice("skips", _("I often skip meals")),
            Choice("no_meat", _("No meat or fish")),
            Choice("no_animal", _("Nothing from animals")),
            Choice("no_gluten", _("No gluten")),
            Choice("low_carb", _("Few carbs")),
            Choice("trouble", _("Eating is hard for me in some way")),
            Choice(NONE, _("None of these")),
            declinable=True,
            optional=True,
        ),
        one_of(
            "days.active",
            _("On how many days a week do you move enough to breathe harder?"),
            Choice("0", _("None")),
            Choice("1_2", _("One or two")),
            Choice("3_4", _("Three or four")),
            Choice("5_more", _("Five or more")),
            hint=_("A brisk walk counts."),
            declinable=True,
            optional=True,
        ),
    ),
    part=2,
    why=_("Low mood can make you tired and foggy. So can a health problem or a medicine."),
    minutes=2,
)
