"""What can be booked: inside the hours, not taken, not past."""

import datetime

import pytest

from clinic.consultations import slots
from tests.clinic.visits import MONDAY, NEW_YORK, clinician, ready, visit, wall

pytestmark = pytest.mark.django_db


def starts(staff, minutes=60, first=MONDAY, days=1) -> list[str]:
    found = slots.free(clinician=staff, first=first, days=days, minutes=minutes)
    return [slot.start.astimezone(NEW_YORK).strftime("%H:%M") for slot in found]


LENGTHS = [
    ("an hour each", 60, ["09:00", "10:00", "11:00"]),
    ("half an hour each", 30, ["09:00", "09:30", "10:00", "10:30", "11:00", "11:30"]),
]


@pytest.mark.parametrize(("why", "minutes", "expected"), LENGTHS)
def test_the_hours_are_cut_into_visits(why, minutes, expected):
    assert starts(clinician("09:00-12:00"), minutes) == expected, why


def test_a_visit_that_does_not_fit_the_end_is_not_offered():
    assert starts(clinician("09:00-10:30")) == ["09:00"]


def test_a_break_is_a_break():
    assert starts(clinician("13:00-14:00", "09:00-10:00")) == ["09:00", "13:00"]


def test_what_is_booked_is_not_offered_and_the_rest_goes_on_where_it_ends():
    staff = clinician("09:00-13:00")
    visit(staff=staff, start=wall(MONDAY, "10:00"), minutes=30)
    assert starts(staff) == ["09:00", "10:30", "11:30"]


def test_what_is_cancelled_is_offered_again():
    staff = clinician("10:00-11:00")
    taken = visit(staff=staff)
    assert starts(staff) == []
    taken.state, taken.reason = "cancelled", "other"
    taken.save()
    assert starts(staff) == ["10:00"]


def test_somebody_elses_visit_takes_nothing():
    visit(staff=clinician())
    assert starts(clinician("10:00-11:00")) == ["10:00"]


def test_what_has_passed_is_not_offered():
    assert starts(clinician(days=range(7)), first=datetime.date(2020, 6, 1)) == []


def test_no_hours_no_times():
    assert starts(clinician(days=range(0))) == []


SWITCHES = [
    ("forward: 02:00 to 03:00 does not exist", datetime.date(2031, 3, 9), ["00:00", "01:00", "03:00", "04:00"]),
    ("back: 01:00 comes twice", datetime.date(2031, 11, 2), ["00:00", "01:00", "01:00", "02:00", "03:00", "04:00"]),
]


@pytest.mark.parametrize(("why", "day", "expected"), SWITCHES)
def test_a_night_clinic_on_the_days_the_clock_jumps(why, day, expected):
    assert starts(clinician("00:00-05:00", days=range(7)), first=day) == expected, why


@pytest.mark.parametrize(
    "day", [datetime.date(2031, 3, 9), datetime.date(2031, 3, 8), datetime.date(2031, 11, 2), datetime.date(2031, 11, 1)]
)
def test_ordinary_hours_are_the_same_on_the_wall_around_a_switch(day):
    assert starts(clinician("09:00-11:00", days=range(7)), first=day) == ["09:00", "10:00"]


def test_the_nearest_are_the_closest_free_ones_in_order():
    staff = clinician("09:00-17:00")
    visit(ready(), staff, wall(MONDAY, "13:00"))
    found = slots.nearest(clinician=staff, wanted=wall(MONDAY, "13:00"), minutes=60, count=4)
    assert [slot.start.astimezone(NEW_YORK).strftime("%H:%M") for slot in found] == ["11:00", "12:00", "14:00", "15:00"]


def test_the_number_of_questions_does_not_grow_with_the_days(django_assert_num_queries):
    staff = clinician()
    with django_assert_num_queries(3):
        slots.free(clinician=staff, first=MONDAY, days=1, minutes=60)
    with django_assert_num_queries(3):
        slots.free(clinician=staff, first=MONDAY, days=60, minutes=60)
