"""What the desk says: whose times to look at, which time it is to be, why a visit is called off."""

import datetime
from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Hidden, Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.consultations.slots import LENGTHS_MINUTES
from clinic.consultations.times import Group, Times
from clinic.days import in_reach
from clinic.models import Consultation
from desk.models import Staff

MINUTES = [(str(minutes), _("%(minutes)s minutes") % {"minutes": minutes}) for minutes in LENGTHS_MINUTES]


class LookForm(forms.Form):
    """Sent by GET: it chooses whose free times are shown, and books nothing."""

    clinician = forms.ChoiceField(label=_("Clinician"), error_messages={"invalid_choice": _("Choose a clinician from the list.")})
    minutes = forms.ChoiceField(label=_("Length"), choices=MINUTES, error_messages={"invalid_choice": _("Choose a length from the list.")})
    week = forms.DateField(required=False, widget=forms.HiddenInput, error_messages={"invalid": _("That week does not exist.")})

    def __init__(self, *args: Any, staff: Iterable[Staff], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["clinician"].choices = [(str(one.public_id), one.name) for one in staff]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.disable_csrf = True
        self.helper.layout = Layout("clinician", "minutes", Submit("", _("Show times"), css_class="secondary"))

    def clean_week(self) -> datetime.date | None:
        week: datetime.date | None = self.cleaned_data["week"]
        if week and not in_reach(week):
            raise forms.ValidationError(_("That week does not exist."))
        return week


class TimeField(forms.ChoiceField):
    """A moment out of those shown. One that was shown and taken meanwhile is understood too: the calendar decides."""

    def to_python(self, value: Any) -> datetime.datetime:
        try:
            moment = datetime.datetime.fromisoformat(str(value or ""))
        except ValueError:
            raise forms.ValidationError(self.error_messages["required"]) from None
        if moment.tzinfo is None or not in_reach(moment):
            raise forms.ValidationError(self.error_messages["required"])
        return moment

    def validate(self, value: Any) -> None:
        """What parsed is a time."""


class TimeForm(forms.Form):
    start = TimeField(
        label=_("Which time?"),
        widget=Times,
        error_messages={"required": _("Choose one of the times below.")},
    )

    def __init__(self, *args: Any, groups: list[Group], hint: str, button: str, version: int = 0, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["start"].help_text = hint
        self.offer(groups)
        self.helper = FormHelper()
        times = Field("start", template="clinic/consultations/_times.html")
        self.helper.layout = Layout(times, Hidden("version", str(version)), Submit("go", button))

    def offer(self, groups: list[Group]) -> None:
        """Show these times, a heading a group."""
        self.fields["start"].choices = [(group.heading, group.choices) for group in groups]  # type: ignore[attr-defined]


class CancelForm(forms.Form):
    reason = forms.ChoiceField(
        label=_("Why is it cancelled?"),
        choices=Consultation.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why the visit is cancelled.")},
    )

    def __init__(self, *args: Any, version: int, action: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_action = action
        self.helper.layout = Layout("reason", Hidden("version", str(version)), Submit("go", _("Cancel this visit"), css_class="warning"))
