"""A submission's history and its report under the present rules."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils import timezone

import trd
from intake.evaluations.confirming import confirmed
from intake.history import history
from intake.history.confirmed import with_confirmed
from intake.models import Submission


@dataclass(frozen=True)
class Reported:
    """The two documents of an evaluation, and what stands in clear beside them."""

    history: dict[str, Any]
    report: dict[str, Any]

    @property
    def conclusion(self) -> str:
        return str(self.report["flag"]["conclusion"])

    @property
    def digest(self) -> str:
        return str(self.report["history_sha256"])


def history_of(submission: Submission) -> dict[str, Any]:
    """The trd.history/1 document as of the day it was sent, in the clinic's zone, with what clinicians have confirmed since."""
    born = datetime.date.fromisoformat(submission.case.person["date_of_birth"])
    said = history(submission.answers, timezone.localdate(submission.submitted_at), born)
    return with_confirmed(said, confirmed(submission))


def report_on(submission: Submission, profile: str) -> Reported:
    """Raises trd.Refused for a history that the engine does not take."""
    document = history_of(submission)
    return Reported(document, trd.evaluate(document, profile))
