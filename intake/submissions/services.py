"""Sending: the draft's answers are frozen, the case moves on, a worker is told to look."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.db import transaction

from audit.actor import Actor
from audit.door import record
from desk.nudge import nudge
from intake import answers, cases, clock, questionnaire
from intake.answers import Missing
from intake.by_phone.services import settle_wish
from intake.models import Case, Draft, Sitting, Submission
from intake.questionnaire.whole import SCALES
from intake.safety.rules import ITEM9
from intake.sittings.services import sitting_of
from intake.submissions.consent import snapshot
from intake.tasks import evaluate
from vault.seal import seal

LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # none that is mistaken for another when read out


class Incomplete(Exception):
    """Part 1 still misses answers; `missing` says which, step by step."""

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__(f"{len(missing)} answers missing")
        self.missing = missing


@transaction.atomic
def submit(*, draft: Draft, by: Actor) -> Submission:
    """Freeze a draft's answers as a submission and queue its evaluation.

    Submitting twice returns the first submission: the draft's id is the idempotency key. Raises Incomplete.
    """
    draft = Draft.objects.select_for_update(of=("self",)).select_related("case__data_key").get(pk=draft.pk)
    first = Submission.objects.filter(draft=draft).first()
    if first is not None:
        return first
    missing = answers.missing(draft.answers)
    if missing:
        raise Incomplete(missing)
    submission = _freeze(draft, sitting_of(draft.case, by))
    _hand_over(draft, submission, by)
    settle_wish(case=draft.case)
    record(by, "submission.made", case=draft.case.public_id, about=submission.pk, questionnaire=submission.questionnaire)
    return submission


def digest(document: dict[str, Any]) -> bytes:
    """HMAC-SHA256 of the plain document as canonical JSON: shows that it is the same, tells nothing of what it says."""
    text = json.dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hmac.digest(settings.INDEX_KEY, b"submission|" + text.encode(), hashlib.sha256)


def _freeze(draft: Draft, sitting: Sitting | None) -> Submission:
    document = answers.frozen(draft.answers)
    document["consent"] = snapshot(document)
    if sitting:
        document["sitting"] = str(sitting.pk)  # not sent by the person's own hand
    submission = Submission(
        case=draft.case,
        draft=draft,
        receipt=_receipt(),
        digest=digest(document),
        questionnaire=questionnaire.VERSION,
        questionnaire_digest=questionnaire.DIGEST,
        scales={scale.id: scale.sha256 for scale in SCALES.values()},
        submitted_at=clock.now(),
    )
    submission.document = seal(draft.case.data_key, submission.pk, "document", document)
    submission.save()
    return submission


def _hand_over(draft: Draft, submission: Submission, by: Actor) -> None:
    """The case now waits for its evaluation; the draft takes no more answers."""
    case = draft.case
    draft.sent_at = submission.submitted_at
    draft.save(update_fields=["sent_at"])
    Case.objects.filter(pk=case.pk).update(
        submission=submission,
        submitted_at=submission.submitted_at,
        awaits_evaluation=True,
        item9_unknown=_item9_unknown(draft.answers),
    )
    cases.move(case=case, to=Case.State.SUBMITTED, by=by)
    nudge(evaluate, case.pk)


def _item9_unknown(document: dict[str, Any]) -> bool:
    """Skipped or declined is not a no: somebody asks in person."""
    return document["answers"].get(ITEM9, {}).get("state") != "answered"


def _receipt() -> str:
    """Ten random letters in three groups, about 49 bits, to be read out on the telephone."""
    text = "".join(secrets.choice(LETTERS) for _ in range(10))
    return f"{text[:4]}-{text[4:7]}-{text[7:]}"
