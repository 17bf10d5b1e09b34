"""The queue's order, and the rows that stand behind a given one, without OFFSET.

Open safety events by tier, then what must be seen soon, then who waits longest. Never the conclusion.
"""

from django.db.models import Q

from intake.models import Case
from intake.models.case import CaseQuerySet

ORDER = ("-open_tier", "-psychotic_features", "-recent_birth", "submitted_at", "pk")
WAITING = (Case.State.SUBMITTED, Case.State.IN_REVIEW, Case.State.WAITING)


def in_order(cases: CaseQuerySet, *, after: Case | None, limit: int) -> list[Case]:
    """At most `limit` cases in the queue's order, from the top or from behind one of them, in one statement."""
    if after is None:
        return list(cases.order_by(*ORDER)[:limit])
    # One range of the index each: as one condition, the database would read every row before the place again.
    first, *rest = [cases.filter(behind).order_by(*ORDER)[:limit] for behind in _behind(after)]
    return list(first.union(*rest, all=True).order_by(*ORDER)[:limit])


def _behind(case: Case) -> list[Q]:
    tier, psychotic, birth = case.open_tier, case.psychotic_features, case.recent_birth
    later = Q(submitted_at__gt=case.submitted_at) | Q(pk__gt=case.pk)
    return [
        Q(open_tier=tier, psychotic_features=psychotic, recent_birth=birth, submitted_at__gte=case.submitted_at) & later,
        Q(open_tier=tier, psychotic_features=psychotic, recent_birth__lt=birth),
        Q(open_tier=tier, psychotic_features__lt=psychotic),
        Q(open_tier__lt=tier),
    ]
