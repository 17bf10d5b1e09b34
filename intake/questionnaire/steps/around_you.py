"""Insurance, other doctors, and the people around the person: what the office needs before a visit."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import one_of, yes_no
from intake.questionnaire.shape import Choice, Question, Step


def _line(id: str, label: str, hint: str = "", longest: int = 120) -> Question:
    return Question(id, "text", label, hint, unsure=False, optional=True, longest=longest)


INSURANCE = Step(
    "insurance",
    _("Insurance"),
    (
        one_of(
            "insurance.have",
            _("Do you have health insurance?"),
            Choice("yes", _("Yes")),
            Choice("no", _("No")),
            Choice("by_phone", _("I would rather tell you by phone")),
            declinable=True,
            optional=True,
        ),
        _line("insurance.payer", _("Who is it with?"), _("The name at the top of the card.")),
        _line("insurance.plan", _("What is the plan called?")),
        _line("insurance.number", _("What is the member number?"), longest=60),
    ),
    part=2,
    why=_("So that we can tell you early what a visit would cost you."),
)

DOCTORS = Step(
    "other-doctors",
    _("Your other doctors"),
    (
        Question(
            "doctors.names",
            "long_text",
            _("Who else cares for your health?"),
            _("Name and place or phone, one on each line. Like your family doctor or a therapist."),
            unsure=False,
            optional=True,
            longest=2000,
        ),
        _line("doctors.pharmacy", _("Which pharmacy do you use?"), _("Name and street or town.")),
        one_of(
            "doctors.ask",
            _("May we ask them about your care and your past medicines?"),
            Choice("yes", _("Yes, all of them")),
            Choice("first", _("Ask me first each time")),
            Choice("no", _("No")),
            hint=_("You can change this at any time. A paper for you to sign may come later."),
            optional=True,
        ),
    ),
    part=2,
    why=_("They may know doses and dates that are hard to recall."),
)

SUPPORT = Step(
    "support",
    _("Someone on your side"),
    (
        _line("support.name", _("Is there someone who could come with you or help? Who?")),
        _line("support.is", _("Who is this person to you?"), _("Like partner, friend or sister.")),
        Question(
            "support.phone",
            "phone",
            _("What is their phone number?"),
            wrong=_("Enter a phone number with its area code, like 555 555 0100."),
            unsure=False,
            optional=True,
            longest=40,
        ),
        yes_no("support.may_come", _("May this person come to your visit?"), optional=True),
        yes_no("support.may_talk", _("May we talk with this person about your care?"), optional=True),
    ),
    part=2,
    why=_("After some treatments you need someone to take you home."),
)

GOALS = Step(
    "goals",
    _("What matters to you"),
    (
        Question(
            "goals.again",
            "long_text",
            _("What would you most like to be able to do again?"),
            _("A few words are enough."),
            unsure=False,
            optional=True,
            longest=2000,
        ),
        Question(
            "goals.consider",
            "choices",
            _("What would you think about trying?"),
            _("This is no promise. Tick all that fit."),
            choices=(
                Choice("medicine", _("A new medicine")),
                Choice("added", _("A medicine added to mine")),
                Choice("therapy", _("Talking therapy")),
                Choice("tms", _("TMS (magnetic pulses)")),
                Choice("ketamine", _("Ketamine or esketamine")),
                Choice("ect", _("ECT")),
                Choice("habits", _("Sleep, food and moving more")),
                Choice("hear", _("I would like to hear more first")),
            ),
            declinable=True,
            optional=True,
        ),
        Question(
            "goals.not",
            "long_text",
            _("Is there something you do not want?"),
            unsure=False,
            optional=True,
            longest=2000,
        ),
    ),
    part=2,
    why=_("You decide with your clinician. It helps to know what counts for you."),
)
STEPS = (INSURANCE, DOCTORS, SUPPORT, GOALS)
