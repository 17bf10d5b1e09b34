"""The one question at the door."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from intake.dates import DateBoxes


class BirthdayForm(forms.Form):
    button = _("Open my form")
    # One sentence for every reason, so that it tells nothing about the link.
    refusal = _(
        "We could not open a form with this link and this date of birth. Check the date and try again. "
        "A link works for 7 days. If it still does not open, call us and we will help."
    )
    date_of_birth = DateBoxes(label=_("What is your date of birth?"), help_text=_("For example, 3 27 1980"))

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.helper = FormHelper()
        self.helper.layout = Layout("date_of_birth", Submit("open", self.button))

    def refuse(self) -> None:
        self.add_error(None, self.refusal)
