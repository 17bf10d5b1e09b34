"""Take a case, sign a review."""

import uuid
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from audit.door import record
from clinic.models import Review
from desk import work
from desk.models import Staff
from intake import cases
from intake.evaluations import confirming
from intake.models import Case
from vault.seal import seal

ASK = "ask_patient"
BOOKED = (Case.State.SCHEDULED, Case.State.SEEN)


class Outdated(Exception):
    """A newer evaluation stands than the one that was read."""


@transaction.atomic
def take(*, case: Case, by: Staff, instead_of: uuid.UUID | None = None) -> Case:
    """Make the case one's own; what was submitted is in review from then on. Raises intake's Taken, unless taken over from `instead_of`."""
    return cases.assign(case=case, reviewer=by, by=by.actor, instead_of=instead_of)


@transaction.atomic
def sign(
    *,
    case: Case,
    evaluation_id: uuid.UUID | None,
    decision: str,
    findings: dict[str, Any],
    plans_visit: bool,
    name: str,
    by: Staff,
    profile: str = "",
    review_id: uuid.UUID | None = None,
) -> Review:
    """Write down a review, bound to the submission and the evaluation that were read; a correction is a new one.

    A worker then reads the submission again with what the review confirms: a new evaluation, the earlier one stays.
    `profile` is the rule it was read under, if not the evaluation's. Signing again with the same `review_id` gives the
    first review. Raises PermissionDenied, Outdated, and intake's NotAllowed for a closed case.
    """
    if not by.actor.sees_answers:
        raise PermissionDenied
    locked = Case.objects.for_update().select_related("data_key", "evaluation").get(pk=case.pk)
    again = Review.objects.filter(pk=review_id, case=locked, signed_by=by).first() if review_id else None
    if again:
        return again
    if locked.evaluation is None or locked.evaluation_id != evaluation_id:
        raise Outdated
    review = Review(
        id=review_id or uuid.uuid4(),
        case=locked,
        submission_id=locked.evaluation.submission_id,
        evaluation=locked.evaluation,
        profile=profile or locked.evaluation.profile,
        decision=decision,
        plans_visit=plans_visit and decision != Review.Decision.MORE,
        signed_by=by,
    )
    review.findings = seal(locked.data_key, review.pk, "findings", findings)
    review.signed_name = seal(locked.data_key, review.pk, "signed_name", name)
    review.save()
    record(by.actor, "review.signed", case=locked.public_id, about=review.pk, decision=decision, evaluation=str(evaluation_id))
    _move_on(locked, review, by)
    confirming.read_again(case=locked)
    return review


def _move_on(case: Case, review: Review, by: Staff) -> None:
    """The case follows its latest review. A visit that is booked or done stays so: whoever booked it decides about it."""
    wants_more = review.decision == Review.Decision.MORE
    cases.plan_visit(case=case, planned=review.plans_visit, by=by.actor)
    if case.state not in BOOKED:
        cases.move(case=case, to=Case.State.WAITING if wants_more else Case.State.SIGNED, by=by.actor)
    for earlier in case.reviews.filter(decision=Review.Decision.MORE).exclude(pk=review.pk):
        work.close_task(key=ask_key(earlier), by=by)
    if wants_more:
        work.open_task(key=ask_key(review), kind=ASK, case=case.public_id)


def ask_key(review: Review) -> str:
    return f"{ASK}:{review.pk}"
