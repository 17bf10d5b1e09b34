"""The week as a table."""

import datetime

import pytest

from clinic.consultations.week import Week, week
from clinic.models import Consultation
from desk.models import Staff
from tests.clinic.visits import MONDAY, clinician, ready, visit, wall

pytestmark = pytest.mark.django_db
BEFORE = wall(MONDAY, "00:00")


def shown(staff: Staff, first: datetime.date = MONDAY, now: datetime.datetime = BEFORE) -> Week:
    return week(Consultation.objects.all(), clinician=staff, first=first, now=now)


def kinds(found: Week, day: int = 0) -> dict[str, str]:
    return {f"{row.clock:%H:%M}": row.cells[day].kind for row in found.rows}


def test_what_stands_in_each_half_hour():
    staff = clinician("09:00-10:30", "11:00-12:00")
    visit(ready(), staff, wall(MONDAY, "09:30"), 30)
    assert kinds(shown(staff)) == {"09:00": "free", "09:30": "busy", "10:00": "free", "10:30": "closed", "11:00": "free", "11:30": "free"}


def test_a_visit_stands_where_it_begins_and_goes_on():
    staff = clinician("09:00-12:00")
    visit(ready("Jordan Reed"), staff, wall(MONDAY, "09:00"), 60)
    cells = [row.cells[0] for row in shown(staff).rows]
    assert [(cell.kind, len(cell.visits)) for cell in cells[:3]] == [("busy", 1), ("busy", 0), ("free", 0)]
    assert cells[0].visits[0].person.name == "Jordan Reed"


def test_hours_that_have_passed_are_not_free():
    found = shown(clinician("09:00-10:30"), now=wall(MONDAY, "09:40"))
    assert kinds(found) == {"09:00": "past", "09:30": "past", "10:00": "free"}


def test_hours_off_the_half_hour_have_a_row():
    staff = clinician("09:15-10:15")
    visit(ready(), staff, wall(MONDAY, "09:15"), 30)
    assert list(kinds(shown(staff))) == ["09:00", "09:30", "10:00"]
    assert shown(staff).rows[0].cells[0].visits


def test_days_off_are_left_out_and_today_is_named():
    found = shown(clinician(days=range(3)), now=wall(MONDAY + datetime.timedelta(days=1), "12:00"))
    assert [day.today for day in found.days] == [False, True, False]


def test_cancelled_visits_are_not_in_it():
    staff = clinician()
    visit(staff=staff)
    Consultation.objects.update(state="cancelled", reason="other")
    assert shown(staff).visits == 0


def test_no_hours_no_table():
    assert shown(clinician(days=range(0))).rows == []


SWITCHES = [("forward", datetime.date(2031, 3, 3)), ("back", datetime.date(2031, 10, 27))]


@pytest.mark.parametrize(("why", "first"), SWITCHES)
def test_in_a_week_with_a_clock_change_nine_is_nine_on_every_day(why, first):
    staff = clinician("09:00-10:00", days=range(7))
    visit(ready(), staff, wall(first + datetime.timedelta(days=6), "09:00"), 60)
    found = shown(staff, first, wall(first, "00:00"))
    assert [row.clock.hour for row in found.rows] == [9, 9], why
    assert [cell.kind for cell in found.rows[0].cells] == ["free"] * 6 + ["busy"], why


def test_a_week_is_over_when_nothing_of_it_lies_ahead():
    staff = clinician("09:00-10:00", days=range(5))
    friday = MONDAY + datetime.timedelta(days=4)
    assert not shown(staff).is_over(wall(friday, "09:59"))
    assert shown(staff).is_over(wall(friday, "10:00"))
