"""An event in the transaction of the answer, a task with a clock, a tier on the case; closed by a person, in words."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.models import Entry
from desk.escalation.clocks import running
from desk.models import Task
from intake.models import Case, SafetyClosing, SafetyEvent
from intake.safety import rules, services
from intake.safety.second_reader import read_closing
from tests.intake.people import invited, staff

pytestmark = pytest.mark.django_db


def answers(value, state="answered"):
    answer = {"state": state, "rev": 1} | ({} if value is None else {"value": value})
    return {"questionnaire": "q@1", "answers": {"phq9.item9": answer}}


NOTHING = {"answers": {}}


@pytest.fixture
def case():
    return invited().case


def say(case, *values):
    """Answer item 9 with each value in turn; the events that were raised."""
    before, events = NOTHING, []
    for value in values:
        after = answers(value) if value is not None else NOTHING
        events += services.notice(case=case, before=before, after=after, by=case.patient)
        before = after
    return events


TIERS = [
    ("not at all", [0], []),
    ("several days", [1], [1]),
    ("more than half the days", [2], [2]),
    ("nearly every day", [3], [2]),
    ("saved again unchanged", [2, 2], [2]),
    ("worse than before", [1, 2], [1, 2]),
    ("worse within a tier", [2, 3], [2, 2]),
    ("better: the event stands", [2, 0], [2]),
    ("better, then as before", [2, 0, 2], [2]),
    ("better, then worse than ever", [1, 0, 3], [1, 2]),
    ("less than before", [3, 1], [2]),
    ("taken away and given again", [1, None, 1], [1]),
    ("up step by step", [0, 1, 2, 3], [1, 2, 2]),
]


@pytest.mark.parametrize(("reason", "values", "tiers"), TIERS, ids=[row[0] for row in TIERS])
def test_which_answers_raise_an_event(case, reason, values, tiers):
    assert [event.tier for event in say(case, *values)] == tiers
    assert Case.objects.get(pk=case.pk).open_tier == max(tiers, default=0) == case.open_tier
    assert sorted(Task.objects.filter(kind="safety").values_list("tier", flat=True)) == sorted(tiers)


@pytest.mark.parametrize("state", ["declined", "not_sure", "invalid"])
def test_what_is_not_an_answer_raises_nothing(case, state):
    assert services.notice(case=case, before=NOTHING, after=answers(2, state), by=case.patient) == []


def test_of_two_windows_the_answer_that_says_more_counts(case):
    two = answers(0)
    two["answers"]["phq9.item9"]["rivals"] = [{"state": "answered", "value": 3, "rev": 2}]
    assert [event.tier for event in services.notice(case=case, before=answers(0), after=two, by=case.patient)] == [2]


def test_an_event_keeps_what_was_said_sealed(case):
    [event] = say(case, 2)
    fresh = SafetyEvent.objects.get(pk=event.pk)
    assert fresh.words == {"question": "phq9.item9", "value": 2, "questionnaire": "q@1"}
    assert fresh.resources_version == rules.resources_version()


def test_a_lowered_answer_is_on_record_without_its_value(case):
    say(case, 2, 0)
    entry = Entry.objects.get(action="safety.answer_changed")
    assert (entry.case, entry.detail) == (str(case.public_id), {})
    assert Task.objects.filter(state="open", kind="safety").exists()


def test_nothing_remains_when_the_save_is_undone(case):
    with pytest.raises(ZeroDivisionError), transaction.atomic():  # noqa: PT012
        say(case, 3)
        raise ZeroDivisionError
    assert not SafetyEvent.objects.exists()
    assert not Task.objects.exists()
    assert Case.objects.get(pk=case.pk).open_tier == 0


@pytest.mark.parametrize("tier", [1, 2, 3])
def test_each_tier_has_its_clock_and_its_first_page(case, tier):
    event = services.not_safe(case=case, by=case.patient) if tier == 3 else say(case, tier)[0]
    task = Task.objects.get(key=services.task_key(event))
    clock = running(tier, task.created_at)
    assert (task.tier, task.due_at, task.next_page_at) == (tier, clock.acknowledge_by, clock.due_at(0))


def test_saying_i_am_not_safe_is_the_highest_tier_and_one_event(case):
    first = services.not_safe(case=case, by=case.patient)
    assert services.not_safe(case=case, by=case.patient) == first
    assert (first.tier, case.open_tier) == (3, 3)


def test_a_wish_for_a_call_is_as_urgent_as_what_is_open(case):
    assert services.ask_for_call(case=case, by=case.patient).tier == 1
    other = invited().case
    say(other, 2)
    assert services.ask_for_call(case=other, by=other.patient).tier == 2


def close(event, by=None, note="Spoke with the person."):
    """Close it, and have a second person read it where one must."""
    closing = services.close_event(event=event, outcome="spoken_with", note=note, by=by or staff())
    if closing.needs_reader:
        read_closing(closing=closing, agreed=True, note="", by=staff("lead"))
    return closing


def test_closing_settles_the_task_and_leaves_the_tier_of_what_is_open(case):
    low, high = say(case, 1)[0], services.not_safe(case=case, by=case.patient)
    close(high)
    assert Case.objects.get(pk=case.pk).open_tier == 1
    close(low)
    assert Case.objects.get(pk=case.pk).open_tier == 0
    assert not Task.objects.waiting().exists()
    assert Entry.objects.filter(action="safety.closed").count() == 2
    assert Entry.objects.filter(action="safety.read").count() == 1


def test_saying_it_again_after_it_was_closed_is_a_new_event(case):
    close(say(case, 2)[0])
    assert [event.tier for event in say(case, 0, 1)] == [1]


@pytest.mark.parametrize("note", ["", "   ", "\n"])
def test_it_is_not_closed_without_words(case, note):
    with pytest.raises(services.NoteMissing):
        close(say(case, 1)[0], note=note)


@pytest.mark.parametrize("role", ["scheduler", "administrator"])
def test_it_is_closed_by_those_who_may_read_it(case, role):
    with pytest.raises(PermissionDenied):
        close(say(case, 1)[0], by=staff(role))
    assert not SafetyClosing.objects.exists()


def test_it_is_closed_once(case):
    [event] = say(case, 1)
    close(event)
    with pytest.raises(services.AlreadyClosed):
        close(event)


def test_the_clinics_figures_say_that_they_are_a_proposal():
    assert "proposal" in rules._safety()["status"]
    assert set(rules._safety()["tiers"]) == {"1", "2", "3"}
