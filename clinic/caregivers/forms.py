"""The patient's permission, as staff heard it."""

from typing import Any

from crispy_forms.layout import Layout, Submit
from django.utils.translation import gettext_lazy as _

from intake.caregivers.forms import PermitForm


class HeardForm(PermitForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["relation"].label = _("Who are they to the patient?")
        self.fields["agree"].label = _("The patient told me that they want this. I said that this person sees none of their answers.")
        self.fields["agree"].error_messages["required"] = _("Ask the patient first, then tick the box.")
        self.helper.layout = Layout("name", "relation", "email", "agree", Submit("permit", _("Send them a link")))
