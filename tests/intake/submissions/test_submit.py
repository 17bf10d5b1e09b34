"""Sending: once, whole, frozen; the case waits for its evaluation whatever the broker does."""

import time

import pytest

from audit.models import Entry
from audit.write_once import AlreadyWritten
from config.celery import app
from desk.nudge import CIRCUIT
from intake.evaluations.services import evaluate_waiting
from intake.models import Case, Draft, Submission
from intake.questionnaire.scales import SHIPPED
from intake.submissions.services import LETTERS, Incomplete, digest, submit
from tests.crowd import Crowd
from tests.intake.sent import ASQ, case_of, document, filled, submitted


@pytest.mark.django_db
class TestOnce:
    def test_the_case_moves_and_waits_for_its_evaluation(self):
        submission = submitted()
        case = case_of(submission)
        assert (case.state, case.submission, case.awaits_evaluation) == ("submitted", submission, True)
        assert case.submitted_at == submission.submitted_at == Draft.objects.get().sent_at
        assert Entry.objects.get(action="submission.made").case == str(case.public_id)

    def test_twice_is_the_same_receipt(self):
        draft = filled()
        assert submit(draft=draft, by=draft.case.patient) == submit(draft=draft, by=draft.case.patient)
        assert Submission.objects.count() == Entry.objects.filter(action="submission.made").count() == 1

    def test_it_is_written_once(self):
        with pytest.raises(AlreadyWritten):
            submitted().save()

    def test_it_keeps_the_words_that_were_agreed_to(self):
        kept = submitted().answers["consent"]
        assert kept["text"].startswith("We ask these questions to get ready for your visit.")
        assert (kept["version"], kept["language"], kept["signature"]) == ("2026.11", "en", "Canary Larkspur")

    def test_it_keeps_what_it_was_asked_with(self):
        submission = submitted()
        assert submission.questionnaire == "trd-intake@2026.11"
        assert len(submission.questionnaire_digest) == 64
        assert {scale.id for scale in SHIPPED} | {"asq"} <= set(submission.scales)

    def test_answers_stand_sealed_and_their_digest_tells_nothing_without_the_key(self, settings):
        submission = submitted()
        assert submission.answers["answers"]["consent.signature"]["value"] == "Canary Larkspur"
        assert b"Canary" not in bytes(submission.document)
        before = digest(submission.answers)
        assert bytes(submission.digest) == before
        settings.INDEX_KEY = b"another key of thirty-two bytes!"
        assert digest(submission.answers) != before

    def test_the_receipt_is_short_random_and_easy_to_read_out(self):
        receipts = {submitted().receipt for _ in range(5)}
        assert len(receipts) == 5
        assert all(len(r) == 12 and set(r) <= set(LETTERS + "-") for r in receipts)
        assert not set("01OILU") & set(LETTERS)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("reason", "changes", "unknown"),
    [("answered no", {}, False), ("answered yes", {"phq9__item9": 2} | ASQ, False)],
)
def test_item_9_answered_is_known(reason, changes, unknown):
    assert case_of(submitted(**changes)).item9_unknown is unknown


@pytest.mark.django_db
def test_a_skipped_scale_is_unknown_not_no():
    draft = filled(phq9__skip="yes")
    answers = draft.answers
    for number in range(1, 10):
        del answers["answers"][f"phq9.item{number}"]
    draft.seal_answers(answers)
    draft.save()
    assert case_of(submit(draft=draft, by=draft.case.patient)).item9_unknown


@pytest.mark.django_db
@pytest.mark.parametrize("gone", ["consent.agree", "phq9.item9", "exclude.bipolar", "medicine/m-1/agent"])
def test_what_is_incomplete_is_not_sent(gone):
    draft = filled()
    answers = document()
    del answers["answers"][gone]
    draft.seal_answers(answers)
    draft.save()
    with pytest.raises(Incomplete) as refusal:
        submit(draft=draft, by=draft.case.patient)
    assert refusal.value.missing
    assert case_of_draft(draft).state == "started"


def case_of_draft(draft):
    return Case.objects.get(pk=draft.case_id)


def test_many_windows_at_once_make_one_submission(own_database):
    draft = filled()

    def send():
        return submit(draft=Draft.objects.get(pk=draft.pk), by=draft.case.patient).receipt

    with Crowd(12) as crowd:
        assert len({*crowd.at_once([send] * 12), *crowd.at_once([send] * 12), Submission.objects.get().receipt}) == 1
    assert Submission.objects.count() == 1
    assert Entry.objects.filter(action="submission.made").count() == 1


def test_without_a_broker_sending_is_quick_and_the_sweep_evaluates(own_database, monkeypatch):
    monkeypatch.setattr(app.conf, "broker_write_url", "redis://127.0.0.1:1/0")
    monkeypatch.setattr(CIRCUIT, "open_until", 0.0)  # what this process learns about the broker ends with the test
    draft = filled()
    began = time.monotonic()
    submission = submit(draft=draft, by=draft.case.patient)
    assert time.monotonic() - began < 2
    assert case_of(submission).awaits_evaluation
    assert evaluate_waiting() == 1
    assert case_of(submission).conclusion
