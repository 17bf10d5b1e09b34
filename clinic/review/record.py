"""A record as it is opened: the case, its person, the report under one profile, the answers, the signed reviews."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from audit.actor import Actor
from clinic.person import Person, person
from clinic.review.report import Report
from clinic.review.signed import Signed, signed
from intake.models import Case


@dataclass(frozen=True)
class Record:
    """`person` is None once erased, `answers` until the form is sent, `report` until it is evaluated.

    `reviewed` is the report that the latest review of this submission was signed for, where it is not the one that stands now.
    """

    case: Case
    person: Person | None
    answers: dict[str, Any] | None
    report: Report | None
    signed: list[Signed]
    reviewed: Report | None = None


def find(actor: Actor, public_id: uuid.UUID) -> Case:
    """The case whose answers this person may read; 404 for every other, there or not."""
    cases = Case.objects.with_answers_for(actor).select_related("data_key", "submission", "evaluation", "reviewer")
    return get_object_or_404(cases, public_id=public_id)


def opened(case: Case, actor: Actor, profile: str = "") -> Record:
    """Everything of the case that is sealed, opened. Raises Http404 for a profile that the report does not know."""
    who = person(case)
    if who is None:
        return Record(case, None, None, None, [])
    reviews = signed(case, actor)
    return Record(case, who, _answers(case), _report(case, profile), reviews, _reviewed(case, reviews))


def _answers(case: Case) -> dict[str, Any] | None:
    if case.submission is None:
        return None
    case.submission.case = case
    return case.submission.answers


def _report(case: Case, profile: str) -> Report | None:
    if case.evaluation is None or case.submission is None:
        return None
    case.evaluation.submission = case.submission
    kept = case.evaluation.document
    wanted = profile or case.evaluation.profile
    if wanted not in kept["report"]["profiles"]:
        raise Http404
    return Report(case.evaluation.pk, kept["history"], kept["report"], wanted)


def _reviewed(case: Case, reviews: list[Signed]) -> Report | None:
    latest = next((each.review for each in reviews if each.review.submission_id == case.submission_id), None)
    if latest is None or latest.evaluation_id == case.evaluation_id or case.submission is None:
        return None
    latest.evaluation.submission = case.submission
    kept = latest.evaluation.document
    return Report(latest.evaluation_id, kept["history"], kept["report"], latest.profile)
