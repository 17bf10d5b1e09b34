"""Tries before a closing, a second reader after it: who may, what stands meanwhile, and what a "no" leads to."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from desk.models import Task
from intake import clock
from intake.models import Case, SafetyAttempt, SafetyEvent, SafetyReading
from intake.safety import services
from intake.safety.second_reader import NotYours, note_attempt, read_closing
from tests.clinic.factories import unsafe
from tests.intake.people import invited, staff
from vault.seal import open_sealed

pytestmark = pytest.mark.django_db
SECRET = "Canary: her sister answered."


@pytest.fixture
def case():
    return invited().case


def event(case, tier):
    return services.not_safe(case=case, by=case.patient) if tier == 3 else unsafe(case, tier)


def closed(case, tier=2, by=None):
    return services.close_event(event=event(case, tier), outcome="unreached", note="x", plan="y", by=by or staff())


def tier_of(case):
    return Case.objects.get(pk=case.pk).open_tier


STANDS = [("tier 1 is off the list at once", 1, False), ("tier 2 stands", 2, True), ("tier 3 stands", 3, True)]


@pytest.mark.parametrize(("reason", "tier", "stands"), STANDS, ids=[row[0] for row in STANDS])
def test_a_graver_event_stands_until_a_second_person_has_read_it(case, reason, tier, stands):
    closing = closed(case, tier)
    assert tier_of(case) == (tier if stands else 0)
    assert Task.objects.waiting().filter(kind="safety_reading").exists() is stands
    assert not Task.objects.waiting().filter(kind="safety").exists()
    if stands:
        read_closing(closing=closing, agreed=True, note="", by=staff("lead"))
        assert tier_of(case) == 0
        assert not Task.objects.waiting().exists()


def test_the_plan_is_kept_sealed(case):
    closing = closed(case)
    assert open_sealed(case.data_key, closing.pk, "plan", closing.plan) == "y"
    assert bytes(closing.plan) != b"y"


def test_nobody_reads_their_own_closing(case):
    by = staff()
    with pytest.raises(NotYours):
        read_closing(closing=closed(case, by=by), agreed=True, note="", by=by)
    assert tier_of(case) == 2


def test_nobody_reads_it_a_second_time(case):
    closing = closed(case)
    read_closing(closing=closing, agreed=True, note="", by=staff("lead"))
    with pytest.raises(NotYours):
        read_closing(closing=closing, agreed=False, note="no", by=staff())


def test_nobody_reads_what_needs_no_reader(case):
    with pytest.raises(NotYours):
        read_closing(closing=closed(case, 1), agreed=True, note="", by=staff("lead"))


@pytest.mark.parametrize("role", ["scheduler", "administrator"])
def test_it_is_read_by_those_who_may_read_answers(case, role):
    with pytest.raises(PermissionDenied):
        read_closing(closing=closed(case), agreed=True, note="", by=staff(role))


def test_a_no_opens_a_new_event_of_the_same_tier_with_its_clocks(case):
    read_closing(closing=closed(case, 3), agreed=False, note=SECRET, by=staff("lead"))
    new = SafetyEvent.objects.get(trigger="second_reader")
    assert (new.tier, new.words["words"], tier_of(case)) == (3, SECRET, 3)
    assert Task.objects.get(key=services.task_key(new)).next_page_at is not None
    assert SECRET not in str(list(Entry.objects.values_list("detail", flat=True)))


def test_a_no_says_why(case):
    with pytest.raises(services.NoteMissing):
        read_closing(closing=closed(case), agreed=False, note=" ", by=staff("lead"))
    assert not SafetyReading.objects.exists()


def test_saying_it_again_while_it_waits_for_a_reader_is_a_new_event(case):
    closed(case)
    assert unsafe(case, 2).tier == 2
    assert SafetyEvent.objects.unclosed().count() == 1


def test_a_try_is_kept_with_its_time_and_its_words_sealed(case):
    found, at = event(case, 2), clock.now() - datetime.timedelta(hours=1)
    tried = note_attempt(event=found, how="phone", outcome="no_answer", note=SECRET, by=staff(), tried_at=at)
    fresh = SafetyAttempt.objects.get(pk=tried.pk)
    assert (fresh.tried_at, fresh.how, fresh.outcome) == (at, "phone", "no_answer")
    assert SECRET.encode() not in bytes(fresh.note)
    assert open_sealed(case.data_key, fresh.pk, "note", fresh.note) == SECRET
    assert Entry.objects.get(action="safety.attempt").detail == {"how": "phone", "outcome": "no_answer"}


def test_a_try_without_a_time_was_just_now(case):
    tried = note_attempt(event=event(case, 2), how="message", outcome="left_word", note="", by=staff())
    assert abs(tried.tried_at - clock.now()) < datetime.timedelta(minutes=1)


def test_a_scheduler_writes_down_no_try(case):
    with pytest.raises(PermissionDenied):
        note_attempt(event=event(case, 2), how="phone", outcome="spoke", note="", by=staff("scheduler"))


RAISED = [("a clinician, from paper", "clinician", 2), ("a scheduler, from a call", "scheduler", 3), ("a lead", "lead", 1)]


@pytest.mark.parametrize(("reason", "role", "tier"), RAISED, ids=[row[0] for row in RAISED])
def test_staff_raise_one(case, reason, role, tier):
    found = services.raise_by_staff(case=case, tier=tier, reason=f" {SECRET} ", by=staff(role))
    assert (found.trigger, found.tier, found.words["words"], tier_of(case)) == ("staff", tier, SECRET, tier)
    assert Task.objects.get(key=services.task_key(found)).next_page_at is not None
    assert SECRET not in str(list(Entry.objects.values_list("detail", flat=True)))


def test_an_administrator_has_no_patients(case):
    with pytest.raises(PermissionDenied):
        services.raise_by_staff(case=case, tier=2, reason="x", by=staff("administrator"))


def test_it_says_why(case):
    with pytest.raises(services.NoteMissing):
        services.raise_by_staff(case=case, tier=2, reason="  ", by=staff())
    assert not SafetyEvent.objects.exists()
