"""Hours are wall time: what happens where the clock jumps."""

import datetime
from zoneinfo import ZoneInfo

import pytest

from clinic.consultations.wall import instant, monday

CASES = [
    ("an ordinary morning", "America/New_York", (2026, 6, 1), "09:00", "2026-06-01T13:00"),
    ("the day the clock goes forward", "America/New_York", (2027, 3, 14), "09:00", "2027-03-14T13:00"),
    ("the day before it does", "America/New_York", (2027, 3, 13), "09:00", "2027-03-13T14:00"),
    ("in the gap: the next minute there is", "America/New_York", (2027, 3, 14), "02:30", "2027-03-14T07:00"),
    ("the day the clock goes back", "America/New_York", (2026, 11, 1), "09:00", "2026-11-01T14:00"),
    ("in the overlap: the first of the two", "America/New_York", (2026, 11, 1), "01:30", "2026-11-01T05:30"),
    ("no summer time at all", "America/Phoenix", (2027, 3, 14), "02:30", "2027-03-14T09:30"),
    ("half an hour's gap", "Australia/Lord_Howe", (2026, 10, 4), "02:15", "2026-10-03T15:30"),
    ("Europe's switch", "Europe/London", (2027, 3, 28), "01:30", "2027-03-28T01:00"),
]


@pytest.mark.parametrize(("why", "zone", "day", "clock", "utc"), CASES)
def test_the_moment_a_wall_clock_shows_a_time(why, zone, day, clock, utc):
    moment = instant(datetime.date(*day), datetime.time.fromisoformat(clock), ZoneInfo(zone))
    assert moment == datetime.datetime.fromisoformat(utc).replace(tzinfo=datetime.UTC), why


def test_a_week_begins_on_monday():
    assert {monday(datetime.date(2031, 6, day)) for day in range(2, 9)} == {datetime.date(2031, 6, 2)}
