"""Closing a safety event: what came of it, in a word and in a note."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from intake.models import SafetyClosing


class ClosingForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What came of it?"),
        choices=SafetyClosing.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose what came of it.")),
    )
    note = forms.CharField(
        label=_("What was said and done"),
        help_text=_("Who spoke with whom, when, what was planned. If nobody was reached: each try."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=4000,
        error_messages={
            "required": _("Write what was said and done: an event is not closed without it."),
            "max_length": _("Make it shorter: at most %(limit_value)d characters."),
        },
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("outcome", "note", Submit("close", _("Close this event")))
