"""How to reach a person: an address and a number, by the same rules on the staff's form and on the command line."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

PHONE_DIGITS = range(7, 16)  # E.164 has at most fifteen


class EmailField(forms.EmailField):
    default_error_messages = {"invalid": _("Enter an email address like name@example.com.")}


class PhoneField(forms.CharField):
    """A telephone number as people write it, kept as it was typed."""

    default_error_messages = {"invalid": _("Enter a telephone number like (555) 555-0123.")}

    def validate(self, value: str) -> None:
        super().validate(value)
        digits = re.sub(r"[\s().+\-]", "", value)
        if value and (not digits.isdecimal() or len(digits) not in PHONE_DIGITS):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
