"""When something was, as far as it is remembered."""

from datetime import date

import pytest

from intake.answers.crosscheck import crosscheck
from intake.answers.dates import SEASONS, certain, first_day, last_day, recalled, remembered, span
from intake.answers.showing import boxes
from intake.answers.wording import words
from intake.history import history
from intake.questionnaire import key, page_named, question_named
from tests.intake.filling import BORN, ENTRY, TODAY, WHEN, filled, medicine, part_1, sent

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
    ("a season", "2024", "summer", False, {"year": 2024, "season": "summer"}),
    ("a season of this year that has begun", "2026", "fall", False, {"year": 2026, "season": "fall"}),
    ("a season that is none", "2024", "Summer", False, None),
    ("other figures of the world", "٢٠٢٤", "", False, None),
]


@pytest.mark.parametrize(("why", "year", "month", "about", "value"), TYPED)
def test_remembered(why, year, month, about, value):
    assert remembered(year, month, about, TODAY) == value


def test_a_season_that_has_not_begun_is_no_date_of_the_past():
    assert remembered("2026", "fall", False, date(2026, 8, 31)) is None
    assert remembered("2026", "fall", False, date(2026, 9, 1)) == {"year": 2026, "season": "fall"}


AIDS = [
    ("an age", {"age": "34"}, {"age": 34}),
    ("an age and a month", {"age": "34", "month": "6"}, {"age": 34, "month": 6}),
    ("an age and a season", {"age": "34", "month": "winter"}, {"age": 34, "season": "winter"}),
    ("an age and a year", {"age": "34", "year": "2014"}, {"year": 2014, "age": 34}),
    ("about an age", {"age": "34", "about": True}, {"age": 34, "about": True}),
    ("the oldest", {"age": "120"}, {"age": 120}),
    ("older than anybody", {"age": "121"}, None),
    ("no age", {"age": "thirty"}, None),
    ("an age in months", {"age": "3.5"}, None),
    ("words", {"words": "when I worked at the bakery"}, {"words": "when I worked at the bakery"}),
    ("words and a year", {"words": "my son was born", "year": "2014"}, {"year": 2014, "words": "my son was born"}),
    ("words and a year that is none: kept as typed", {"words": "my son was born", "year": "14"}, None),
    ("a month alone says nothing", {"month": "6"}, None),
    ("a guess alone says nothing", {"about": True}, None),
    ("nothing", {}, None),
]


@pytest.mark.parametrize(("why", "given", "value"), AIDS)
def test_what_a_date_may_hang_on(why, given, value):
    assert recalled(**{"year": "", "month": "", "age": "", "words": "", "about": False} | given, today=TODAY) == value


CERTAIN = [
    ("a season", {"year": 2023, "season": "spring"}, "2023"),
    ("winter is the one at the start of the year that was named", {"year": 2023, "season": "winter"}, "2023"),
    ("about a season inside the year", {"year": 2023, "season": "spring", "about": True}, "2023"),
    ("about fall may be the year after", {"year": 2023, "season": "fall", "about": True}, None),
    ("about winter may be the year before", {"year": 2023, "season": "winter", "about": True}, None),
    ("words alone", {"words": "my first job"}, None),
    ("words beside a year", {"year": 2023, "words": "my first job"}, "2023"),
    ("an age, the birthday not at the year's start, spans two years", {"age": 34}, None),
    ("an age and a month after the birthday", {"age": 34, "month": 6}, "2014-06"),
    ("an age and a month before the birthday is the year after", {"age": 34, "month": 1}, "2015-01"),
    ("an age and the month of the birthday may be either year", {"age": 34, "month": 3}, None),
    ("an age and a season", {"age": 34, "season": "summer"}, "2014"),
    ("an age and the season of the birthday may be either year", {"age": 34, "season": "spring"}, None),
    ("about an age says nothing surely", {"age": 34, "month": 6, "about": True}, None),
    ("a year goes before an age", {"age": 34, "year": 2016}, "2016"),
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
    assert certain(value, BORN) == text


def test_an_age_needs_the_day_of_birth():
    assert certain({"age": 34, "month": 6}) is None
    assert certain({"age": 34}, date(1980, 1, 1)) == "2014"
    assert certain({"age": 34}, date(1980, 1, 2)) is None
    assert span({"age": 34}, BORN) == (2014 * 12 + 2, 2015 * 12 + 2)


def test_seasons_are_the_north_s_and_each_lies_within_a_year():
    assert SEASONS == {"winter": (1, 2), "spring": (3, 5), "summer": (6, 8), "fall": (9, 11)}


AGAINST = [
    ("seasons of one year in the wrong order", {"year": 2024, "season": "fall"}, {"year": 2024, "season": "spring"}, True),
    ("in the right order", {"year": 2024, "season": "spring"}, {"year": 2024, "season": "fall"}, False),
    ("a month within the season", {"year": 2024, "season": "spring"}, {"year": 2024, "month": 4}, False),
    ("a month before the season", {"year": 2024, "season": "spring"}, {"year": 2024, "month": 2}, True),
    ("a guess that may be right", {"year": 2024, "season": "spring"}, {"year": 2024, "month": 2, "about": True}, False),
    ("words have no order", {"year": 2024}, {"words": "long ago"}, False),
    ("an age is not held against a year here", {"year": 2024}, {"age": 20}, False),
]


@pytest.mark.parametrize(("why", "start", "stop", "asked"), AGAINST)
def test_a_stop_before_the_start_is_asked_about(why, start, stop, asked):
    document = medicine(part_1())
    for question, value in (("start", start), ("stop", stop)):
        document["answers"][key(question, ENTRY)] = {"state": "answered", "value": value, "rev": 1}
    assert ("stop" in crosscheck(page_named("medicine", "when"), document, ENTRY)) is asked


SENT = [
    ("a season", "start_year=2024&start_month=summer", "summer 2024", "2024"),
    ("winter says which months", "start_year=2024&start_month=winter", "winter (January or February) 2024", "2024"),
    ("an age", "start_age=34", "at age 34", None),
    ("an age and a season", "start_age=34&start_month=summer", "summer, at age 34", "2014"),
    ("about an age", "start_age=34&start_about=yes", "about at age 34", None),
    ("words", "start_words=when+I+worked+at+the+bakery", "“when I worked at the bakery”", None),
    ("a year and words", "start_year=2014&start_words=my+son+was+born", "2014, “my son was born”", "2014"),
    ("an age that is still to come", "start_age=99&start_month=6", "June, at age 99", None),
]


@pytest.mark.parametrize(("why", "fields", "words_", "start"), SENT)
def test_words_for_the_clinician_and_a_date_for_the_rules(why, fields, words_, start):
    rest = {name: value for name, value in WHEN.items() if not name.startswith("start")}
    document = medicine(part_1(), when=rest)
    merged = sent(document, "when", fields)
    assert "start" not in merged.problems
    answer = merged.document["answers"][key("start", ENTRY)]
    assert words(question_named("start"), answer, merged.document, ENTRY) == words_
    assert history(merged.document, TODAY, BORN)["trials"][0]["start"] == start


def test_what_was_typed_comes_back_into_its_boxes():
    fields = {"year": "2014", "month": "summer", "age": "34", "words": "my son was born", "about": "yes"}
    document = filled(("when", {f"start_{name}": text for name, text in fields.items()}))
    assert boxes(question_named("start"), document["answers"][key("start", ENTRY)]) == fields


def test_words_have_an_end():
    merged = sent(part_1(), "when", {"start_words": "x" * 201})
    assert merged.problems["start"] == "Make it shorter: at most 200 characters. It has 201."
    assert merged.document["answers"][key("start", ENTRY)]["raw"] == {"words": ["x" * 201]}


def test_ends_of_partial_dates():
    assert (first_day("2023"), last_day("2023")) == ("2023-01-01", "2023-12-31")
    assert (first_day("2023-05"), last_day("2023-05")) == ("2023-05-01", "2023-05-31")
