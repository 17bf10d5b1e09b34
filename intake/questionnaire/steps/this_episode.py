"""When this low time began, the person's own words for it, and the times before it. The second page's address must not say that there were any."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import YES, one_of, yes_no
from intake.questionnaire.conditions import Is
from intake.questionnaire.shape import Choice, Question, Step

STEP = Step(
    "this-episode",
    _("This low time"),
    (
        Question(
            "episode.start",
            "month",
            _("When did this low time start?"),
            _("Think of the last time you felt well for two months or more. When did it start to get bad after that? A year is enough."),
            wrong=_("Enter a year with four figures, like 2024. It can't be in the future."),
            aids=True,
        ),
        yes_no("episode.before", _("Had you been through a time like this before?")),
        Question(
            "episode.words",
            "long_text",
            _("What is hardest for you right now?"),
            _("In your own words. A few are enough."),
            unsure=False,
            optional=True,
            longest=4000,
        ),
    ),
    why=_("It helps us see which treatments belong to this low time."),
)

EARLIER = Step(
    "more-c",
    _("Low times before this one"),
    (
        one_of(
            "episodes.count",
            _("How many low times like this did you have before?"),
            Choice("1", _("One")),
            Choice("2_3", _("Two or three")),
            Choice("4_more", _("Four or more")),
            hint=_("A guess is fine."),
            declinable=True,
        ),
        one_of(
            "episodes.first_age",
            _("How old were you the first time?"),
            Choice("under_13", _("Under 13")),
            Choice("13_17", _("13 to 17")),
            Choice("18_29", _("18 to 29")),
            Choice("30_49", _("30 to 49")),
            Choice("50_more", _("50 or older")),
            declinable=True,
        ),
        one_of(
            "episodes.between",
            _("In between, did you feel well for two months or more?"),
            Choice("well", _("Yes, I felt well")),
            Choice("partly", _("Better, but not well")),
            Choice("never", _("No, it never really went away")),
            declinable=True,
        ),
    ),
    when=Is("episode.before", (YES,)),
    section=STEP.slug,
)
