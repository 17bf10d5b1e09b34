"""The ASQ: the second stage, for who answered item 9 of the PHQ-9 with more than "not at all". Its words come from the scale's file.

The fifth question stands on a page of its own, since it depends on the first four. The way to leave the questions out stands
outside the scale; leaving them out is an answer that a person must look into (NIMH: a refusal counts as positive).
"""

from django.utils.translation import gettext_noop as _

from intake.questionnaire.conditions import AnyOf, Is
from intake.questionnaire.scales import ASQ
from intake.questionnaire.shape import Choice, Question, Step
from intake.questionnaire.words import Official

ITEM9 = "phq9.item9"
ITEMS = tuple(f"asq.item{number}" for number in range(1, 5))
NOW = f"asq.item{len(ASQ.items)}"
SKIP, SKIP_NOW = "asq.skip", "asq.skip_now"
YES, NO = (answer.id for answer in ASQ.answers)
THOUGHTS = Is(ITEM9, (1, 2, 3))
POSITIVE = AnyOf((*(Is(item, (YES,)) for item in ITEMS), Is(SKIP, ("yes",))))
WHAT_HAPPENS = _(
    "Your answers go to our clinicians. They look at them in clinic hours. No one checks this form day and night. If you might act on "
    "these thoughts now, call 911, or call or text 988."
)


def _item(number: int, skip: str) -> Question:
    choices = tuple(Choice(answer.id, answer.words) for answer in ASQ.answers)
    return Question(f"asq.item{number}", "choice", ASQ.items[number - 1].words, choices=choices, unsure=False, waived=Is(skip, ("yes",)))


def _skip(id: str, label: str) -> Question:
    hint = _("That is all right. Someone from our team will ask you in person.")
    return Question(id, "agreement", label, hint, choices=(Choice("yes", ""),), unsure=False, optional=True, outside=True)


FIRST = Step(
    "more-questions",
    _("A few more questions"),
    (_skip(SKIP, _("I'd rather not answer these questions")), *(_item(number, SKIP) for number in range(1, 5))),
    why=_("Thank you for telling us. These questions help us see how soon to talk with you. We ask them of everyone who gave that answer."),
    lead=WHAT_HAPPENS,
    notice=Official(ASQ.licence),
    when=THOUGHTS,
    section="phq9",
    help=True,
)
LAST = Step(
    "one-more-question",
    _("One more question"),
    (
        _skip(SKIP_NOW, _("I'd rather not answer this question")),
        _item(5, SKIP_NOW),
        Question(
            "asq.when",
            "text",
            _("You told us that you tried to kill yourself. About when was that?"),
            _("A year or a season is enough. You need not say more."),
            optional=True,
            when=Is(ITEMS[3], (YES,)),
        ),
    ),
    lead=WHAT_HAPPENS,
    notice=Official(ASQ.licence),
    when=POSITIVE,
    section="phq9",
    help=True,
)
