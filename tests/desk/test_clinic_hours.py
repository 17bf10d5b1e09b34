"""Clocks that run only while the clinic is open. November 2026: the 26th is Thanksgiving, the 20th and 27th are Fridays."""

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.clinic_hours import NeverOpen, read

NEW_YORK = "America/New_York"
CLINIC = read("Mon-Thu 9:00-12:00, 13:00-17:00; Fri 9:00-14:00", "12-25, 2026-11-26", NEW_YORK)
ALWAYS = read("Mon-Sun 0:00-24:00", "", NEW_YORK)


def at(text: str, zone: str = NEW_YORK) -> datetime.datetime:
    return datetime.datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


OPEN = [
    ("the opening minute", "2026-11-23 09:00", True),
    ("a second before", "2026-11-23 08:59:59", False),
    ("over lunch", "2026-11-23 12:30", False),
    ("the end of lunch", "2026-11-23 13:00", True),
    ("the closing minute", "2026-11-23 17:00", False),
    ("a Friday afternoon", "2026-11-20 15:00", False),
    ("a Saturday", "2026-11-21 10:00", False),
    ("a day that is shut this year", "2026-11-26 10:00", False),
    ("the same date in another year", "2027-11-26 10:00", True),
    ("a day that is shut every year", "2029-12-25 10:00", False),
]
AFTER = [
    ("within the morning", "2026-11-23 09:30", 60, "2026-11-23 10:30"),
    ("to the very end of a stretch", "2026-11-23 09:00", 180, "2026-11-23 12:00"),
    ("lunch stands still", "2026-11-23 11:30", 60, "2026-11-23 13:30"),
    ("from lunch", "2026-11-23 12:10", 60, "2026-11-23 14:00"),
    ("from the night before", "2026-11-22 23:30", 60, "2026-11-23 10:00"),
    ("from the early morning", "2026-11-23 03:00", 15, "2026-11-23 09:15"),
    ("over the night", "2026-11-23 16:30", 60, "2026-11-24 09:30"),
    ("over the weekend", "2026-11-20 13:30", 60, "2026-11-23 09:30"),
    ("from the weekend", "2026-11-21 10:00", 60, "2026-11-23 10:00"),
    ("over a holiday", "2026-11-25 16:30", 60, "2026-11-27 09:30"),
    ("on a holiday", "2026-11-26 10:00", 15, "2026-11-27 09:15"),
    ("a whole week of 33 hours", "2026-11-02 09:00", 33 * 60, "2026-11-06 14:00"),
    ("over the hour that is said twice", "2026-10-30 13:30", 60, "2026-11-02 09:30"),
    ("no time at all, while open", "2026-11-23 10:00", 0, "2026-11-23 10:00"),
    ("no time at all, while shut", "2026-11-21 10:00", 0, "2026-11-23 09:00"),
]
CLOSES = [
    ("today", "2026-11-23 10:00", 0, "2026-11-23 17:00"),
    ("today, before opening", "2026-11-23 03:00", 0, "2026-11-23 17:00"),
    ("today, over lunch", "2026-11-23 12:30", 0, "2026-11-23 17:00"),
    ("nothing is left of today", "2026-11-23 17:00", 0, "2026-11-24 17:00"),
    ("Friday evening", "2026-11-20 18:00", 0, "2026-11-23 17:00"),
    ("a day later, short on Friday", "2026-11-19 10:00", 1, "2026-11-20 14:00"),
    ("two from Friday", "2026-11-20 10:00", 2, "2026-11-24 17:00"),
    ("two from Friday night", "2026-11-20 23:00", 2, "2026-11-24 17:00"),
    ("two from Saturday", "2026-11-21 10:00", 2, "2026-11-24 17:00"),
    ("two from Sunday", "2026-11-22 10:00", 2, "2026-11-24 17:00"),
    ("two from Monday before opening", "2026-11-23 01:00", 2, "2026-11-25 17:00"),
    ("two over a holiday", "2026-11-24 10:00", 2, "2026-11-27 14:00"),
    ("two from a holiday", "2026-11-26 10:00", 2, "2026-11-30 17:00"),
]
REFUSED = [
    ("nothing", "", ""),
    ("no day", "9:00-17:00", ""),
    ("a day nobody knows", "Mod-Fri 9:00-17:00", ""),
    ("days the wrong way round", "Fri-Mon 9:00-17:00", ""),
    ("no time", "Mon-Fri", ""),
    ("words for a time", "Mon-Fri nine to five", ""),
    ("an hour that is none", "Mon 9:00-25:00", ""),
    ("a minute past the end of the day", "Mon 9:00-24:01", ""),
    ("a minute that is none", "Mon 9:60-17:00", ""),
    ("ends before it begins", "Mon 17:00-9:00", ""),
    ("ends as it begins", "Mon 9:00-9:00", ""),
    ("times that overlap", "Mon 9:00-12:00, 11:00-17:00", ""),
    ("more after midnight", "Mon 9:00-24:00, 11:00-17:00", ""),
    ("a holiday that is none", "Mon 9:00-17:00", "13-25"),
    ("a holiday in words", "Mon 9:00-17:00", "Christmas"),
    ("a holiday that no year has", "Mon 9:00-17:00", "2027-02-29"),
]


@pytest.mark.parametrize(("reason", "moment", "open_"), OPEN, ids=[row[0] for row in OPEN])
def test_when_it_is_open(reason: str, moment: str, open_: bool) -> None:
    assert CLINIC.is_open(at(moment)) is open_


@pytest.mark.parametrize(("reason", "moment", "minutes", "expected"), AFTER, ids=[row[0] for row in AFTER])
def test_open_time_that_passes(reason: str, moment: str, minutes: int, expected: str) -> None:
    assert CLINIC.after(at(moment), datetime.timedelta(minutes=minutes)) == at(expected)


@pytest.mark.parametrize(("reason", "moment", "days", "expected"), CLOSES, ids=[row[0] for row in CLOSES])
def test_the_close_of_a_business_day(reason: str, moment: str, days: int, expected: str) -> None:
    assert CLINIC.close_of_day(at(moment), days) == at(expected)


@pytest.mark.parametrize(("reason", "hours", "closed"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_not_understood_is_refused(reason: str, hours: str, closed: str) -> None:
    with pytest.raises(ValueError):
        read(hours, closed, NEW_YORK)


def test_the_wall_decides_wherever_the_moment_is_told() -> None:
    assert CLINIC.is_open(at("2026-11-23 14:00", "UTC"))
    assert not CLINIC.is_open(at("2026-11-23 13:59", "UTC"))
    assert CLINIC.opens(at("2026-11-22 12:00", "Asia/Tokyo")) == at("2026-11-23 09:00")


@pytest.mark.parametrize(
    ("reason", "moment", "expected"),
    [
        ("spring: from 2:00 to 3:00 there is nothing", "2027-03-14 01:30", "2027-03-14 03:30"),
        ("autumn: from 1:00 to 2:00 there is twice as much", "2026-11-01 00:30", "2026-11-01 01:30"),
    ],
)
def test_an_hour_is_an_hour_when_the_wall_clock_jumps(reason: str, moment: str, expected: str) -> None:
    # Python calls a local time that is there twice unequal to everything in another zone.
    assert ALWAYS.after(at(moment), datetime.timedelta(hours=1)) == at(expected).astimezone(datetime.UTC)


def test_open_day_and_night_no_minute_is_lost_at_midnight() -> None:
    assert ALWAYS.after(at("2026-11-23 23:30"), datetime.timedelta(hours=25)) == at("2026-11-25 00:30")
    assert ALWAYS.is_open(at("2026-11-23 23:59:59"))


def test_a_clinic_that_never_opens_says_so() -> None:
    never = read("Mon 9:00-17:00", ",".join(_mondays()), NEW_YORK)
    with pytest.raises(NeverOpen):
        never.after(at("2026-11-23 10:00"), datetime.timedelta(minutes=1))


def _mondays() -> list[str]:
    first = datetime.date(2026, 11, 23)
    return [(first + datetime.timedelta(weeks=number)).isoformat() for number in range(60)]


def test_a_time_without_a_zone_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="aware"):
        CLINIC.after(datetime.datetime(2026, 11, 23, 10), datetime.timedelta(minutes=1))


@given(st.integers(0, 2 * 365 * 24 * 60), st.integers(0, 5000), st.integers(0, 5000))
def test_waiting_twice_is_waiting_once(minutes: int, first: int, then: int) -> None:
    moment = at("2026-01-01 00:00") + datetime.timedelta(minutes=minutes)
    one, two = datetime.timedelta(minutes=first), datetime.timedelta(minutes=then)
    assert CLINIC.opens(CLINIC.after(CLINIC.after(moment, one), two)) == CLINIC.opens(CLINIC.after(moment, one + two))
    assert CLINIC.after(moment, one) >= moment.astimezone(datetime.UTC)
