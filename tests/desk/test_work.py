"""Staff tasks: one a cause, taken once, closed once, each act in the audit."""

import uuid

import pytest

from audit.models import Entry
from desk import work
from desk.models import Staff, Task

pytestmark = pytest.mark.django_db
CASE = uuid.uuid4()


def open_one(tier: int = 0) -> Task:
    return work.open_task(key="safety:1", kind="safety", case=CASE, tier=tier)


def test_the_same_cause_makes_one_task():
    assert open_one().pk == open_one().pk
    assert Task.objects.count() == 1


@pytest.mark.parametrize(("why", "second", "stands"), [("a higher tier raises it", 3, 3), ("a lower one leaves it", 1, 2)])
def test_the_tier_only_rises(why, second, stands):
    open_one(tier=2)
    assert open_one(tier=second).tier == stands, why
    assert Task.objects.get().tier == stands, why


def test_the_first_to_take_it_on_stands(scheduler):
    other = Staff.objects.create(email="other@demo.example", name="Ola", role="lead")
    task = work.acknowledge(task=open_one(), by=scheduler)
    assert work.acknowledge(task=task, by=other).acknowledged_by == scheduler
    assert list(Entry.objects.values_list("action", "actor_id", "case")) == [("task.acknowledged", str(scheduler.public_id), str(CASE))]


def test_closing_says_who_and_when_and_once(scheduler):
    task = open_one()
    work.close_task(key=task.key, by=scheduler)
    work.close_task(key=task.key, by=None)
    task.refresh_from_db()
    assert (task.state, task.closed_by) == ("closed", scheduler)
    assert task.closed_at is not None
    assert Entry.objects.filter(action="task.closed").count() == 1


def test_the_program_may_close_what_it_finds_done():
    task = open_one()
    work.close_task(key=task.key, by=None)
    assert Task.objects.get().closed_by is None
    assert Entry.objects.get().actor_id == "desk"


def test_a_closed_task_is_not_taken_on_again(scheduler):
    task = open_one()
    work.close_task(key=task.key, by=scheduler)
    assert work.acknowledge(task=task, by=scheduler).state == "closed"
