"""When staff tried: a time of today, or a day and a time, as people write them."""

import datetime

import pytest

from clinic.safety.moment import moment

NOW = datetime.datetime(2026, 11, 22, 3, 15, tzinfo=datetime.UTC)  # late on the 21st in the clinic
WRITTEN = [
    ("today, where the clinic is", "2:30 PM", "2026-11-21T19:30Z"),
    ("small letters, dots and no blank", "2:30p.m.", "2026-11-21T19:30Z"),
    ("the hour alone", "2 pm", "2026-11-21T19:00Z"),
    ("midnight", "12 AM", "2026-11-21T05:00Z"),
    ("of 24 hours", "14:30", "2026-11-21T19:30Z"),
    ("another day", "11/20/2026 2:30 PM", "2026-11-20T19:30Z"),
    ("a day of this month in summer time", "7/4/2026, 9:00 AM", "2026-07-04T13:00Z"),
    ("as a program writes it", "2026-11-20T14:30", "2026-11-20T19:30Z"),
    ("a leap day", "2/29/2028 9:00 AM", "2028-02-29T14:00Z"),
    ("an hour that the clock shows twice: the first", "11/1/2026 1:30 AM", "2026-11-01T05:30Z"),
    ("a time that the clock leaps over: the next there is", "3/8/2026 2:30 AM", "2026-03-08T07:00Z"),
]
NONE = [
    "noon",
    "25:00",
    "13:00 PM",
    "2:30 PM 11/20/2026",
    "2/30/2026 9:00 AM",
    "2026-11-20",
    "11/20 9:00 AM",
    "1/1/0001 9:00 AM",
    "٢:30 PM",
    "-",
    "9",
]


@pytest.mark.parametrize(("reason", "text", "when"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_what_people_write(reason, text, when):
    assert moment(text, NOW) == datetime.datetime.fromisoformat(when)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_moment(text):
    with pytest.raises(ValueError):
        moment(text, NOW)
