"""Evaluating: once a rule set, the submission safe whatever breaks, and a sweep for what was lost."""

import datetime

import pytest

import trd
from audit.models import Entry
from desk import work
from desk.models import Task
from intake.evaluations import flags, report, services
from intake.evaluations.services import evaluate, evaluate_waiting
from intake.models import Case, Evaluation
from tests.intake.people import staff
from tests.intake.sent import case_of, submitted

pytestmark = pytest.mark.django_db


def test_the_case_shows_the_conclusion_and_waits_no_more():
    case = submitted().case
    evaluation = evaluate(case_id=case.pk)
    found = Case.objects.get(pk=case.pk)
    assert (found.evaluation, found.conclusion, found.awaits_evaluation) == (evaluation, "met", False)
    assert Entry.objects.filter(action="evaluation.made", actor_id="evaluator").count() == 1


def test_history_report_versions_and_digests_are_kept():
    evaluate(case_id=submitted().case_id)
    kept = Evaluation.objects.select_related("submission__case__data_key").get()
    assert kept.document["report"] == trd.evaluate(kept.document["history"], kept.profile)
    assert kept.history_digest == kept.document["report"]["history_sha256"]
    assert (kept.engine_version, kept.rules_digest, kept.profile) == (trd.VERSION, trd.RULES_DIGEST, "intake_screen")
    assert b"sertraline" not in bytes(kept.report)


def test_twice_is_harmless():
    case = submitted().case
    first = evaluate(case_id=case.pk)
    assert evaluate(case_id=case.pk) is None
    Case.objects.filter(pk=case.pk).update(awaits_evaluation=True)
    assert evaluate(case_id=case.pk) == first
    assert Evaluation.objects.count() == 1


FLAGS = [
    ("nothing of it", {}, (False, False)),
    ("psychosis now", {"exclude__psychosis": "this_episode"}, (True, False)),
    ("psychosis before", {"exclude__psychosis": "before"}, (True, False)),
    ("not sure is no flag", {"exclude__psychosis": None}, (False, False)),
    ("a birth", {"exclude__birth": "birth"}, (False, True)),
    ("pregnant", {"exclude__birth": "pregnant"}, (False, False)),
]


@pytest.mark.parametrize(("reason", "changes", "flags"), FLAGS, ids=[row[0] for row in FLAGS])
def test_red_flags_come_from_what_was_said(reason, changes, flags):
    submission = submitted(**changes)
    evaluate(case_id=submission.case_id)
    case = case_of(submission)
    assert (case.psychotic_features, case.recent_birth) == flags


@pytest.fixture
def broken(monkeypatch):
    """Rules that break, until `mend()`."""

    def break_(*_):
        raise ZeroDivisionError("a private answer")

    monkeypatch.setattr(services, "report_on", break_)
    return lambda: monkeypatch.setattr(services, "report_on", report.report_on)


def test_broken_rules_lose_nothing_and_staff_are_told_once(broken, caplog):
    submission = submitted()
    for _ in range(3):
        evaluate_waiting()
    case = case_of(submission)
    assert (case.awaits_evaluation, case.conclusion, case.state) == (True, "", "submitted")
    assert Task.objects.get(kind="evaluation_refused").case == case.public_id
    assert "private" not in caplog.text
    assert "private" not in str(list(Entry.objects.values_list("detail", flat=True)))


def test_closing_the_task_tries_again_and_success_closes_it(broken):
    submission = submitted()
    evaluate_waiting()
    work.close_task(key=Task.objects.get().key, by=staff())
    evaluate_waiting()
    assert Task.objects.waiting().count() == 1
    broken()
    work.close_task(key=Task.objects.waiting().get().key, by=staff())
    assert evaluate_waiting() == 1
    assert case_of(submission).conclusion == "met"
    assert not Task.objects.waiting().exists()


def test_one_that_breaks_does_not_keep_others_waiting(broken):
    submitted()
    evaluate_waiting()
    broken()
    other = submitted()
    assert evaluate_waiting(limit=1) == 1
    assert case_of(other).conclusion == "met"


def test_a_refused_history_is_like_a_broken_rule(monkeypatch):
    monkeypatch.setattr(report, "history_of", lambda submission: {"schema": "nonsense"})
    submission = submitted()
    assert evaluate(case_id=submission.case_id) is None
    assert Task.objects.filter(kind="evaluation_refused").exists()


def test_what_breaks_after_the_rules_is_told_too_and_keeps_nobody_waiting(monkeypatch):
    monkeypatch.setattr(flags, "recent_birth", lambda document: 1 // 0)
    cases = {submitted().case_id for _ in range(2)}
    assert evaluate_waiting() == 2
    assert Task.objects.filter(kind="evaluation_refused").count() == 2
    assert set(Case.objects.filter(awaits_evaluation=True, evaluation=None).values_list("pk", flat=True)) == cases
    assert not Evaluation.objects.exists()


def test_an_erased_person_is_not_evaluated():
    submission = submitted()
    submission.case.data_key.delete()
    assert evaluate_waiting() == 0
    assert not Evaluation.objects.exists()


def test_the_history_is_as_of_the_day_it_was_sent():
    submission = submitted()
    assert report.history_of(submission)["as_of"] in {str(datetime.date.today()), str(datetime.datetime.now(datetime.UTC).date())}
