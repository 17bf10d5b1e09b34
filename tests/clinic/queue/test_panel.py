"""Above the list: open safety events by tier, and what else a person must do."""

import datetime

import pytest
from django.db import connection
from django.db.models.functions import Now
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from audit.models import Entry
from clinic.queue import panel
from clinic.safety.clock import late
from desk import work
from desk.models import Task
from intake.safety.services import not_safe, task_key
from tests.clinic.factories import opened, row, unsafe
from tests.clinic.staff import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/clinic/"


def test_events_stand_by_tier_and_then_by_age_those_of_unsent_forms_too() -> None:
    first, second = unsafe(row(), 1), unsafe(opened(state="started"), 2)
    third, case = unsafe(row(), 1), opened(state="started")
    acute = not_safe(case=case, by=case.patient)
    alarms = signed_in("clinician").get(PAGE).context["alarms"].lines
    assert [alarm.event.pk for alarm in alarms] == [acute.pk, second.pk, first.pk, third.pk]


def test_two_events_of_one_person_say_what_raised_each() -> None:
    case = opened(state="started")
    unsafe(case)
    not_safe(case=case, by=case.patient)
    page = signed_in("clinician").get(PAGE).text
    assert [words in page for words in ("PHQ-9 item 9", "Said: I am not safe right now")] == [True, True]


def test_a_safety_task_stands_among_the_events_and_not_twice() -> None:
    unsafe(row())
    assert signed_in("clinician").get(PAGE).context["todos"].lines == []


CLOCK = [
    ("a minute too late", "open", -1, True),
    ("a minute left", "open", 1, False),
    ("somebody is on it", "acknowledged", -1, False),
    ("closed", "closed", -1, False),
]


@pytest.mark.parametrize(("why", "state", "minutes", "expected"), CLOCK, ids=[each[0] for each in CLOCK])
def test_late_is_what_nobody_has_taken_on_in_time(why: str, state: str, minutes: int, expected: bool) -> None:
    now = timezone.now()
    assert late(Task(state=state, due_at=now + datetime.timedelta(minutes=minutes)), now) is expected


def test_without_a_task_or_a_time_nothing_is_late() -> None:
    assert not late(None, timezone.now())
    assert not late(Task(state="open"), timezone.now())


def test_an_event_nobody_saw_in_time_says_so() -> None:
    event = unsafe(row())
    client = signed_in("clinician")
    assert b"to be seen by" in client.get(PAGE).content
    Task.objects.update(due_at=Now() - datetime.timedelta(minutes=1))
    assert b"should have been seen by" in client.get(PAGE).content
    client.post(f"/clinic/tasks/{Task.objects.get(key=task_key(event)).pk}/acknowledge/")
    page = client.get(PAGE).content.decode()
    assert "should have been seen by" not in page
    assert "Robin Ash is on it" in page


def test_acknowledging_is_on_record_and_returns_to_the_list() -> None:
    event = unsafe(row())
    task = Task.objects.get(key=task_key(event))
    client = signed_in("clinician")
    answer = client.post(f"/clinic/tasks/{task.pk}/acknowledge/")
    task.refresh_from_db()
    assert (answer.status_code, answer["Location"], task.state) == (303, PAGE, "acknowledged")
    assert Entry.objects.filter(action="task.acknowledged", about=str(task.pk), actor_id=str(client.staff.public_id)).exists()


@pytest.mark.parametrize("button", ["acknowledge", "done"])
def test_a_scheduler_reaches_no_safety_task(button: str) -> None:
    task = Task.objects.get(key=task_key(unsafe(row())))
    assert signed_in("scheduler").post(f"/clinic/tasks/{task.pk}/{button}/").status_code == 404


def test_a_safety_event_is_never_closed_from_the_list() -> None:
    task = Task.objects.get(key=task_key(unsafe(row())))
    assert signed_in("clinician").post(f"/clinic/tasks/{task.pk}/done/").status_code == 404
    task.refresh_from_db()
    assert task.state == "open"


@pytest.mark.parametrize("role", ["clinician", "scheduler", "lead"])
def test_other_tasks_stand_on_everybodys_list_until_done(role: str) -> None:
    case = row(name="Canary Quillfeather")
    task = work.open_task(key="ask_patient:1", kind="ask_patient", case=case.public_id)
    client = signed_in(role)
    page = client.get(PAGE).content.decode()
    assert "Call the patient with the clinician" in page
    assert "Canary Quillfeather" in page
    assert client.post(f"/clinic/tasks/{task.pk}/done/").status_code == 303
    assert client.get(PAGE).context["todos"].lines == []


def test_a_task_about_nobody_is_shown_too() -> None:
    work.open_task(key="odd:1", kind="something_new", case=None)
    assert b"Something new" in signed_in("scheduler").get(PAGE).content


def many(number: int) -> None:
    for each in range(number):
        work.open_task(key=f"odd:{each}", kind=f"odd_{each:03}", case=None)


def tasks_on(page) -> list[str]:
    return [todo.task.key for todo in page.context["todos"].lines]


def walked(client, page) -> list[str]:
    """Every task, from page to page along the link behind each."""
    seen = tasks_on(page)
    while page.context["todos"].more:
        link = f"/clinic/tasks/?show=todos&after={page.context['todos'].last}"
        assert link.replace("&", "&amp;") in page.content.decode()
        page = client.get(link)
        assert tasks_on(page), "a page behind another is never empty"
        seen += tasks_on(page)
    return seen


COUNTS = [
    ("as many as fit", 50, None),
    ("one more", 51, "and 1 more"),
    ("more than two pages", 121, "and 71 more"),
]


@pytest.mark.parametrize("role", ["clinician", "scheduler"])
@pytest.mark.parametrize(("why", "number", "words"), COUNTS, ids=[row[0] for row in COUNTS])
def test_what_does_not_fit_is_counted_and_found(role: str, why: str, number: int, words: str | None) -> None:
    many(number)
    client = signed_in(role)
    page = client.get(PAGE)
    text = page.content.decode()
    assert words in text if words else " more</a>" not in text
    assert walked(client, page) == [f"odd:{each}" for each in range(number)]


def test_a_page_goes_on_behind_a_task_that_was_done_meanwhile() -> None:
    many(60)
    client = signed_in("scheduler")
    last = client.get(PAGE).context["todos"].last
    client.post(f"/clinic/tasks/{last}/done/")
    assert tasks_on(client.get(f"/clinic/tasks/?after={last}")) == [f"odd:{each}" for each in range(50, 60)]


def test_events_that_do_not_fit_are_found_by_tier_and_age(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel, "MOST", 2)
    low, high = [unsafe(row(), 1) for _ in range(3)], [unsafe(row(), 2) for _ in range(2)]
    client = signed_in("clinician")
    page, seen = client.get(PAGE), []
    assert "and 3 more" in page.content.decode()
    while alarms := page.context["alarms"]:
        seen += [alarm.event for alarm in alarms.lines]
        if not alarms.more:
            break
        page = client.get(f"/clinic/tasks/?show=alarms&after={alarms.last}")
    assert seen == high + low
    assert Entry.objects.filter(action="tasks.read").count() == 2


NO_SUCH_LIST = [
    ("a list nobody has", "?show=odd", "clinician"),
    ("events, for who may not see them", "?show=alarms", "scheduler"),
    ("a place that is none", "?after=odd", "clinician"),
]


@pytest.mark.parametrize(("why", "query", "role"), NO_SUCH_LIST, ids=[row[0] for row in NO_SUCH_LIST])
def test_what_is_no_list_is_not_there(why: str, query: str, role: str) -> None:
    assert signed_in(role).get(f"/clinic/tasks/{query}").status_code == 404


def test_the_first_page_asks_as_often_for_a_hundred_tasks_as_for_one(django_assert_num_queries) -> None:
    client = signed_in("clinician")
    many(1)
    with CaptureQueriesContext(connection) as few:
        client.get(PAGE)
    many(100)
    with django_assert_num_queries(len(few)):
        client.get(PAGE)
