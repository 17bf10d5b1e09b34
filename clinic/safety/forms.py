"""What staff write about a safety event: tries to reach the person, the closing, the second reading; and raising one."""

import datetime
from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.safety.moment import moment
from intake.models import SafetyAttempt, SafetyClosing
from intake.safety import rules

LONGEST = 4000
TOO_LONG = _("Make it shorter: at most %(limit_value)d characters.")
AGREED = [("yes", _("Yes, nothing is left open")), ("no", _("No: it must be looked at again"))]
TIERS = [
    ("3", _("Now: they may not be safe at this moment")),
    ("2", _("Today: somebody must speak with them the same business day")),
    ("1", _("Within two business days")),
]


def _choice(label: Any, choices: Sequence[tuple[str, Any]], todo: Any) -> forms.ChoiceField:
    messages = dict.fromkeys(("required", "invalid_choice"), todo)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages)


def _text(label: Any, hint: Any, todo: Any = "", *, rows: int = 4) -> forms.CharField:
    """A box of text; required where it says what to do if it is left empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(todo),
        widget=forms.Textarea(attrs={"rows": rows}),
        max_length=LONGEST,
        error_messages={"required": todo, "max_length": TOO_LONG},
    )


class AttemptForm(forms.Form):
    """One try. Without a time it was just now."""

    prefix = "attempt"
    how = _choice(_("How did you try?"), SafetyAttempt.How.choices, _("Choose how you tried."))
    outcome = _choice(_("What came of the try?"), SafetyAttempt.Outcome.choices, _("Choose what came of it."))
    tried_at = forms.CharField(
        label=_("When, if not just now"),
        help_text=_("A time like 2:30 PM; if it was not today, the day too: 11/21/2026 2:30 PM."),
        required=False,
        max_length=40,
        widget=forms.TextInput(attrs={"size": 22}),
    )
    note = _text(_("What was said"), _("A few words."), rows=2)

    def __init__(self, data: Any = None, *, now: datetime.datetime) -> None:
        super().__init__(data)
        self.now = now
        self.helper = FormHelper()
        self.helper.layout = Layout("how", "outcome", "tried_at", "note", Submit("try", _("Write down this try"), css_class="secondary"))

    def clean_tried_at(self) -> datetime.datetime | None:
        text = self.cleaned_data["tried_at"]
        try:
            at = moment(text, self.now) if text else None
        except ValueError:
            raise forms.ValidationError(_("Enter a time like 2:30 PM, with the day if it was not today: 11/21/2026 2:30 PM.")) from None
        if at and at > self.now:
            raise forms.ValidationError(_("This time has not come yet: enter when you tried, with the day if it was not today."))
        return at


class ClosingForm(forms.Form):
    """How it is closed. Who spoke with the person of a graver event also writes the plan."""

    outcome = _choice(_("What came of it?"), SafetyClosing.Outcome.choices, _("Choose what came of it."))
    note = _text(
        _("What was said and done"),
        _("Who spoke with whom, when. If nobody was reached: what else was done."),
        _("Write what was said and done: an event is not closed without it."),
        rows=5,
    )
    plan = _text(_("The plan"), _("What the person does if it gets worse, who is with them, when somebody speaks with them next."))

    def __init__(self, data: Any = None, *, tier: int) -> None:
        super().__init__(data)
        self.tier = tier
        self.helper = FormHelper()
        self.helper.layout = Layout("outcome", "note", "plan", Submit("close", _("Close this event")))

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        spoke = said.get("outcome") == SafetyClosing.Outcome.SEEN
        if spoke and rules.needs_reader(self.tier) and not said.get("plan", "").strip():
            self.add_error("plan", _("Write the plan that was made with the person."))
        return said


class ReadingForm(forms.Form):
    """The second person's word on a closing."""

    prefix = "reading"
    agreed = _choice(_("Is this event dealt with?"), AGREED, _("Choose yes or no."))
    note = _text(_("Why, if not"), _("What must still be done. A new event is opened with these words."), rows=3)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.helper = FormHelper()
        self.helper.layout = Layout("agreed", "note", Submit("read", _("Sign that I have read it")))

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("agreed") == "no" and not self.cleaned_data.get("note", "").strip():
            self.add_error("note", _("Write what must still be done."))
        return self.cleaned_data


class RaiseForm(forms.Form):
    """Somebody of the clinic is worried about a person."""

    tier = _choice(_("How soon must somebody speak with them?"), TIERS, _("Choose how soon."))
    reason = _text(
        _("What did you hear or read?"),
        _("Where it comes from too: a paper form, a call, somebody close to them. Only clinicians read it."),
        _("Write what you heard or read."),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.helper = FormHelper()
        self.helper.layout = Layout("tier", "reason", Submit("raise", _("Open a safety event"), css_class="warning"))
