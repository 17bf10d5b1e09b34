"""What must be thought of before low mood is treated as depression. History questions in our own words, not a scale."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import NO, one_of, yes_no
from intake.questionnaire.shape import Choice, Step

PSYCHOSIS_NOW = "this_episode"
PSYCHOSIS_BEFORE = "before"

STEP = Step(
    "must-exclude",
    _("Things that change the plan"),
    (
        yes_no("exclude.bipolar", _("Has a doctor ever said you have bipolar disorder?"), _("It used to be called manic depression.")),
        yes_no(
            "exclude.high_energy",
            _("Have you ever had days in a row with far more energy and far less sleep than usual?"),
            _("So much that other people noticed, and not because of a drug."),
        ),
        one_of(
            "exclude.psychosis",
            _("Have you ever heard or seen things that others did not? Or felt sure of things that others said were not real?"),
            Choice(NO, _("No")),
            Choice(PSYCHOSIS_NOW, _("Yes, in this low time")),
            Choice(PSYCHOSIS_BEFORE, _("Yes, but only before")),
            declinable=True,
        ),
        yes_no("exclude.schizophrenia", _("Has a doctor ever said you have schizophrenia or schizoaffective disorder?")),
        yes_no("exclude.dementia", _("Has a doctor ever said you have dementia or Alzheimer's?")),
        yes_no(
            "exclude.substances",
            _("In the last year, has drinking or using drugs caused trouble for you?"),
            _("At home, at work, with your health or with the law."),
        ),
        one_of(
            "exclude.birth",
            _("Are you pregnant, or have you given birth in the last 12 months?"),
            Choice("pregnant", _("I am pregnant")),
            Choice("birth", _("I gave birth in the last 12 months")),
            Choice(NO, _("No, or this does not apply to me")),
            declinable=True,
        ),
    ),
    why=_("Each of these can change which treatment is safe and helps. We ask everyone."),
    minutes=2,
)
