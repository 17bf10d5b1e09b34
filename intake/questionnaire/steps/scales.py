"""The scales of part 2, each with the reason why we ask."""

from typing import Final

from django.utils.translation import gettext_noop as _

from intake.questionnaire.scales import AUDITC, GAD7, PCPTSD5, PEG, TAPS1
from intake.questionnaire.shape import Step
from intake.questionnaire.steps.scale import pages

WORRY: Final = pages(GAD7, _("Worry"), _("Worry and low mood often come as a pair. It can change what helps."), minutes=2)
HARD_EVENTS: Final = pages(
    PCPTSD5,
    _("Hard things that happened"),
    _("Some people carry a hard past, and it can keep mood low. We do not ask what it was. You can skip this page or stop at any time."),
    minutes=1,
    more="more-a",
)
DRINKING: Final = pages(
    AUDITC, _("Drinking"), _("Alcohol can lower mood and can mix badly with some medicine. We do not judge."), minutes=1, more="more-b"
)
SMOKING_AND_DRUGS: Final = pages(
    TAPS1, _("Tobacco, drinks and drugs"), _("Some of these change how medicine works. We ask everyone and do not judge."), minutes=1
)
PAIN: Final = pages(PEG, _("Pain"), _("Pain can keep mood low, and some medicines help with both."), minutes=1)
STEPS: Final[tuple[Step, ...]] = (*WORRY, *HARD_EVENTS, *DRINKING, *SMOKING_AND_DRUGS, *PAIN)
