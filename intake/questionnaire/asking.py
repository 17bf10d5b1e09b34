"""Short forms for the questions that recur."""

from typing import Any

from django.utils.translation import gettext_noop as _

from intake.questionnaire import bands
from intake.questionnaire.shape import Choice, Question

YES, NO = "yes", "no"
YES_NO = (Choice(YES, _("Yes")), Choice(NO, _("No")))


def yes_no(id: str, label: str, hint: str = "", **more: Any) -> Question:
    """A question to answer with yes or no; a person may also not be sure or prefer not to say."""
    return Question(id, "choice", label, hint, choices=YES_NO, **{"declinable": True, **more})


def one_of(id: str, label: str, *choices: Choice, hint: str = "", **more: Any) -> Question:
    return Question(id, "choice", label, hint, choices=choices, **more)


def some_of(id: str, label: str, *choices: Choice, hint: str = _("Tick all that fit."), **more: Any) -> Question:
    return Question(id, "choices", label, hint, choices=choices, **more)


def weeks(id: str, label: str, hint: str = "", **more: Any) -> Question:
    """A question for a number of weeks: bands, or a number typed."""
    wrong = _("Enter the weeks as a number, like 6. A month is a bit more than 4 weeks.")
    return Question(id, "band", label, hint, choices=bands.WEEKS, unit=_("weeks"), most=2600, wrong=wrong, **more)


def helped(id: str, label: str, hint: str = "", **more: Any) -> Question:
    """A question for how much better the depression got at best: bands, or a percentage typed."""
    wrong = _("Enter how much it helped as a number from 0 to 100, like 30.")
    return Question(id, "band", label, hint, choices=bands.HELPED, unit=_("percent"), most=100, wrong=wrong, **more)
