"""Whom to invite."""

import uuid
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from intake.dates import DateBoxes
from intake.invitations.fields import EmailField, PhoneField


class Once(forms.UUIDField):
    """The number of one form, so that sending it twice does it once. What is none asks for nothing."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> uuid.UUID | None:  # type: ignore[override]  # the stubs take a number for a text
        try:
            return super().to_python(value)
        except forms.ValidationError:
            return None


class InviteForm(forms.Form):
    once = Once(required=False, initial=uuid.uuid4)
    name = forms.CharField(
        label=_("What is the person's full name?"), max_length=120, error_messages={"required": _("Enter the person's name.")}
    )
    date_of_birth = DateBoxes(label=_("What is the person's date of birth?"), help_text=_("For example, 3 27 1980"))
    email = EmailField(
        label=_("Where do we send the link?"),
        help_text=_("An email address. Leave it empty to pass the link on yourself."),
        required=False,
    )
    phone = PhoneField(
        label=_("Which number can we call?"),
        help_text=_("With it you can make sure who calls when somebody can't get in."),
        required=False,
        max_length=40,
        widget=forms.TextInput({"type": "tel"}),
    )
    language = forms.ChoiceField(
        label=_("Which language does the person read best?"),
        choices=settings.LANGUAGES,
        initial="en",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the language the person reads best.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("once", "name", "date_of_birth", "email", "phone", "language", Submit("invite", _("Make the link")))

    def ask_again(self, why: str) -> None:
        """Show what was typed as a form that was not sent yet."""
        self.add_error(None, why)
        self.data = {**self.data, "once": str(uuid.uuid4())}
