"""Health of the family, apart from the person's own."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import some_of
from intake.questionnaire.shape import NONE, Choice, Question, Step

STEP = Step(
    "family",
    _("Your family's health"),
    (
        some_of(
            "family.had",
            _("Has anyone in your close family had any of these?"),
            Choice("depression", _("Depression")),
            Choice("bipolar", _("Bipolar disorder")),
            Choice("psychosis", _("Schizophrenia, or hearing and seeing things")),
            Choice("suicide", _("Someone died by suicide")),
            Choice("drugs", _("A problem with alcohol or drugs")),
            Choice("memory", _("Memory loss before old age")),
            Choice("thyroid", _("Thyroid problems")),
            Choice("heart", _("Heart disease or stroke before age 60")),
            Choice(NONE, _("None of these")),
            hint=_("Parents, brothers, sisters and children. Tick all that fit."),
            declinable=True,
            optional=True,
        ),
        Question(
            "family.helped",
            "text",
            _("Did a medicine for mood help someone in your family? Which one?"),
            unsure=False,
            optional=True,
        ),
    ),
    part=2,
    why=_("Some things run in families. What helped a parent or a sister may help you."),
)
