"""Evaluating what was sent. It may run twice, be lost or break: the submission stands, and a sweep looks again."""

from contextlib import suppress
from typing import Any

import structlog
from django.conf import settings
from django.db import IntegrityError, OperationalError, transaction
from django.db.models import Exists, OuterRef

import trd
from audit.actor import Actor, system
from audit.door import record
from desk.models import Task
from intake import todo
from intake.evaluations import flags
from intake.evaluations.report import Reported, report_on
from intake.models import Case, Evaluation, Submission
from vault.seal import seal

REFUSED = "evaluation_refused"
EVALUATOR = system("evaluator")
Document = dict[str, Any]
log = structlog.get_logger(__name__)


@transaction.atomic
def evaluate(*, case_id: int) -> Evaluation | None:
    """Evaluate the case's submission if it still waits; None where another worker has it or there is nothing to do.

    Where the rules refuse or break, the case goes on waiting and staff get a task; closing the task tries again.
    """
    waiting = Case.objects.filter(pk=case_id, awaits_evaluation=True, data_key__isnull=False, submission__isnull=False)
    case = waiting.select_for_update(of=("self",), skip_locked=True).select_related("data_key", "submission").first()
    if case is None or case.submission is None:
        return None
    submission = case.submission
    submission.case = case
    try:
        with transaction.atomic():
            evaluation, reported = make(submission=submission, profile=settings.CLINIC_PROFILE, by=EVALUATOR)
            make_current(case=case, evaluation=evaluation, history=reported.history)
    except OperationalError:  # the database was away or busy: nothing is wrong with the rules, the sweep comes again
        log.warning("evaluation put off", id=str(case.public_id))
        raise
    except Exception as error:  # whatever is wrong with a rule, the submission must not be lost for it
        _tell_staff(case, error)
        return None
    return evaluation


def evaluate_waiting(limit: int = 200) -> int:
    """Evaluate what a lost message left behind, oldest first; returns how many were tried."""
    told = Task.objects.waiting().filter(kind=REFUSED, case=OuterRef("public_id"))
    waiting = Case.objects.filter(awaits_evaluation=True, data_key__isnull=False).exclude(Exists(told))
    found = list(waiting.order_by("pk").values_list("pk", flat=True)[:limit])
    for case_id in found:
        with suppress(OperationalError):  # one that is put off does not keep the others waiting
            evaluate(case_id=case_id)
    return len(found)


def make(*, submission: Submission, profile: str, by: Actor) -> tuple[Evaluation, Reported]:
    """The evaluation of a submission under a profile and the present rules; made twice, it is the first one."""
    reported = report_on(submission, profile)
    same = {"profile": profile, "rules_digest": trd.RULES_DIGEST, "history_digest": reported.digest}
    evaluation = Evaluation(submission=submission, conclusion=reported.conclusion, engine_version=trd.VERSION, **same)
    evaluation.report = seal(submission.case.data_key, evaluation.pk, "report", {"history": reported.history, "report": reported.report})
    try:
        with transaction.atomic():
            evaluation.save()
    except IntegrityError:
        return submission.evaluations.get(**same), reported
    record(by, "evaluation.made", case=submission.case.public_id, about=evaluation.pk, profile=profile)
    return evaluation, reported


@transaction.atomic
def make_current(*, case: Case, evaluation: Evaluation, history: Document) -> None:
    """Let the case show this evaluation, and end its waiting, if it is of the submission that stands."""
    if case.submission_id != evaluation.submission_id:
        return
    Case.objects.filter(pk=case.pk).update(
        evaluation=evaluation,
        conclusion=evaluation.conclusion,
        psychotic_features=flags.psychotic_features(history),
        recent_birth=flags.recent_birth(evaluation.submission.answers),
        awaits_evaluation=False,
    )
    todo.settle(kind=REFUSED, case=case.public_id, by=None)
    case.refresh_from_db()


def _tell_staff(case: Case, error: Exception) -> None:
    """Without a word of what the person said: the kind of error is enough to find it."""
    log.error("evaluation refused", error=type(error).__name__, id=str(case.public_id))
    todo.ask(kind=REFUSED, case=case.public_id, about=case.submission_id)
    record(EVALUATOR, "evaluation.refused", case=case.public_id, about=case.submission_id, error=type(error).__name__)
