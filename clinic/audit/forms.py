import datetime
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from clinic.audit.reading import Wanted
from clinic.days import in_reach
from desk.models import Staff

MOST = 2**63 - 1  # the highest number an entry can have


class Search(forms.Form):
    """What to look for. It travels in the address, so it takes ids and a day, never a name."""

    case = forms.UUIDField(
        label=_("Record"),
        required=False,
        widget=forms.TextInput(attrs={"size": "36", "autocomplete": "off"}),
        help_text=_("The long number in the record's address."),
        error_messages={"invalid": _("Copy the whole number from the record's address.")},
    )
    actor = forms.ChoiceField(label=_("Who"), required=False)
    day = forms.DateField(
        label=_("Day"),
        required=False,
        help_text=_("Like 11/21/2026."),
        input_formats=["%m/%d/%Y", "%Y-%m-%d"],
        error_messages={"invalid": _("Enter the day as month/day/year, like 11/21/2026.")},
    )
    before = forms.IntegerField(required=False, min_value=1, max_value=MOST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = [(str(person.public_id), person.name) for person in Staff.objects.visible_to(by).by_name()]
        self.fields["actor"].choices = [("", _("Anybody")), *people]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.disable_csrf = True
        self.helper.hide_optional = True
        self.helper.layout = Layout("case", "actor", "day", Submit("", _("Look")))

    def clean_day(self) -> datetime.date | None:
        day: datetime.date | None = self.cleaned_data["day"]
        if day and not in_reach(day):
            raise forms.ValidationError(_("There is no record of that day. Check the year."))
        return day

    @property
    def wanted(self) -> Wanted:
        return Wanted(**self.cleaned_data)
