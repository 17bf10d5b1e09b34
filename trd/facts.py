"""A history as typed facts. None is "not known" wherever a number or a date could stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from trd.catalogue import Agent
from trd.dates import Days
from trd.intervals import Interval
from trd.verdicts import Verdict

Role = Literal["antidepressant", "augmenter", "course", "not_antidepressant", "unknown"]


@dataclass(slots=True)
class Row:
    """Weeks in all at a daily dose (mg) or more; both intervals, either may be unknown."""

    mg: Interval
    weeks: Interval


@dataclass(slots=True)
class Trial:
    """One course of one medicine. Doses in mg a day, lengths in weeks, improvement in percent.

    `place` is where it stands in the history (`trials[0]`), `said` the history's own words for it. `ingredient` and `drug_class` are keys: those of
    an agent outside the catalogue begin with `other:` and are made from its text.
    """

    id: str
    place: str
    said: dict[str, Any]
    agent: Agent | None
    name: str
    role: Role
    ingredient: str
    drug_class: str
    purposes: frozenset[str]
    max_daily_dose_mg: Interval | None
    weeks_at_max_dose: Interval | None
    weeks_at_or_above: list[Row]
    weeks_total: Interval | None
    start: Days | None
    stop: Days | None
    improvement_percent: Interval | None
    wore_off: Verdict
    adherence: str
    stopped_because: frozenset[str] | None
    in_current_episode: Verdict
    augments: str | None


@dataclass(slots=True)
class Procedure:
    """One course of a treatment that is no medicine by mouth, such as ECT or psychotherapy."""

    kind: str
    laterality: str
    sessions: Interval | None
    improvement_percent: Interval | None
    in_current_episode: Verdict


@dataclass(slots=True)
class Scale:
    """One score of one rating scale; its date may be partial or unknown."""

    scale: str | None
    score: Interval | None
    date: Days | None


@dataclass(slots=True)
class History:
    """What one person's record says on the day `as_of`; see the README for the document it is read from."""

    as_of: date
    age_years: Interval | None
    episode_start: Days | None
    severity: str | None
    psychotic_features: Verdict
    conditions: dict[str, Verdict]
    confirmed: frozenset[str]
    scales: list[Scale]
    trials: list[Trial]
    procedures: list[Procedure]
    document: dict[str, Any] = field(repr=False)

    def condition(self, name: str) -> Verdict:
        """One condition; `psychosis` reads the episode's psychotic features too."""
        said = self.conditions.get(name, "unknown")
        if name != "psychosis" or said == "yes":
            return said
        features = self.psychotic_features
        return features if features != "no" else said
