"""The daily test of the pages: made once a day, seen to arrive by a person; if not, an alarm."""

import datetime

import pytest
from django.utils import timezone

from desk import dispatch, kinds, work
from desk.clinic_hours import read
from desk.escalation import climb, drill
from desk.models import Message, Task
from tests.clinic.staff import make

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)
EVERY_DAY = [datetime.date(2028, 1, 1) + number * DAY for number in range(366)]


@pytest.fixture(autouse=True)
def always_open(settings):
    settings.CLINIC_HOURS = read("Mon-Sun 0:00-24:00", "", "UTC")


def noon():
    """Of a day on which the clinic of these tests is open."""
    return timezone.now().replace(hour=12, minute=0)


def made(days_ago, *, seen):
    """A test of so many days ago."""
    task = Task.objects.create(key=f"{drill.DRILL}:{days_ago}", kind=drill.DRILL)
    Task.objects.filter(pk=task.pk).update(created_at=noon() - days_ago * DAY)
    if seen:
        work.acknowledge(task=task, by=make(second_factor=False))
    return task


def test_one_test_a_day_however_often_the_clock_ticks():
    assert [bool(drill.daily(noon())) for _ in range(3)] == [True, False, False]
    assert drill.daily(noon() + DAY) is not None


def test_none_while_the_clinic_is_shut(settings):
    settings.CLINIC_HOURS = read("Mon-Sun 8:00-9:00", "", "UTC")
    assert drill.daily(noon()) is None


def test_it_goes_the_way_of_every_page_and_says_that_nothing_has_happened(settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "desk.folder.FolderBackend", str(tmp_path)
    drill.daily(noon())
    assert climb.climb() == 1
    assert kinds.prepare(Message.objects.get()).subject == "Daily test"
    assert dispatch.send_due() == 1
    [mail] = tmp_path.glob("*.eml")
    assert "nothing has happened" in mail.read_text()
    assert drill.last().mail == "sent"
    assert not drill.last().arrived
    assert climb.climb() == 0


def test_the_next_day_closes_what_nobody_confirmed_and_it_stays_missed():
    first = drill.daily(noon())
    drill.daily(noon() + DAY)
    first.refresh_from_db()
    assert (first.state, first.acknowledged_at) == ("closed", None)


MISSED = [
    ("none made yet: a new clinic", [], False),
    ("today's, not yet confirmed", [(0, False)], False),
    ("yesterday's arrived", [(1, True)], False),
    ("yesterday's arrived, today's waits", [(1, True), (0, False)], False),
    ("nobody confirmed yesterday's", [(1, False)], True),
    ("nobody confirmed yesterday's, today's waits", [(1, False), (0, False)], True),
    ("an older one was missed, yesterday's arrived", [(2, False), (1, True)], False),
    ("over a weekend", [(3, True)], False),
    ("none made for five days: the clock stands still", [(5, True)], True),
]


@pytest.mark.parametrize(("reason", "tests", "alarm"), MISSED, ids=[row[0] for row in MISSED])
def test_when_it_is_an_alarm(reason, tests, alarm):
    for days_ago, seen in tests:
        made(days_ago, seen=seen)
    assert drill.missed(noon()) is alarm


OPEN = [
    ("opens once a week: nothing is missing on the Monday before", "Tue 9:00-17:00", "", "11-10T09:10", "11-16T12:00", False),
    ("on the day itself", "Tue 9:00-17:00", "", "11-10T09:10", "11-17T09:05", False),
    ("days after it should have been made", "Tue 9:00-17:00", "", "11-10T09:10", "11-20T12:00", True),
    ("the first morning after four days off", "Mon-Fri 9:00-17:00", "2026-11-26, 2026-11-27", "11-25T09:10", "11-30T09:05", False),
    ("a week after them", "Mon-Fri 9:00-17:00", "2026-11-26, 2026-11-27", "11-25T09:10", "12-04T09:05", True),
    ("shut for good since", "Mon 9:00-17:00", ", ".join(f"{n:%m-%d}" for n in EVERY_DAY), "11-25T09:10", "12-04T09:05", True),
]


@pytest.mark.parametrize(("reason", "hours", "closed", "made_on", "now", "alarm"), OPEN, ids=[row[0] for row in OPEN])
def test_a_test_is_missing_only_where_the_clinic_has_opened_since(settings, reason, hours, closed, made_on, now, alarm):
    settings.CLINIC_HOURS = read(hours, closed, "UTC")
    task = made(0, seen=True)
    Task.objects.filter(pk=task.pk).update(created_at=f"2026-{made_on}Z")
    assert drill.missed(datetime.datetime.fromisoformat(f"2026-{now}Z")) is alarm
