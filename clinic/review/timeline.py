"""The trials as bars over time, drawn on the server. The table below it says the same in words."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from clinic.review.report import Report
from clinic.review.trials import Trial

WIDTH, LEFT, ROW, FOOT = 760, 170, 28, 26  # of the drawing, in its own units
SHORTEST = 4
MOST_YEARS_LABELLED = 12
Span = tuple[datetime.date, datetime.date]


@dataclass(frozen=True)
class Bar:
    """One trial; `width` 0 where a date is missing. `middle` is the baseline of its name."""

    name: str
    counts: str
    x: int
    y: int
    width: int
    middle: int


@dataclass(frozen=True)
class Tick:
    year: int
    x: int


@dataclass(frozen=True)
class Picture:
    width: int
    height: int
    left: int
    foot: int
    bars: list[Bar]
    ticks: list[Tick]
    episode: int | None


def picture(report: Report, trials: Sequence[Trial]) -> Picture | None:
    """None where fewer than two trials have dates: there is nothing to compare."""
    told = {fact["id"]: _span(fact, report.history["as_of"]) for fact in report.history["trials"]}
    spans = [told[trial.id] for trial in trials]
    dated = [span for span in spans if span]
    if len(dated) < 2:
        return None
    began = _first((report.history.get("episode") or {}).get("start"))
    start = min([span[0] for span in dated] + ([began] if began else []))
    end = datetime.date.fromisoformat(report.history["as_of"])
    scale = _Scale(start, end)
    bars = [_bar(trial, span, row, scale) for row, (trial, span) in enumerate(zip(trials, spans, strict=True))]
    foot = len(bars) * ROW + 8
    return Picture(WIDTH, foot + FOOT, LEFT, foot, bars, _ticks(scale), scale.x(began) if began else None)


@dataclass(frozen=True)
class _Scale:
    start: datetime.date
    end: datetime.date

    def x(self, day: datetime.date) -> int:
        days = max(1, (self.end - self.start).days)
        return LEFT + round((WIDTH - LEFT - 10) * (day - self.start).days / days)


def _bar(trial: Trial, span: Span | None, row: int, scale: _Scale) -> Bar:
    x = scale.x(span[0]) if span else LEFT
    width = max(SHORTEST, scale.x(span[1]) - x) if span else 0
    return Bar(trial.name, trial.counts, x, row * ROW + 6, width, row * ROW + 20)


def _ticks(scale: _Scale) -> list[Tick]:
    years = range(scale.start.year + 1, scale.end.year + 1)
    step = 1 + len(years) // MOST_YEARS_LABELLED
    return [Tick(year, scale.x(datetime.date(year, 1, 1))) for year in years[::step]]


def _span(fact: dict[str, object], as_of: str) -> Span | None:
    """From the first day that the start allows to the last that the stop allows."""
    still = "still_taking" in (fact.get("stopped_because") or ())  # type: ignore[operator]
    start, stop = _first(fact.get("start")), _last(as_of if still else fact.get("stop"), as_of)
    return (start, stop) if start and stop and start <= stop else None


def _first(partial: object) -> datetime.date | None:
    year, month, day = _parts(partial)
    return datetime.date(year, month or 1, day or 1) if year else None


def _last(partial: object, as_of: str) -> datetime.date | None:
    year, month, day = _parts(partial)
    if not year:
        return None
    if day:
        return datetime.date(year, month, day)
    following = datetime.date(year + 1, 1, 1) if month in (0, 12) else datetime.date(year, month + 1, 1)
    return min(following - datetime.timedelta(days=1), datetime.date.fromisoformat(as_of))


def _parts(partial: object) -> tuple[int, int, int]:
    """Year, month, day; 0 for what is not said."""
    said = [int(part) for part in str(partial).split("-")] if partial else []
    year, month, day = (said + [0, 0, 0])[:3]
    return year, month, day
