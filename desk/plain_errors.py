"""Errors that say what to do, in place of Django's own that say what the field lacks."""

from django import forms
from django.utils.translation import gettext_lazy as _


def speak_plainly() -> None:
    """Change the words every form field begins with; a field's own `error_messages` still come first.

    Django's "Select a valid choice" repeats what was sent, which may be an answer: these words do not.
    """
    forms.Field.default_error_messages["required"] = _("Answer this question.")
    forms.MultiValueField.default_error_messages["incomplete"] = _("Fill in each of the boxes.")
    for field in (forms.ChoiceField, forms.MultipleChoiceField, forms.ModelChoiceField, forms.ModelMultipleChoiceField):
        field.default_error_messages["invalid_choice"] = _("Choose one of the answers shown.")
