"""Evaluating everything again: what moved and which way; stopped and started, it goes on."""

import json

import pytest
from django.core.management import CommandError, call_command

from intake.evaluations import again
from intake.evaluations.services import evaluate
from intake.models import Case, Evaluation
from tests.intake.sent import submitted


@pytest.fixture
def three(db):
    """Three evaluated submissions: met, met, excluded."""
    found = [submitted(), submitted(), submitted(exclude__bipolar="yes")]
    for submission in found:
        evaluate(case_id=submission.case_id)
    return found


@pytest.fixture
def new_rules(monkeypatch):
    """The same rules under another digest, as after a release."""
    monkeypatch.setattr(again.trd, "RULES_DIGEST", "0" * 64)


def run(capsys, *arguments):
    call_command("reevaluate", *arguments)
    return capsys.readouterr().out


def test_what_these_rules_have_evaluated_is_left_alone(three, capsys):
    assert run(capsys).startswith("0 submissions")
    assert Evaluation.objects.count() == 3


def test_new_rules_add_rows_and_nothing_moved(three, new_rules, capsys):
    assert run(capsys).startswith("3 submissions evaluated under intake_screen, 0 flags moved")
    assert Evaluation.objects.count() == 6
    assert set(Case.objects.values_list("evaluation__rules_digest", flat=True)) == {"0" * 64}


def test_a_moved_flag_is_named_with_from_and_to(three, new_rules, monkeypatch, capsys):
    evaluated = again.trd.evaluate

    def stricter(history, profile):
        found = evaluated(history, profile)
        return found | {"flag": found["flag"] | {"conclusion": "not_met"}}

    monkeypatch.setattr(again.trd, "evaluate", stricter)
    out = run(capsys)
    assert "3 flags moved" in out
    assert "met → not_met: 2" in out
    assert set(Case.objects.values_list("conclusion", flat=True)) == {"not_met"}


def test_it_goes_on_where_it_was_stopped(three, new_rules, monkeypatch, capsys):
    monkeypatch.setattr(again, "BATCH", 1)
    next(again.reevaluate(profile="intake_screen"))
    assert run(capsys).startswith("2 submissions")


def test_everything_looks_at_all_of_them_again(three, capsys):
    assert run(capsys, "--everything").startswith("3 submissions")
    assert Evaluation.objects.count() == 3


def test_another_profile_does_not_change_the_clinics_flag(three, capsys):
    assert "none → " in run(capsys, "--profile", "strict_form")
    assert set(Case.objects.values_list("evaluation__profile", flat=True)) == {"intake_screen"}


def test_one_that_breaks_is_counted_and_the_others_go_on(three, new_rules, monkeypatch, capsys):
    first = three[0].pk
    made = again.make

    def make(*, submission, **more):
        if submission.pk == first:
            raise ZeroDivisionError
        return made(submission=submission, **more)

    monkeypatch.setattr(again, "make", make)
    assert "met → refused: 1" in run(capsys)
    assert Evaluation.objects.count() == 5


def test_in_several_processes(own_database):
    for _ in range(3):
        evaluate(case_id=submitted().case_id)
    out = own_database.manage("reevaluate", "--workers", "2", "--everything")
    assert "3 submissions evaluated" in out


def test_the_history_of_a_case_is_printed_and_on_record(three, capsys):
    call_command("history", str(three[0].case.public_id))
    assert json.loads(capsys.readouterr().out)["schema"] == "trd.history/1"
    with pytest.raises(CommandError, match="No submission"):
        call_command("history", "00000000-0000-4000-8000-000000000000")
