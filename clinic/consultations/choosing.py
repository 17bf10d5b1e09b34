"""Which times the desk is offered: one clinician's, one week's, the first week with room unless told otherwise."""

import datetime
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.http import QueryDict
from django.utils import timezone

from audit.actor import Actor
from clinic.consultations import people, slots
from clinic.consultations.forms import LookForm
from clinic.consultations.slots import Slot
from clinic.consultations.times import Group, by_day
from clinic.consultations.wall import clinic_zone, monday
from desk.models import Staff
from intake import clock

WEEK = datetime.timedelta(days=7)
LOOK_AHEAD_DAYS = 8 * 7
FIRST_VISIT_MINUTES = 60


@dataclass
class Offer:
    """What is looked at, and the free times there. `form` holds errors where the address asked for what there is not."""

    form: LookForm
    clinician: Staff | None
    minutes: int
    wanted_week: datetime.date | None

    @cached_property
    def week(self) -> datetime.date:
        """The Monday of the week shown."""
        if self.wanted_week:
            return monday(self.wanted_week)
        first = self._ahead[0].start if self._ahead else clock.now()
        return monday(timezone.localdate(first))

    @property
    def until(self) -> datetime.date:
        return self.week + WEEK - slots.DAY

    @cached_property
    def groups(self) -> list[Group]:
        return by_day(self._free(self.week, 7))

    @property
    def earlier(self) -> str:
        return self._address(self.week - WEEK)

    @property
    def later(self) -> str:
        return self._address(self.week + WEEK)

    @property
    def here(self) -> str:
        return self._address(self.week)

    @cached_property
    def _ahead(self) -> list[Slot]:
        return self._free(timezone.localdate(clock.now(), clinic_zone()), LOOK_AHEAD_DAYS)

    def _free(self, first: datetime.date, days: int) -> list[Slot]:
        return slots.free(clinician=self.clinician, first=first, days=days, minutes=self.minutes) if self.clinician else []

    def _address(self, week: datetime.date) -> str:
        clinician = str(self.clinician.public_id) if self.clinician else ""
        return "?" + urlencode({"clinician": clinician, "minutes": self.minutes, "week": week.isoformat()})


def offer(*, actor: Actor, asked: QueryDict, preferred: Staff | None, minutes: int = FIRST_VISIT_MINUTES) -> Offer:
    """Read what the address asks for; without anything, the preferred clinician or else the first."""
    staff = list(people.bookable_by(actor))
    usual = people.usual(staff, preferred)
    form = LookForm(asked or {"clinician": str(usual.public_id) if usual else "", "minutes": str(minutes)}, staff=staff)
    if not form.is_valid():
        return Offer(form, usual, minutes, None)
    chosen = next(one for one in staff if str(one.public_id) == form.cleaned_data["clinician"])
    return Offer(form, chosen, int(form.cleaned_data["minutes"]), form.cleaned_data["week"])
