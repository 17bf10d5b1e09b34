"""The small pieces everything stands on: three-valued logic, intervals, dates, spelling."""

from __future__ import annotations

from datetime import date
from itertools import product
from math import inf
from typing import Any

import pytest

from tests.trd.tables import each_of
from trd import dates, intervals
from trd.spelling import distance
from trd.staging.ect import points
from trd.trial.counting import counts
from trd.verdicts import Verdict, all_of, any_of

ORDER = {"no": 0, "unknown": 1, "yes": 2}
VERDICTS: tuple[Verdict, ...] = ("yes", "no", "unknown")


@pytest.mark.parametrize("three", list(product(VERDICTS, repeat=3)), ids="-".join)
def test_all_is_the_least_and_any_is_the_greatest(three: tuple[Verdict, ...]) -> None:
    assert all_of(three) == min(three, key=ORDER.__getitem__)
    assert any_of(three) == max(three, key=ORDER.__getitem__)


def least(*verdicts: str) -> str:
    """Kleene's and, by the order no < unknown < yes."""
    return min(verdicts, key=ORDER.__getitem__)


def test_a_trial_counts_as_the_contract_writes_it_for_every_combination() -> None:
    for eight in product(VERDICTS, repeat=8):
        agent, purpose, dose, duration, adherence, failed, in_scope, intolerance = eight
        either = max(intolerance, least(dose, duration, adherence, failed), key=ORDER.__getitem__)
        assert counts(list(eight)) == least(agent, purpose, in_scope, either)


LINES: list[tuple[str, tuple[float, float], str, str, str]] = [
    ("exactly on the line", (5, 5), "yes", "no", "yes"),
    ("just under", (4.9, 4.9), "no", "yes", "yes"),
    ("just over", (5.1, 5.1), "yes", "no", "no"),
    ("wholly under", (0, 4.9), "no", "yes", "yes"),
    ("from under to the line", (0, 5), "unknown", "unknown", "yes"),
    ("across the line", (4, 6), "unknown", "unknown", "unknown"),
    ("from the line up", (5, 6), "yes", "no", "unknown"),
    ("wholly over", (5.1, 6), "yes", "no", "no"),
    ("anything", (0, inf), "unknown", "unknown", "unknown"),
    ("at least the line", (5, inf), "yes", "no", "unknown"),
    ("at least a little more", (5.1, inf), "yes", "no", "no"),
]


@each_of(LINES)
def test_an_interval_against_a_line(reason: str, interval: tuple[float, float], at_least: str, below: str, at_most: str) -> None:
    found = (intervals.at_least(interval, 5), intervals.below(interval, 5), intervals.at_most(interval, 5))
    assert found == (at_least, below, at_most)


WORDS: list[tuple[str, tuple[float, float], str]] = [
    ("a whole number", (4, 4), "4"),
    ("a whole number as a decimal", (4.0, 4.0), "4"),
    ("a decimal", (62.5, 62.5), "62.5"),
    ("a third", (1 / 3, 1 / 3), "0.33"),
    ("a very small one", (0.0025, 0.0025), "0.0025"),
    ("a hundredth", (0.01, 0.01), "0.01"),
    ("a thousandth over a whole number", (50.001, 50.001), "50"),
    ("two ends", (6, 7.5), "6 to 7.5"),
    ("no low end", (0, 3), "at most 3"),
    ("no high end", (8, inf), "at least 8"),
    ("neither end", (0, inf), "an unknown number of"),
    ("nought", (0, 0), "0"),
]


@each_of(WORDS)
def test_an_interval_in_words(reason: str, interval: tuple[float, float], words: str) -> None:
    assert intervals.in_words(interval) == words


PARTIAL: list[tuple[str, str, Any]] = [
    ("a year", "2024", (date(2024, 1, 1), date(2024, 12, 31))),
    ("a month", "2024-04", (date(2024, 4, 1), date(2024, 4, 30))),
    ("a February of a leap year", "2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
    ("a February of another year", "2023-02", (date(2023, 2, 1), date(2023, 2, 28))),
    ("a February of 1900", "1900-02", (date(1900, 2, 1), date(1900, 2, 28))),
    ("a December", "2024-12", (date(2024, 12, 1), date(2024, 12, 31))),
    ("a day", "2024-02-29", (date(2024, 2, 29), date(2024, 2, 29))),
    ("the first year", "0001", (date(1, 1, 1), date(1, 12, 31))),
    ("the last month", "9999-12", (date(9999, 12, 1), date(9999, 12, 31))),
    ("the year nought", "0000", None),
    ("the thirteenth month", "2024-13", None),
    ("month nought", "2024-00", None),
    ("day nought", "2024-01-00", None),
    ("the thirty-first of April", "2024-04-31", None),
    ("five digits", "20240", None),
    ("three digits", "202", None),
    ("a dash at the end", "2024-", None),
    ("something after it", "2024-01-01x", None),
]


@each_of(PARTIAL)
def test_a_partial_date_stands_for_every_day_in_it(reason: str, text: str, days: Any) -> None:
    assert dates.parse(text) == days


FULL: list[tuple[str, bool]] = [("2024-01-01", True), ("2024-01", False), ("2024", False)]


@each_of(FULL)
def test_only_a_day_is_a_full_date(text: str, expected: bool) -> None:
    assert dates.is_full(text) is expected


MONTHS: list[tuple[str, date, date, int]] = [
    ("the same day", date(2026, 5, 20), date(2026, 5, 20), 0),
    ("a day short of a month", date(2026, 5, 20), date(2026, 6, 19), 0),
    ("a month to the day", date(2026, 5, 20), date(2026, 6, 20), 1),
    ("a day over a month", date(2026, 5, 20), date(2026, 6, 21), 1),
    ("a day short of two years", date(2024, 5, 20), date(2026, 5, 19), 23),
    ("two years to the day", date(2024, 5, 20), date(2026, 5, 20), 24),
    ("31 January to 27 February", date(2026, 1, 31), date(2026, 2, 27), 0),
    ("31 January to 28 February", date(2026, 1, 31), date(2026, 2, 28), 1),
    ("31 January to 28 February of a leap year", date(2024, 1, 31), date(2024, 2, 28), 0),
    ("31 January to 29 February of a leap year", date(2024, 1, 31), date(2024, 2, 29), 1),
    ("29 February to 28 February", date(2024, 2, 29), date(2025, 2, 28), 12),
    ("31 March to 30 April", date(2026, 3, 31), date(2026, 4, 30), 1),
    ("31 March to 29 April", date(2026, 3, 31), date(2026, 4, 29), 0),
    ("over a year's end", date(2025, 12, 15), date(2026, 1, 15), 1),
]


@each_of(MONTHS)
def test_whole_months(reason: str, start: date, end: date, months: int) -> None:
    assert dates.whole_months(start, end) == months


YEARS: list[tuple[str, date, int, date]] = [
    ("five years", date(2026, 11, 20), 5, date(2021, 11, 20)),
    ("from 29 February to no leap year", date(2024, 2, 29), 5, date(2019, 2, 28)),
    ("from 29 February to a leap year", date(2024, 2, 29), 4, date(2020, 2, 29)),
    ("from 28 February to a leap year", date(2025, 2, 28), 1, date(2024, 2, 28)),
    ("to the first year", date(6, 3, 4), 5, date(1, 3, 4)),
    ("to before the first year", date(5, 3, 4), 5, date(1, 1, 1)),
]


@each_of(YEARS)
def test_years_before(reason: str, day: date, years: int, expected: date) -> None:
    assert dates.years_before(day, years) == expected


SPANS: list[tuple[str, str, str, float, float]] = [
    ("a week", "2026-01-01", "2026-01-08", 1, 1),
    ("a day", "2026-01-01", "2026-01-02", 1 / 7, 1 / 7),
    ("one month", "2026-01", "2026-01", 0, 30 / 7),
    ("a month that holds the start", "2026-01-10", "2026-01", 0, 3),
    ("two months", "2026-01", "2026-02", 1 / 7, 58 / 7),
    ("turned around", "2026-02", "2026-01", 0, 0),
]


@each_of(SPANS)
def test_weeks_between(reason: str, start: str, stop: str, low: float, high: float) -> None:
    first, last = dates.parse(start), dates.parse(stop)
    assert first
    assert last
    assert dates.weeks_between(first, last) == (low, high)


SPELLINGS: list[tuple[str, str, str, int]] = [
    ("the same", "zoloft", "zoloft", 0),
    ("a letter changed", "zoloft", "zolaft", 1),
    ("a letter dropped", "zoloft", "zolft", 1),
    ("a letter added", "zoloft", "zolofft", 1),
    ("two letters swapped", "zoloft", "zolfot", 1),
    ("two slips", "zoloft", "solofd", 2),
    ("swapped and changed", "zoloft", "ozlofd", 2),
    ("more than asked for", "zoloft", "prozac", 3),
    ("lengths too far apart", "zoloft", "z", 3),
    ("two letters changed and none the same", "ab", "yz", 2),
    ("three letters changed", "abc", "xyz", 3),
    ("the same letters in another order", "abcd", "cdab", 3),
    ("the same letters backwards", "abcdef", "fedcba", 3),
    ("nothing and one letter", "", "z", 1),
    ("nothing and nothing", "", "", 0),
]


@each_of(SPELLINGS)
def test_distance_either_way(reason: str, first: str, second: str, expected: int) -> None:
    assert distance(first, second, 2) == distance(second, first, 2) == expected


def test_the_last_letter_is_no_neighbour_of_the_first() -> None:
    assert distance("ababb", "ab", 3) == distance("ab", "ababb", 3) == 3


@pytest.mark.parametrize(("verdict", "expected"), [("yes", (3, 3)), ("unknown", (0, 3)), ("no", (0, 0))])
def test_points_of_a_verdict(verdict: Verdict, expected: tuple[int, int]) -> None:
    assert points(verdict, 3) == expected
