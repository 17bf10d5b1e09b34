"""How to reach the person today, and the one fact about the body that the engine's document holds."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import one_of, yes_no
from intake.questionnaire.shape import Choice, Question, Step

STEP = Step(
    "about-you",
    _("About you"),
    (
        Question("about.call_me", "text", _("What should we call you?"), unsure=False, optional=True, longest=80),
        Question("about.pronouns", "text", _("Your pronouns"), _("Like she, he or they."), unsure=False, optional=True, longest=40),
        Question(
            "about.phone",
            "phone",
            _("What number can we call you on today?"),
            _("We call only if we need to."),
            wrong=_("Enter a phone number with its area code, like 555 555 0100."),
            unsure=False,
            declinable=True,
            longest=40,
        ),
        yes_no("about.message", _("May we leave a message there?"), unsure=False),
        Question(
            "about.place",
            "text",
            _("Where are you right now?"),
            _("City and state. If you were in danger, we could send help to the right place."),
            unsure=False,
            declinable=True,
        ),
        one_of(
            "about.helper",
            _("Is someone helping you with this form?"),
            Choice("alone", _("No, I fill it in myself")),
            Choice("helped", _("Yes, someone helps me")),
            Choice("for_me", _("Yes, someone fills it in for me")),
            unsure=False,
            declinable=True,
        ),
        one_of(
            "about.sex",
            _("What sex were you given at birth?"),
            Choice("female", _("Female")),
            Choice("male", _("Male")),
            Choice("intersex", _("Intersex")),
            hint=_("Some medicine doses and lab tests depend on it."),
            declinable=True,
        ),
    ),
    why=_("So that we know how to talk with you and how to reach you."),
    minutes=2,
)
