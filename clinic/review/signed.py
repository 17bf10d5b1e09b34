"""Signed reviews, opened from their seal: who decided what, on which grounds, when."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from clinic import wording
from clinic.models import Review
from clinic.review.forms import DIAGNOSIS, EXCLUSION, SEVERITY
from clinic.wording import Words
from intake.models import Case
from vault.seal import open_sealed


@dataclass(frozen=True)
class Signed:
    review: Review
    name: str
    findings: dict[str, Any]

    @property
    def confirmed(self) -> Iterator[tuple[Words, Words]]:
        """What was confirmed, as label and words."""
        yield _("Diagnosis"), _worded(DIAGNOSIS, self.findings.get("diagnosis"))
        yield _("Severity"), _worded(SEVERITY, self.findings.get("severity"))
        for condition, word in self.findings.get("exclusions", {}).items():
            yield wording.CONDITIONS.get(condition, condition), _worded(EXCLUSION, word)


def signed(case: Case, actor: Actor) -> list[Signed]:
    """The case's reviews, newest first."""
    reviews = Review.objects.visible_to(actor).filter(case=case).select_related("signed_by", "evaluation").order_by("-signed_at", "-pk")
    return [_open(case, review) for review in reviews]


def _open(case: Case, review: Review) -> Signed:
    review.case = case
    return Signed(review, open_sealed(case.data_key, review.pk, "signed_name", review.signed_name), review.words)


def _worded(choices: list[tuple[str, Any]], value: Any) -> Words:
    return dict(choices).get(value, str(value or "–"))
