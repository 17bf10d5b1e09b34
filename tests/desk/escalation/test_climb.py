"""Pages, again and again, until somebody takes the task on. No private word leaves the house."""

import datetime
import uuid

import pytest
from django.db.models.functions import Now

from audit.models import Entry
from desk import dispatch, kinds, work
from desk.clinic_hours import read
from desk.escalation import climb, roster, words
from desk.models import Message, Page, Task
from desk.models.task import SAFETY
from tests.clinic.staff import make

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture(autouse=True)
def always_open(settings):
    """The clock runs, whenever the suite does."""
    settings.CLINIC_HOURS = read("Mon-Sun 0:00-24:00", "", "UTC")
    settings.ON_CALL_DAY_AND_NIGHT = True
    settings.ON_CALL_MAIL = "clinic@staff.test"


@pytest.fixture
def team():
    found = {whom: make("clinician", second_factor=False) for whom in ("on_call", "backup", "lead")}
    for whom, staff in found.items():
        roster.put(whom=whom, staff=staff, address="", by=None, actor=staff.actor)
    return found


def waiting(tier=3):
    """A safety task that has just been opened."""
    return climb.begin(work.open_task(key=f"safety:{uuid.uuid4()}", kind=SAFETY, case=uuid.uuid4(), tier=tier))


def later(task, minutes):
    """So many minutes pass."""
    past = minutes * MINUTE
    task.refresh_from_db()
    Task.objects.filter(pk=task.pk).update(created_at=task.created_at - past, next_page_at=task.next_page_at - past)


def whom():
    return [(page.number, page.whom) for page in Page.objects.order_by("number", "paged_at", "whom")]


def test_the_first_page_is_due_at_once_and_once(team):
    waiting()
    assert (climb.climb(), climb.climb()) == (1, 0)
    assert whom() == [(0, "on_call")]
    assert Message.objects.get().kind == "safety_page"
    assert Entry.objects.filter(action="task.paged").count() == 1


def test_one_that_cannot_be_paged_keeps_nobody_from_the_others(team, caplog):
    """The graver comes first, each time: what breaks there must not silence every alarm of the clinic."""
    broken, other = waiting(tier=3), waiting(tier=2)
    Page.objects.create(task=broken, number=0, whom="on_call")  # a rung that was climbed, for all the task knows, never
    assert climb.climb() == 2
    assert set(Page.objects.filter(message__isnull=False).values_list("task", flat=True)) == {other.pk}
    assert climb.climb() == 0
    broken.refresh_from_db()
    assert (broken.rungs_climbed, broken.state) == (0, "open")
    assert broken.next_page_at - broken.created_at >= MINUTE, "it is tried again, and not at once"
    assert "not paged" in caplog.text


def test_each_rung_pages_more_people_until_it_is_taken_on(team):
    task = waiting()
    climb.climb()
    for minutes, people in ((15, 2), (15, 3), (30, 3), (30, 3)):
        before = Page.objects.count()
        later(task, minutes)
        assert climb.climb() == 1
        assert Page.objects.count() - before == people
    work.acknowledge(task=task, by=team["backup"])
    later(task, 300)
    assert climb.climb() == 0


CLOCKS = [
    ("a minute too early", 3, 14, 1),
    ("on the minute", 3, 15, 2),
    ("tier 2 has an hour", 2, 59, 1),
    ("tier 2 after it", 2, 60, 2),
    ("tier 1 has a day", 1, 479, 1),
    ("tier 1 after it", 1, 480, 2),
]


@pytest.mark.parametrize(("reason", "tier", "minutes", "rungs"), CLOCKS, ids=[row[0] for row in CLOCKS])
def test_each_tier_has_its_clock(team, reason, tier, minutes, rungs):
    task = waiting(tier)
    climb.climb()
    task.refresh_from_db()
    assert task.due_at - task.created_at >= {1: 480, 2: 60, 3: 15}[tier] * MINUTE
    Task.objects.filter(pk=task.pk).update(next_page_at=Now() + (task.next_page_at - task.created_at) - minutes * MINUTE)
    Task.objects.filter(pk=task.pk).update(created_at=task.created_at - minutes * MINUTE)
    climb.climb()
    assert len({number for number, _whom in whom()}) == rungs


def test_closed_without_being_taken_on_nobody_is_paged(team):
    task = waiting()
    work.close_task(key=task.key, by=team["lead"])
    assert climb.climb() == 0


def test_after_a_standstill_each_person_gets_one_page_and_not_one_for_each_that_was_missed(team):
    task = waiting()
    later(task, 240)
    assert climb.climb() == 1
    assert len(whom()) == 3


def test_a_step_that_breaks_leaves_nothing_behind_and_is_taken_again(team, monkeypatch):
    task = waiting()
    with monkeypatch.context() as patch:
        patch.setattr(climb, "record", lambda *args, **more: 1 // 0)
        climb.step()
    assert (Page.objects.count(), Message.objects.count()) == (0, 0)
    later(task, 1)
    assert climb.climb() == 1
    assert Page.objects.get().task == task


def said(message=None):
    return kinds.prepare(message or Message.objects.get())


def test_a_page_says_nothing_about_anybody(team):
    task = waiting()
    climb.climb()
    page = said()
    assert (page.to, page.subject) == (team["on_call"].email, "A safety task waits")
    assert page.body.startswith("A safety task waits. Sign in.\n\nhttp")
    for private in (str(task.case), str(task.pk), "tier", "Tier", "3", "PHQ", "patient"):
        assert private not in page.body.replace(words.settings.PUBLIC_URL, "")


def test_a_page_that_waited_is_not_sent_once_somebody_took_it_on(team):
    task = waiting()
    climb.climb()
    work.acknowledge(task=task, by=team["on_call"])
    assert said() == kinds.Void("taken_on")


def test_it_goes_to_who_stands_there_when_it_leaves(team):
    waiting()
    climb.climb()
    other = make("lead", second_factor=False)
    roster.put(whom="on_call", staff=other, address="pager@staff.test", by=other, actor=other.actor)
    assert said().to == "pager@staff.test"


def test_a_page_sent_once_more_is_still_that_page(team):
    waiting()
    climb.climb()
    first = Message.objects.get()
    again = Message(key=f"{first.key}#2", kind=first.kind, subject=first.subject, subject_version=first.subject_version)
    assert said(again).to == team["on_call"].email


NOBODY = [
    ("nobody on the roster", False, "clinic@staff.test", "clinic@staff.test"),
    ("the account was shut", True, "clinic@staff.test", "clinic@staff.test"),
]


@pytest.mark.parametrize(("reason", "shut", "fallback", "to"), NOBODY, ids=[row[0] for row in NOBODY])
def test_where_nobody_can_be_reached_the_clinic_is(settings, reason, shut, fallback, to):
    if shut:
        gone = make("clinician", second_factor=False)
        roster.put(whom="on_call", staff=gone, address="", by=None, actor=gone.actor)
        gone.is_active = False
        gone.save()
    waiting()
    climb.climb()
    assert said().to == to
    assert Page.objects.get().staff is None


def test_with_no_address_at_all_the_rung_is_on_record_and_the_ladder_goes_on(settings):
    settings.ON_CALL_MAIL = ""
    task = waiting()
    climb.climb()
    assert Page.objects.get().message is None
    task.refresh_from_db()
    assert task.rungs_climbed == 1
    assert task.next_page_at is not None


def test_the_gravest_goes_first(team):
    waiting(1)
    grave = waiting(3)
    climb.step()
    assert Page.objects.get().task == grave


def test_a_message_that_is_gone_has_no_words(team):
    assert said(Message(key="safety_page:x:0:on_call", kind="safety_page", subject=uuid.uuid4())) == kinds.Void("gone")


def test_what_is_not_for_paging_is_left_alone(team):
    work.open_task(key="other", kind="ask_patient", case=uuid.uuid4())
    assert climb.climb() == 0


def test_the_whole_way_out(team, settings, tmp_path):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "desk.folder.FolderBackend", str(tmp_path)
    waiting()
    climb.climb()
    assert dispatch.send_due() == 1
    [mail] = tmp_path.glob("*.eml")
    assert "A safety task waits. Sign in." in mail.read_text()
