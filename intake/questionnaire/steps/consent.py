"""What the person agrees to before they begin. The answer holds the version and digest of the words agreed to."""

from hashlib import sha256
from typing import Final

from django.utils.translation import gettext_noop as _

from intake.questionnaire.shape import Choice, Question, Step

VERSION: Final = "2026.11"
WORDS: Final = _(
    "We ask these questions to get ready for your visit. Your answers go to the care team of this clinic and no one else. "
    "They are kept locked.\n\n"
    "You may say that you are not sure, or that you prefer not to say. You may stop at any time and come back.\n\n"
    "No one checks this form day and night, so it is not a way to get help fast. "
    "This form does not tell you what you have. A clinician will read it and talk with you."
)
AGREED: Final = f"consent@{VERSION}:{sha256(WORDS.encode()).hexdigest()}"

STEP = Step(
    "consent",
    _("Before you start"),
    (
        Question(
            "consent.agree",
            "agreement",
            _("I have read this and I agree that the clinic may use my answers for my care."),
            choices=(Choice(AGREED, ""),),
            unsure=False,
            wrong=_("Tick the box to agree. If you do not want to, call us and we will find another way."),
        ),
        Question(
            "consent.signature",
            "signature",
            _("Type your full name to sign"),
            unsure=False,
            wrong=_("Type your full name, with letters."),
        ),
    ),
    lead=WORDS,
)
