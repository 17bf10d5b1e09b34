"""Numbers as people type them."""

import pytest

from intake.answers.numbers import DOSE_UNITS, PERCENT_UNITS, WEEK_UNITS, number, tidy

DOSES = [
    ("a number", "50", 50),
    ("with its unit", "50mg", 50),
    ("with a space", "50 mg", 50),
    ("in capitals, with a full stop", "50 MG.", 50),
    ("a day", "50 mg a day", 50),
    ("per day by stroke", "50mg/day", 50),
    ("in Spanish", "50 mg al día", 50),
    ("about", "about 50", 50),
    ("comma for a point", "1,5", 1.5),
    ("point first", ".5", 0.5),
    ("comma by thousands", "1,200", 1200),
    ("micrograms", "25 mcg", 0.025),
    ("micro sign, both kinds", "25 μg", 0.025),
    ("a gram", "1 g", 1000),
    ("in words", "a hundred", None),
    ("a range is not one number", "50-100", None),
    ("two pills", "50mg x2", None),
    ("twice", "50 mg twice", None),
    ("pills", "2 pills", None),
    ("minus", "-50", None),
    ("two points", "1.2.3", None),
    ("infinite", "inf", None),
    ("exponent", "1e9", None),
    ("other figures of the world are not guessed", "٥٠", None),
    ("nothing", "", None),
    ("a megabyte", "9" * 10**6, None),
]


@pytest.mark.parametrize(("why", "text", "mg"), DOSES)
def test_dose(why, text, mg):
    assert number(text, DOSE_UNITS) == mg


OTHERS = [
    ("weeks", "6 weeks", WEEK_UNITS, 6),
    ("Spanish weeks", "6 semanas", WEEK_UNITS, 6),
    ("months are not weeks", "3 months", WEEK_UNITS, None),
    ("milligrams are not weeks", "50 mg", WEEK_UNITS, None),
    ("percent sign", "30%", PERCENT_UNITS, 30),
    ("percent in words", "30 percent", PERCENT_UNITS, 30),
]


@pytest.mark.parametrize(("why", "text", "units", "figure"), OTHERS)
def test_other_units(why, text, units, figure):
    assert number(text, units) == figure


def test_whole_numbers_are_stored_as_such():
    assert repr(tidy(50.0)) == "50"
    assert repr(tidy(37.5)) == "37.5"
