"""Sleep and where it hurts. History questions in our own words, not a scale."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import one_of, some_of, yes_no
from intake.questionnaire.shape import NONE, Choice, Question, Step

STEP = Step(
    "sleep",
    _("Sleep and pain"),
    (
        one_of(
            "sleep.hours",
            _("How many hours do you sleep on most nights?"),
            Choice("under_5", _("Less than 5")),
            Choice("5_6", _("5 or 6")),
            Choice("7_8", _("7 or 8")),
            Choice("9_more", _("9 or more")),
            declinable=True,
            optional=True,
        ),
        some_of(
            "sleep.trouble",
            _("Is any of this hard for you?"),
            Choice("falling", _("To fall asleep")),
            Choice("staying", _("To stay asleep")),
            Choice("early", _("I wake too early")),
            Choice("too_much", _("I sleep too much")),
            Choice(NONE, _("None of these")),
            declinable=True,
            optional=True,
        ),
        yes_no("sleep.lasting", _("Has it been like that on 3 nights a week or more, for 3 months or more?"), optional=True),
        yes_no("sleep.snores", _("Do you snore loudly?"), optional=True),
        yes_no("sleep.pauses", _("Has anyone seen you stop breathing in your sleep?"), optional=True),
        yes_no("sleep.machine", _("Do you use a breathing machine at night?"), _("Also called CPAP."), optional=True),
        yes_no("sleep.legs", _("Do your legs have to move when you rest at night?"), optional=True),
        Question(
            "sleep.pain", "text", _("Do you have pain on most days? Where?"), _("Leave it blank if not."), unsure=False, optional=True
        ),
    ),
    part=2,
    why=_("Bad sleep can keep mood low. Some causes can be mended."),
    minutes=2,
)
