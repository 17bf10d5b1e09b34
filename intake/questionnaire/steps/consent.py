"""What the person agrees to before they begin. The answer holds the version and digest of the words agreed to."""

from typing import Final

from django.utils.translation import gettext_noop as _

from intake.questionnaire.agreement import CURRENT
from intake.questionnaire.shape import Choice, Question, Step
from intake.questionnaire.words import Official

AGREE: Final = "consent.agree"
SIGNATURE: Final = "consent.signature"
AGREED: Final = CURRENT[0].value  # the English words, as they stand now

STEP = Step(
    "consent",
    _("Before you start"),
    (
        Question(
            AGREE,
            "agreement",
            _("I have read this and I agree that the clinic may use my answers for my care."),
            choices=tuple(Choice(each.value, "", language=each.language) for each in CURRENT),
            unsure=False,
            wrong=_("Tick the box to agree. If you do not want to, call us and we will find another way."),
        ),
        Question(
            SIGNATURE,
            "signature",
            _("Type your full name to sign"),
            unsure=False,
            wrong=_("Type your full name, with letters."),
        ),
    ),
    lead=Official(*(each.text for each in CURRENT)),
)
