"""What the signed reviews of a submission confirm, in the engine's words."""

from clinic.models import Review
from intake.history.confirmed import SEVERITIES, Confirmed
from intake.models import Submission

FOUND = {"absent": "no", "present": "yes"}


def of(submission: Submission) -> Confirmed:
    """On each point the latest review that speaks of it stands; "not checked" takes an earlier word back. Raises Tampered."""
    severity: str | None = None
    conditions: dict[str, str | None] = {}
    for review in Review.objects.filter(submission=submission).order_by("signed_at", "pk"):
        review.case = submission.case
        findings = review.words
        severity = findings.get("severity")
        conditions |= {name: FOUND.get(word) for name, word in findings.get("exclusions", {}).items()}
    looked_at = {name: found for name, found in conditions.items() if found}
    return Confirmed(severity if severity in SEVERITIES else None, looked_at)
