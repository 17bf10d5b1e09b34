"""When this low time began, and the person's own words for it."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.asking import yes_no
from intake.questionnaire.shape import Question, Step

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
