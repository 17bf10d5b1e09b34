"""What must be known before treatments that put you to sleep, use magnets or a current."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import some_of, yes_no
from intake.questionnaire.shape import NONE, Choice, Step

STEP = Step(
    "before-treatment",
    _("Safe treatment"),
    (
        yes_no(
            "before.anesthesia",
            _("Have you, or has a relative, had trouble from being put to sleep for surgery?"),
            _("More than feeling sick."),
            optional=True,
        ),
        yes_no("before.seizure", _("Have you ever had a seizure or a fit?"), optional=True),
        yes_no(
            "before.brain",
            _("Have you had a bleed in the brain, or a weak spot in a blood vessel there?"),
            _("A weak spot is also called an aneurysm."),
            optional=True,
        ),
        some_of(
            "before.metal",
            _("Do you have any of these in your body?"),
            Choice("pacemaker", _("A pacemaker or other heart device")),
            Choice("stimulator", _("A nerve or brain stimulator")),
            Choice("ear", _("An ear implant")),
            Choice("clip", _("A clip or coil in the head")),
            Choice("pump", _("A pump for medicine")),
            Choice("pieces", _("Metal pieces in the eyes, head or neck")),
            Choice("other", _("Another implant or metal")),
            Choice(NONE, _("None of these")),
            hint=_("Fillings in teeth do not count."),
            declinable=True,
            optional=True,
        ),
    ),
    part=2,
    why=_("Some treatments use magnets or put you to sleep for a short time. We need to know what is safe for you."),
)
