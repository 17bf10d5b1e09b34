"""Whom the person names, and what that person is asked."""

from typing import Any, Final

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from desk.widgets import Radios
from intake.caregivers.questions import QUESTIONS, WORRY, Asked
from intake.dates import DateBoxes
from intake.invitations.fields import EmailField
from intake.invitations.forms import BirthdayForm
from intake.questionnaire.words import say

LONGEST: Final = 5000


class PermitForm(forms.Form):
    name = forms.CharField(label=_("What is their name?"), max_length=120, error_messages={"required": _("Type their name.")})
    relation = forms.CharField(
        label=_("Who is this person to you?"),
        help_text=_("Like partner, friend or sister."),
        max_length=80,
        error_messages={"required": _("Type who they are to you, like friend.")},
    )
    email = EmailField(
        label=_("What is their email address?"),
        help_text=_("We send them a link of their own."),
        error_messages={"required": _("Type their email address.")},
    )
    agree = forms.BooleanField(
        label=_("I want this person to tell you what they know."),
        error_messages={"required": _("Tick the box if you want this. If not, leave this page.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("name", "relation", "email", "agree", Submit("permit", _("Send them a link")))

    @property
    def person(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "relation", "email")}


class TheirBirthdayForm(BirthdayForm):
    """Asks somebody close for the patient's date, so the question must not say "your"; what opens is a page, not the form."""

    button = _("Open my page")
    refusal = _(
        "We could not open a page with this link and this date of birth. Check the date and try again. "
        "A link works for 7 days. If it still does not open, call us and we will help."
    )
    date_of_birth = DateBoxes(label=_("What is their date of birth?"), help_text=_("For example, 3 27 1980"))


class TellForm(forms.Form):
    """Made from the data file. Texts may stay empty; the worry is asked of everybody, and not being sure is an answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.update({asked.id: _field(asked) for asked in QUESTIONS})
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(*self.fields)

    @property
    def worry(self) -> str:
        """What was chosen about safety, whatever else is wrong with the page."""
        value = self.data.get(WORRY, "")
        return value if value in dict(self.fields[WORRY].choices) else ""  # type: ignore[attr-defined]


def _field(asked: Asked) -> forms.Field:
    label, hint = say(asked.label), say(asked.hint)
    if asked.choices:
        choices = [(value, say(words)) for value, words in asked.choices]
        wrong = {"required": _("Choose an answer.")}
        field = forms.ChoiceField(label=label, help_text=hint, choices=choices, widget=Radios, error_messages=wrong)
        field.in_summary = label  # type: ignore[attr-defined]  # above the page "Choose an answer." does not say to what
        return field
    too_long = _("This is too long to keep. Please make it shorter.")
    box = forms.Textarea({"rows": 4, "autocomplete": "off"})
    return forms.CharField(
        label=label, help_text=hint, required=False, max_length=LONGEST, widget=box, error_messages={"max_length": too_long}
    )
