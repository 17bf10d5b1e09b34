"""A clinician's weekly hours as people write them: "9:00-12:00, 13:00-17:00"."""

import datetime
import re
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.db import transaction
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from audit.door import record
from clinic.consultations import lock
from clinic.consultations.slots import Slot, in_hours
from clinic.models import Consultation, Hours
from desk.models import Staff
from intake import clock

Span = tuple[datetime.time, datetime.time]
CLOCK = r"(\d{1,2})(?::(\d{2}))?\s*([ap]m?)?"
SPAN = re.compile(rf"\s*{CLOCK}\s*(?:-|–|to)\s*{CLOCK}\s*", re.IGNORECASE)
HOW = _("Write the hours like 9:00-12:00, 13:00-17:00, or leave the box empty.")


class HoursField(forms.CharField):
    """Text in, spans out. Raises on what is no time, ends before it begins, or overlaps, and names the day: seven boxes look alike."""

    def clean(self, value: Any) -> list[Span]:
        try:
            return _spans(super().clean(value))
        except forms.ValidationError as error:
            raise forms.ValidationError([_("%(day)s: %(what)s") % {"day": self.label, "what": what} for what in error.messages]) from None


class HoursForm(forms.Form):
    """A line a weekday. An empty one: does not work then."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in WEEKDAYS.items():
            self.fields[f"day{number}"] = HoursField(label=name, required=False, max_length=80, widget=forms.TextInput(attrs={"size": 34}))
        self.helper = FormHelper()
        self.helper.hide_optional = True
        self.helper.layout = Layout(*self.fields, Submit("go", _("Save hours")))

    def spans(self) -> dict[int, list[Span]]:
        """By weekday, Monday 0."""
        return {number: self.cleaned_data[f"day{number}"] for number in WEEKDAYS}


def as_text(clinician: Staff) -> dict[str, str]:
    """What the form begins with."""
    text: dict[str, str] = {}
    for span in Hours.objects.filter(clinician=clinician).order_by("weekday", "start"):
        before = f"{text[f'day{span.weekday}']}, " if f"day{span.weekday}" in text else ""
        text[f"day{span.weekday}"] = f"{before}{span.start:%H:%M}-{span.end:%H:%M}"
    return text


@transaction.atomic
def change(*, clinician: Staff, spans: dict[int, list[Span]], by: Staff) -> int:
    """Put these hours in the place of the old ones. Visits stay; returns how many to come now lie outside."""
    lock.take_calendar(clinician)  # two who save at once would each remove what they see and add to what the other wrote
    Hours.objects.filter(clinician=clinician).delete()
    rows = [Hours(clinician=clinician, weekday=day, start=start, end=end) for day, found in spans.items() for start, end in found]
    Hours.objects.bulk_create(rows)
    record(by.actor, "hours.changed", about=clinician.public_id, spans=len(rows))
    ahead = Consultation.objects.filter(clinician=clinician, state=Consultation.State.BOOKED, span__startswith__gt=clock.now())
    visits = (Slot(span.lower, span.upper) for span in ahead.values_list("span", flat=True))
    return sum(not in_hours(rows, visit) for visit in visits)


def _spans(text: str) -> list[Span]:
    spans = sorted(_span(part) for part in re.split(r"[,;]", text) if part.strip())
    if any(earlier[1] > later[0] for earlier, later in zip(spans, spans[1:], strict=False)):
        raise forms.ValidationError(_("Two of these times overlap. Write them apart, like 9:00-12:00, 13:00-17:00."))
    return spans


def _span(text: str) -> Span:
    found = SPAN.fullmatch(text)
    if not found:
        raise forms.ValidationError(HOW)
    start, end = _time(*found.group(1, 2, 3)), _time(*found.group(4, 5, 6))
    if start >= end:
        raise forms.ValidationError(_("These hours end before they begin. Write them like 9:00-17:00."))
    return start, end


def _time(hour: str, minute: str | None, half: str | None) -> datetime.time:
    """24 hours, or 12 with am and pm."""
    number = int(hour)
    if half and not 1 <= number <= 12:
        raise forms.ValidationError(HOW)
    if half:
        number = number % 12 + (12 if half.lower().startswith("p") else 0)
    try:
        return datetime.time(number, int(minute or 0))
    except ValueError:
        raise forms.ValidationError(HOW) from None
