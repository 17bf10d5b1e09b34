"""When a person is reminded: the day before at nine where they live, or at once."""

import datetime

import pytest

from clinic.consultations import services
from desk.models import Message
from tests.clinic.visits import MONDAY, clinician, ready, scheduler, visit, wall

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


NOW = datetime.datetime(2031, 6, 1, 20, tzinfo=datetime.UTC)  # four in the afternoon of the Sunday before, in New York
HOUR = datetime.timedelta(hours=1)
LATE = [
    ("the day before, after nine: two hours after they were told", "10:00", NOW, NOW + 2 * HOUR),
    ("the day before, an hour before nine: nine is too soon after", "10:00", NOW - 8 * HOUR, NOW - 6 * HOUR),
    ("the day before, two hours before nine", "10:00", NOW - 9 * HOUR, NOW - 7 * HOUR),
    ("the day before, three hours before nine: nine stands", "10:00", NOW - 10 * HOUR, NOW - 7 * HOUR),
    ("the same day, three hours ahead", "10:00", NOW + 15 * HOUR, NOW + 17 * HOUR),
    ("a minute more than the gap ahead", "10:01", NOW + 16 * HOUR, NOW + 18 * HOUR),
    ("the gap ahead: being told is the reminder", "10:00", NOW + 16 * HOUR, None),
    ("an hour ahead", "10:00", NOW + 17 * HOUR, None),
]


@pytest.mark.parametrize(("why", "clock", "now", "due"), LATE)
def test_booked_late_the_reminder_does_not_come_with_the_news(monkeypatch, why, clock, now, due):
    monkeypatch.setattr("intake.clock.now", lambda: now)
    booked = visit(start=wall(MONDAY, clock))
    told = dict(Message.objects.filter(subject=booked.pk).values_list("kind", "due_at"))
    assert told.get("reminder") == due, why
    assert "booked" in told, why


def test_moved_late_it_is_the_same(monkeypatch):
    booked = visit()
    monkeypatch.setattr("intake.clock.now", lambda: NOW)
    services.move(consultation=booked, clinician=booked.clinician, start=wall(MONDAY, "12:00"), minutes=60, by=scheduler())
    assert Message.objects.get(subject=booked.pk, subject_version=2, kind="reminder").due_at == NOW + 2 * HOUR


def test_moved_to_within_the_gap_no_reminder_is_left(monkeypatch):
    booked = visit(start=wall(MONDAY, "16:00"))
    monkeypatch.setattr("intake.clock.now", lambda: NOW + 16 * HOUR)
    services.move(consultation=booked, clinician=booked.clinician, start=wall(MONDAY, "10:00"), minutes=60, by=scheduler())
    booked.refresh_from_db()
    states = Message.objects.filter(subject=booked.pk).values_list("kind", "subject_version", "state")
    assert ("reminder", 1, "cancelled") in states
    assert ("moved", 2, "planned") in states
    assert not [row for row in states if row[:2] == ("reminder", 2)]


def test_the_gap_is_the_clinics_to_choose(monkeypatch, settings):
    settings.REMINDER_GAP_SECONDS = 5
    monkeypatch.setattr("intake.clock.now", lambda: NOW)
    reminder = Message.objects.get(subject=visit().pk, kind="reminder")
    assert reminder.due_at == NOW + datetime.timedelta(seconds=5)
