"""The scheduler's list: who can be booked, who is being looked at, who has not sent the form. No conclusion; that a safety event is open, never why."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from clinic.person import Person, listed
from clinic.wording import Words
from intake.models import Case
from intake.models.case import CaseQuerySet

READY, REVIEW, PATIENT, UNSENT = "ready", "review", "patient", "unsent"
TABS: dict[str, tuple[Words, Q, str]] = {
    READY: (_("To book"), Q(state=Case.State.SIGNED, plans_visit=True), "submitted_at"),
    REVIEW: (_("With a clinician"), Q(state__in=[Case.State.SUBMITTED, Case.State.IN_REVIEW]), "submitted_at"),
    PATIENT: (_("Waiting for the patient"), Q(state=Case.State.WAITING), "submitted_at"),
    UNSENT: (_("Form not sent yet"), Q(state__in=[Case.State.INVITED, Case.State.STARTED]), "created_at"),
}


@dataclass(frozen=True)
class Line:
    """`days` since the form was sent, or since the invitation where it was not."""

    case: Case
    person: Person | None
    days: int
    bookable: bool


def in_order(cases: CaseQuerySet, tab: str, *, after: Case | None, limit: int) -> list[Case]:
    """At most `limit` cases of a tab, longest waiting first."""
    _label, which, since = TABS[tab]
    found = cases.filter(which)
    if after is not None:
        at = getattr(after, since) or after.created_at
        found = found.filter(Q(**{f"{since}__gte": at}) & (Q(**{f"{since}__gt": at}) | Q(pk__gt=after.pk)))
    return list(found.order_by(since, "pk")[:limit])


def lines(cases: Sequence[Case], tab: str, now: datetime.datetime) -> list[Line]:
    since = TABS[tab][2]
    return [Line(case, listed(case), (now - getattr(case, since)).days, tab == READY and case.open_tier == 0) for case in cases]
