"""The code from the text."""

import re

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from intake.models import PhoneCode

NOT_SIX = _("Type the 6 numbers from the text, like 123456.")


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code"),
        help_text=_("6 numbers, from the text message"),
        error_messages={"required": NOT_SIX, "max_length": NOT_SIX},
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "size": 10}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.helper = FormHelper()
        self.helper.layout = Layout("code", Submit("open", _("Open my form")))

    def clean_code(self) -> str:
        """What can't be a code is no try."""
        digits = re.sub(r"[\s-]", "", self.cleaned_data["code"])
        if not re.fullmatch(f"[0-9]{{{PhoneCode.DIGITS}}}", digits):
            raise ValidationError(NOT_SIX, code="not_six")
        return digits

    def refuse(self) -> None:
        """One sentence for every reason."""
        self.add_error("code", _("This code does not open the form. Look at the newest text from us, or ask for a new code below."))
