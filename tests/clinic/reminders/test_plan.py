"""When a person is reminded: the day before at nine where they live, or at once."""

import datetime

import pytest

from clinic.reminders import plan
from desk.models import Message
from tests.clinic.visits import MONDAY, clinician, ready, visit, wall

pytestmark = pytest.mark.django_db

ZONES = [
    ("the clinic's own zone", "America/New_York", MONDAY, "10:00", "2031-06-01T13:00"),
    ("three hours west", "America/Los_Angeles", MONDAY, "10:00", "2031-06-01T16:00"),
    ("so far east that there the visit is on the next day", "Pacific/Auckland", MONDAY, "16:00", "2031-06-01T21:00"),
    ("the day before is the day the clock goes forward", "America/New_York", datetime.date(2031, 3, 10), "10:00", "2031-03-09T13:00"),
    ("the day before is the day the clock goes back", "America/New_York", datetime.date(2031, 11, 3), "10:00", "2031-11-02T14:00"),
    ("the visit is on the day it goes forward", "America/New_York", datetime.date(2031, 3, 9), "10:00", "2031-03-08T14:00"),
]


@pytest.mark.parametrize(("why", "zone", "day", "clock", "due"), ZONES)
def test_nine_oclock_on_the_day_before_where_they_live(why, zone, day, clock, due):
    booked = visit(ready(time_zone=zone), clinician(days=range(7)), wall(day, clock))
    reminder = Message.objects.get(subject=booked.pk, kind="reminder")
    assert reminder.due_at == datetime.datetime.fromisoformat(due).replace(tzinfo=datetime.UTC), why
    assert reminder.stale_at == booked.span.lower, why


def test_less_than_a_day_before_it_is_due_at_once():
    soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(hours=3)
    booked = visit()
    booked.span = (soon, soon + datetime.timedelta(hours=1))
    booked.save()
    booked.refresh_from_db()
    assert plan.reminder_at(booked) is None
