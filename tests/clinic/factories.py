"""Cases for the staff's pages: sent and evaluated through the real services, or direct rows where a list needs many."""

import datetime
import uuid
from itertools import count
from typing import Any

from django.utils import timezone

import trd
from audit.actor import system
from intake.evaluations.services import evaluate
from intake.models import Case, Draft, Evaluation, SafetyEvent, Submission
from intake.safety import services as safety
from intake.submissions.services import submit
from tests.clinic.form import Document, form, medicine
from vault.seal import new_key, seal

NUMBERS = count(1)
DAY = datetime.timedelta(days=1)
NAME = "Canary Quillfeather"
BORN = "1980-03-27"
MADE = system("factory")


def opened(*, name: str = NAME, phone: str = "+15555550123", born: str = BORN, **columns: Any) -> Case:
    """A person who was invited and has sent nothing."""
    case = Case(data_key=new_key(), time_zone="America/New_York", **columns)
    case.seal_person({"name": name, "date_of_birth": born, "email": "canary@patients.test", "phone": phone})
    case.save()
    return case


def drafted(document: Document, **columns: Any) -> Draft:
    """A person with a form filled in and not sent."""
    draft = Draft(case=opened(state="started", **columns))
    draft.seal_answers(document)
    draft.save()
    return draft


def sent(document: Document | None = None, *, evaluated: bool = True, **columns: Any) -> Case:
    """A person whose form went the real way: sent, and read by the rules."""
    draft = drafted(form(medicine()) if document is None else document, **columns)
    case = submit(draft=draft, by=draft.case.patient).case
    if evaluated:
        evaluate(case_id=case.pk)
    return again(case)


def row(*, days: int = 0, state: str = "submitted", conclusion: str = "met", **columns: Any) -> Case:
    """A line of a list and nothing behind it: many are made in no time."""
    at = timezone.now() - days * DAY
    case = opened(**{key: columns.pop(key) for key in ("name", "phone") if key in columns})
    draft = Draft.objects.create(case=case, document=b"", sent_at=at)
    submission = Submission.objects.create(
        case=case, draft=draft, receipt=f"R{next(NUMBERS):09}", document=b"", digest=b"", questionnaire="x",
        questionnaire_digest="x", scales={}, submitted_at=at,
    )  # fmt: skip
    Case.objects.filter(pk=case.pk).update(submission=submission, submitted_at=at, state=state, conclusion=conclusion, **columns)
    return again(case)


def newer_evaluation(case: Case, profile: str = "intake_screen") -> Evaluation:
    """The rules changed and read the case again."""
    kept = case.evaluation.document
    report = trd.evaluate(kept["history"], profile)
    evaluation = Evaluation(
        submission=case.submission, profile=profile, conclusion=report["flag"]["conclusion"], engine_version="9",
        rules_digest=uuid.uuid4().hex, history_digest=report["history_sha256"],
    )  # fmt: skip
    evaluation.report = seal(case.data_key, evaluation.pk, "report", {"history": kept["history"], "report": report})
    evaluation.save()
    Case.objects.filter(pk=case.pk).update(evaluation=evaluation)
    return evaluation


def unsafe(case: Case, value: int = 1) -> SafetyEvent:
    """The person answers item 9 with this value, as a saved page does."""
    after = form(phq9__item9=value)
    (event,) = safety.notice(case=case, before={"answers": {}}, after=after, by=case.patient)
    case.refresh_from_db()
    return event


def again(case: Case) -> Case:
    return Case.objects.select_related("data_key", "submission", "evaluation").get(pk=case.pk)
