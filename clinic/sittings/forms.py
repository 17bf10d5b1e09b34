"""For whom a form is filled in, how, and how they agreed."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.invitations.forms import InviteForm
from desk.widgets import Radios
from intake.dates import DateBoxes
from intake.models import Sitting


class SomebodyForm(InviteForm):
    """Somebody who gets no link now. The only way for a person under 18."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["once"]
        self.fields["email"].label = _("Is there an email address?")
        self.fields["email"].help_text = _("Nothing is sent now. Somebody under 18 is never sent a link.")
        self.helper.layout = Layout("name", "date_of_birth", "email", "phone", "language", Submit("open", _("Go on")))


class SittingForm(forms.Form):
    """`asks`: they have not agreed yet. `minor`: somebody agrees for them, and is named."""

    how = forms.ChoiceField(
        label=_("How do you get the answers?"),
        choices=Sitting.How.choices,
        widget=Radios,
        error_messages={"required": _("Choose how you get the answers.")},
    )
    paper_on = DateBoxes(label=_("From paper: which date is on it?"), help_text=_("For example, 3 27 2026"), required=False)
    consent = forms.ChoiceField(
        label=_("How did they agree?"),
        choices=Sitting.Consent.choices,
        widget=Radios,
        error_messages={"required": _("Choose how they agreed. If they did not, do not fill in this form.")},
    )
    agreed_for = forms.CharField(
        label=_("Under 18: who agreed for them?"),
        help_text=_("Name, and what they are to the person."),
        max_length=200,
        error_messages={"required": _("Enter who agreed for them, like “Ada Example, mother”.")},
    )

    def __init__(self, *args: Any, asks: bool, minor: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, wanted in (("consent", asks), ("agreed_for", asks and minor)):
            if not wanted:
                del self.fields[name]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(*self.fields)

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said.get("how") != Sitting.How.PAPER:
            said["paper_on"] = None  # of no paper there is no date
        elif "paper_on" in said and said["paper_on"] is None:
            self.add_error("paper_on", _("Enter the date on the paper as month, day and year, like 3 27 2026."))
        return said
