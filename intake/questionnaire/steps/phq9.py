"""The PHQ-9: its words come from the scale's file, in its order; the skip control stands outside the scale."""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.conditions import Is
from intake.questionnaire.scales import PHQ9
from intake.questionnaire.shape import Choice, Question, Step
from intake.questionnaire.words import Official

SKIP = "phq9.skip"
SKIPPED = Is(SKIP, ("yes",))
BEFORE_ITEM_9 = _(
    "Some of these questions are about thoughts of death or hurting yourself. We ask everyone. Your honest answers help us give you "
    "the right care. No one checks this form day and night. If you might act on these thoughts now, call 911, or call or text 988."
)
WHAT_HAPPENS = _(
    "If you tell us about such thoughts, we show you help at once and ask a few more questions. Your answers go to our clinicians. They "
    "look at them in clinic hours. You may leave these questions out. Then someone asks you in person."
)
# The last item is the one about death: its notice stands before it.
_NOTICES = {f"phq9.item{len(PHQ9.items)}": BEFORE_ITEM_9}


def _scored(id: str, number: int) -> Question:
    item = PHQ9.items[number - 1]
    choices = tuple(Choice(answer.score, answer.words) for answer in PHQ9.answers)
    return Question(id, "choice", item.words, choices=choices, unsure=False, waived=SKIPPED, before=_NOTICES.get(id, ""))


# A page of its own: the person knows what comes, and what becomes of it, before the first of the questions.
BEFORE = Step("next-questions", _("Before the next questions"), (), why=WHAT_HAPPENS, lead=BEFORE_ITEM_9, section="phq9", help=True)
STEP = Step(
    "phq9",
    _("The last two weeks"),
    (
        Question(
            SKIP,
            "agreement",
            _("I'd rather not answer these questions"),
            _("That is all right. We can talk about it at your visit."),
            choices=(Choice("yes", ""),),
            unsure=False,
            optional=True,
            outside=True,
        ),
        *(_scored(f"phq9.item{number}", number) for number in range(1, len(PHQ9.items) + 1)),
        Question(
            "phq9.difficulty",
            "choice",
            PHQ9.difficulty,
            choices=tuple(Choice(answer.id, answer.words) for answer in PHQ9.difficulty_answers),
            unsure=False,
            optional=True,
        ),
    ),
    why=_("Many clinics ask these same nine questions. They show how you have been."),
    lead=PHQ9.stem,
    notice=Official(PHQ9.licence),
    minutes=2,
)
