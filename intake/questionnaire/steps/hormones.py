"""Hormones and the cycle, asked of whom they concern by their own word and never by gender. The second page's address says nothing."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import one_of, some_of, yes_no
from intake.questionnaire.conditions import Ticked
from intake.questionnaire.shape import NONE, Choice, Step

MATTER = "hormones.matter"
CYCLE = Ticked(MATTER, ("periods", "menopause", "birth_control"))
PREGNANCY = Ticked(MATTER, ("pregnancy",))

STEP = Step(
    "hormones",
    _("Hormones"),
    (
        some_of(
            MATTER,
            _("Which of these matter for your care?"),
            Choice("periods", _("I have periods")),
            Choice("pregnancy", _("I could be pregnant, or I plan to be")),
            Choice("nursing", _("I breastfeed or chestfeed")),
            Choice("menopause", _("Menopause, or close to it")),
            Choice("birth_control", _("Birth control with hormones")),
            Choice("hormone_care", _("I take hormones like estrogen or testosterone")),
            Choice("thyroid", _("I take thyroid medicine")),
            Choice(NONE, _("None of these")),
            hint=_("We ask everyone. Tick all that fit you."),
            declinable=True,
            optional=True,
        ),
    ),
    part=2,
    why=_("Hormones can move mood, and some medicines are not safe in pregnancy."),
)

MORE = Step(
    "more-d",
    _("A little more about hormones"),
    (
        one_of(
            "cycle.mood",
            _("Does your mood change with your cycle?"),
            Choice("before", _("Yes, it gets worse before my period")),
            Choice("other", _("Yes, at other times")),
            Choice("no", _("No")),
            declinable=True,
            optional=True,
            when=CYCLE,
        ),
        one_of(
            "cycle.regular",
            _("How are your periods now?"),
            Choice("regular", _("They come at much the same time")),
            Choice("irregular", _("They come and go")),
            Choice("stopped", _("They have stopped")),
            declinable=True,
            optional=True,
            when=CYCLE,
        ),
        yes_no("pregnancy.plan", _("Do you hope to be pregnant in the next year?"), optional=True, when=PREGNANCY),
        yes_no("pregnancy.maybe", _("Could you be pregnant now?"), optional=True, when=PREGNANCY),
    ),
    part=2,
    when=Ticked(MATTER, ("periods", "pregnancy", "menopause", "birth_control")),
    section=STEP.slug,
)
