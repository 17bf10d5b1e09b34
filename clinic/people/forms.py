from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from desk.models import Staff

ROLES = [
    (Staff.Role.CLINICIAN, _("Clinician: reads and reviews records")),
    (Staff.Role.SCHEDULER, _("Scheduler: books visits; sees no answers")),
    (Staff.Role.LEAD, _("Lead: all of both, staff and audit")),
    (Staff.Role.ADMINISTRATOR, _("Administrator: staff and audit; sees no patients")),
]


class NewPerson(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120, error_messages={"required": _("Enter the person's name.")})
    email = forms.EmailField(
        label=_("Email address"),
        help_text=_("They sign in with it."),
        error_messages={"required": _("Enter an email address."), "invalid": _("Enter an email address, like robin@clinic.org.")},
    )
    role = forms.ChoiceField(
        label=_("What will they do?"),
        choices=ROLES,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose a role."), "invalid_choice": _("Choose a role.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout("name", "email", "role", Submit("go", _("Add")))

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if Staff.objects.filter(email=email).exists():
            raise forms.ValidationError(_("Someone with this address already has an account."))
        return email
