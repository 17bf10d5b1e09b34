"""Months and years as far as they are remembered."""

import pytest

from intake.answers.dates import certain, first_day, last_day, remembered
from tests.intake.filling import TODAY

TYPED = [
    ("a year", "2024", "", False, {"year": 2024}),
    ("month and year", "2024", "5", False, {"year": 2024, "month": 5}),
    ("a guess", "2024", "5", True, {"year": 2024, "month": 5, "about": True}),
    ("this month", "2026", "11", False, {"year": 2026, "month": 11}),
    ("this year", "2026", "", False, {"year": 2026}),
    ("next month", "2026", "12", False, None),
    ("next year", "2027", "", False, None),
    ("first year taken", "1900", "", False, {"year": 1900}),
    ("one year before it", "1899", "", False, None),
    ("two figures", "24", "", False, None),
    ("words", "last year", "", False, None),
    ("month 13", "2024", "13", False, None),
    ("month 0", "2024", "0", False, None),
    ("month alone", "", "5", False, None),
    ("other figures of the world", "٢٠٢٤", "", False, None),
]


@pytest.mark.parametrize(("why", "year", "month", "about", "value"), TYPED)
def test_remembered(why, year, month, about, value):
    assert remembered(year, month, about, TODAY) == value


CERTAIN = [
    ("month", {"year": 2023, "month": 5}, "2023-05"),
    ("year", {"year": 2023}, "2023"),
    ("about a month inside the year", {"year": 2023, "month": 10, "about": True}, "2023"),
    ("about the first months it may start in", {"year": 2023, "month": 3, "about": True}, "2023"),
    ("about February may be the year before", {"year": 2023, "month": 2, "about": True}, None),
    ("about November may be the year after", {"year": 2023, "month": 11, "about": True}, None),
    ("about a year says nothing surely", {"year": 2023, "about": True}, None),
]


@pytest.mark.parametrize(("why", "value", "text"), CERTAIN)
def test_certain(why, value, text):
    assert certain(value) == text


def test_ends_of_partial_dates():
    assert (first_day("2023"), last_day("2023")) == ("2023-01-01", "2023-12-31")
    assert (first_day("2023-05"), last_day("2023-05")) == ("2023-05-01", "2023-05-31")
