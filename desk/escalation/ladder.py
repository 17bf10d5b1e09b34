"""Who is paged when, until somebody takes a task on. Pure: tier, beginning and hours in, moments and names out."""

import datetime
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count, takewhile
from pathlib import Path
from typing import Any, Literal

from desk.clinic_hours import ClinicHours, NeverOpen

ON_CALL, BACKUP, LEAD = WHOM = ("on_call", "backup", "lead")
Clock = Literal["clinic_hours", "day_and_night"]
TIERS = (0, 1, 2, 3)
MOST_RUNGS = 2000  # behind so many nobody looks any more; a sweep that was away for weeks must come to an end


@dataclass(frozen=True)
class Rung:
    after: datetime.timedelta
    whom: tuple[str, ...]


@dataclass(frozen=True)
class Ladder:
    """One tier's clock and rungs; `again` is how often the last rung is climbed again, None for never."""

    clock: Clock
    acknowledge_within: datetime.timedelta
    contact_within_business_days: int
    rungs: tuple[Rung, ...]
    again: datetime.timedelta | None

    def rung(self, number: int) -> Rung | None:
        """The rung with this number, counted from 0; None where there is none any more."""
        if number < len(self.rungs):
            return self.rungs[number]
        last = self.rungs[-1]
        return Rung(last.after + (number - len(self.rungs) + 1) * self.again, last.whom) if self.again else None


@dataclass(frozen=True)
class Running:
    """A ladder that began at a moment, in a clinic with these hours."""

    ladder: Ladder
    start: datetime.datetime
    hours: ClinicHours
    day_and_night: bool

    def due_at(self, number: int) -> datetime.datetime | None:
        """When this rung is to be climbed; None where there is none."""
        rung = self.ladder.rung(number)
        if rung is None:
            return None
        at_once = number == 0 and self.ladder.clock == "day_and_night"
        return self.start if at_once else self._after(rung.after)

    def reached(self, number: int, now: datetime.datetime) -> int:
        """The last rung whose time has come, from this one on: after a standstill nobody is paged for each that was missed."""
        later = takewhile(lambda each: self._is_due(each, now), count(number + 1))
        return max((each for each in takewhile(lambda each: each < MOST_RUNGS, later)), default=number)

    @property
    def acknowledge_by(self) -> datetime.datetime:
        return self._after(self.ladder.acknowledge_within)

    @property
    def contact_by(self) -> datetime.datetime:
        """Closing time of the business day by which somebody has spoken with the person."""
        try:
            return self.hours.close_of_day(self.start, self.ladder.contact_within_business_days)
        except (NeverOpen, StopIteration):
            return self.start + datetime.timedelta(days=self.ladder.contact_within_business_days)

    def _after(self, length: datetime.timedelta) -> datetime.datetime:
        always = self.ladder.clock == "day_and_night" and self.day_and_night
        try:
            return self.start + length if always else self.hours.after(self.start, length)
        except NeverOpen:  # a calendar that shuts the clinic for good must not silence an alarm
            return self.start + length

    def _is_due(self, number: int, now: datetime.datetime) -> bool:
        due_at = self.due_at(number)
        return due_at is not None and due_at <= now


@cache
def ladders(path: Path) -> Mapping[int, Ladder]:
    """The ladder of each tier, from a file. Raises ValueError with what is wrong."""
    try:
        return _read(tomllib.loads(path.read_text("utf-8")))
    except (OSError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name} is no escalation file: {error!r}") from None


def _read(data: dict[str, Any]) -> Mapping[int, Ladder]:
    found = {tier: _ladder(data["tiers"][str(tier)]) for tier in TIERS}
    wrong = [tier for tier, ladder in found.items() if not _makes_sense(ladder) or (tier and ladder.again is None)]
    if wrong:
        raise ValueError(f"tier {wrong[0]}: rungs must rise from 0 minutes, name {', '.join(WHOM)}, and be climbed again")
    return found


def _ladder(data: dict[str, Any]) -> Ladder:
    rungs = tuple(Rung(_minutes(rung["after_minutes"]), tuple(rung["whom"])) for rung in data["rungs"])
    again = _minutes(data["again_every_minutes"]) if "again_every_minutes" in data else None
    return Ladder(data["clock"], _minutes(data["acknowledge_within_minutes"]), data["contact_within_business_days"], rungs, again)


def _makes_sense(ladder: Ladder) -> bool:
    times = [rung.after for rung in ladder.rungs]
    known = all(rung.whom and set(rung.whom) <= set(WHOM) for rung in ladder.rungs)
    rising = bool(times) and not times[0] and times == sorted(set(times))
    return known and rising and ladder.clock in ("clinic_hours", "day_and_night") and (ladder.again is None or bool(ladder.again))


def _minutes(number: int) -> datetime.timedelta:
    if not isinstance(number, int) or number < 0:
        raise TypeError(f"{number!r} is no number of minutes")
    return datetime.timedelta(minutes=number)
