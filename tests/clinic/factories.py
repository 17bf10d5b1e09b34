"""Cases for the staff's pages: direct rows where a list needs many, the real services where a record is read."""

import datetime
import uuid
from itertools import count
from typing import Any

from django.utils import timezone

import trd
from audit.actor import system
from intake.models import Case, Draft, Evaluation, SafetyEvent, Submission
from intake.safety import services as safety
from tests.trd.build import history, trial
from vault.seal import new_key, seal

NUMBERS = count(1)
DAY = datetime.timedelta(days=1)
NAME = "Canary Quillfeather"
BORN = "1980-03-27"
MADE = system("factory")


def opened(*, name: str = NAME, phone: str = "+15555550123", **columns: Any) -> Case:
    """A person who was invited and has sent nothing."""
    case = Case(data_key=new_key(), time_zone="America/New_York", **columns)
    case.seal_person({"name": name, "date_of_birth": BORN, "email": "canary@patients.test", "phone": phone})
    case.save()
    return case


def sent(
    *, answers: dict[str, Any] | None = None, told: dict[str, Any] | None = None, days: int = 0, state: str = "submitted", **columns: Any
) -> Case:
    """A person whose form is sent and evaluated: `answers` by key, `told` the history the engine read."""
    case = opened(**{key: columns.pop(key) for key in ("name", "phone") if key in columns})
    document = {"schema": "trellis.answers/1", "questionnaire": "trd-intake@2026.11", "language": "en", "groups": {}, "answers": {}}
    submission = _submission(case, document | (answers or {}), timezone.now() - days * DAY)
    evaluation = evaluated(submission, told or history(trial("t1")))
    flagged = {"conclusion": evaluation.conclusion} | columns
    Case.objects.filter(pk=case.pk).update(
        submission=submission, submitted_at=submission.submitted_at, evaluation=evaluation, state=state, **flagged
    )
    return Case.objects.select_related("data_key").get(pk=case.pk)


def _submission(case: Case, document: dict[str, Any], at: datetime.datetime) -> Submission:
    draft = Draft(case=case, sent_at=at)
    draft.seal_answers(document)
    draft.save()
    submission = Submission(
        case=case, draft=draft, receipt=f"R{next(NUMBERS):09}", digest=b"x", questionnaire=document["questionnaire"],
        questionnaire_digest="x", scales={}, submitted_at=at,
    )  # fmt: skip
    submission.document = seal(case.data_key, submission.pk, "document", document)
    submission.save()
    return submission


def evaluated(submission: Submission, told: dict[str, Any], profile: str = "intake_screen") -> Evaluation:
    """The engine's report of a history, kept beside the submission. Each one counts as of other rules."""
    report = trd.evaluate(told, profile)
    evaluation = Evaluation(
        submission=submission, profile=profile, conclusion=report["flag"]["conclusion"], engine_version=trd.VERSION,
        rules_digest=uuid.uuid4().hex, history_digest=report["history_sha256"],
    )  # fmt: skip
    evaluation.report = seal(submission.case.data_key, evaluation.pk, "report", {"history": told, "report": report})
    evaluation.save()
    return evaluation


def unsafe(case: Case, value: int = 1) -> SafetyEvent:
    """The person answers item 9 with this value, as a saved page does."""
    after = {"questionnaire": "trd-intake@2026.11", "answers": {"phq9.item9": {"state": "answered", "value": value, "rev": 1}}}
    (event,) = safety.notice(case=case, before={"answers": {}}, after=after, by=case.patient)
    case.refresh_from_db()
    return event
