"""Free times as groups of choices, a group a day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from clinic.consultations.slots import Slot
from clinic.consultations.wall import clinic_zone


@dataclass(frozen=True)
class Group:
    """A heading and its choices: (moment as ISO text, words)."""

    heading: str | Promise
    choices: list[tuple[str, str]]


class Times(forms.RadioSelect):
    """Radios that know their group."""

    def options(self, name: str, value: Any, attrs: Any = None) -> Iterator[dict[str, Any]]:
        for heading, choices, _index in self.optgroups(name, value, attrs):
            yield from (choice | {"group": heading} for choice in choices)


def by_day(slots: Iterable[Slot]) -> list[Group]:
    """A group a day, in the clinic's wall time; on a day with two offsets each time names its own."""
    zone = clinic_zone()
    days = groupby(sorted(slots), key=lambda slot: slot.start.astimezone(zone).date())
    return [Group(date_format(day, _("l, F j")), _choices(list(found))) for day, found in days]


def nearest_first(nearest: list[Slot], groups: list[Group]) -> list[Group]:
    """The free times closest to the one that was lost, then the others."""
    zone = clinic_zone()
    first = [(_value(slot), date_format(slot.start.astimezone(zone), _("D, M j, g:i A"))) for slot in nearest]
    shown = {value for value, _words in first}
    others = [Group(group.heading, [choice for choice in group.choices if choice[0] not in shown]) for group in groups]
    return [Group(_("Nearest free times"), first), *(group for group in others if group.choices)] if first else groups


def _choices(slots: list[Slot]) -> list[tuple[str, str]]:
    local = [slot.start.astimezone(clinic_zone()) for slot in slots]
    several = len({moment.utcoffset() for moment in local}) > 1
    words = [date_format(moment, _("g:i A")) + (f" {moment.tzname()}" if several else "") for moment in local]
    return [(_value(slot), word) for slot, word in zip(slots, words, strict=True)]


def _value(slot: Slot) -> str:
    return slot.start.strftime("%Y-%m-%dT%H:%MZ")
