"""A full date in three boxes, in the order people write it here: month, day, year."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BOXES = {"month": _("Month"), "day": _("Day"), "year": _("Year")}
OLDEST_YEARS = 130


class DateBoxesWidget(forms.MultiWidget):
    """Three number boxes named `<field>_month`, `<field>_day`, `<field>_year`."""

    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({box: forms.TextInput({"inputmode": "numeric", "label": label}) for box, label in BOXES.items()}, attrs)

    def decompress(self, value: datetime.date | None) -> list[Any]:
        return [value.month, value.day, value.year] if value else [None, None, None]


class DateBoxes(forms.MultiValueField):
    """A date of the past. Whatever was typed stays in the boxes; the error says what to do."""

    widget = DateBoxesWidget

    def __init__(self, **kwargs: Any) -> None:
        parts = [forms.CharField(required=False) for _box in BOXES]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> datetime.date | None:
        if not data_list:
            return None
        return _past_date(*(text.strip() for text in data_list))

    def clean(self, value: list[str]) -> datetime.date | None:
        if self.required and not any(value or []):
            raise ValidationError(_("Enter the date as month, day and year, like 3 27 1980."))
        return super().clean(value)


def _past_date(month: str, day: str, year: str) -> datetime.date:
    if not (month.isdecimal() and day.isdecimal() and year.isdecimal() and len(year) == 4 and max(len(month), len(day)) <= 2):
        raise ValidationError(_("Enter month, day and year as numbers, like 3 27 1980."))
    try:
        date = datetime.date(int(year), int(month), int(day))
    except ValueError:
        raise ValidationError(_("There is no such date. Check month, day and year.")) from None
    today = timezone.localdate()
    if not today.year - OLDEST_YEARS <= date.year or date > today:
        raise ValidationError(_("Enter a date of the past. Check the year."))
    return date
