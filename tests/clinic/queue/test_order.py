"""Who stands first: safety by tier, red flags, waiting time; never the conclusion."""

from itertools import product

import pytest

from clinic.queue.order import in_order
from intake.models import Case
from tests.clinic.factories import row

pytestmark = pytest.mark.django_db

# Each list is in the order the queue must give; the rows are made in reverse, so that no other order gives it by chance.
ORDERS = [
    ("a higher tier stands before a lower one and before red flags", [{"open_tier": 3}, {"open_tier": 1}, {"psychotic_features": True}]),
    ("tier before waiting time", [{"open_tier": 1, "days": 0}, {"open_tier": 0, "days": 90}]),
    ("psychotic features before a recent birth", [{"psychotic_features": True}, {"recent_birth": True, "days": 9}]),
    ("both red flags before one", [{"psychotic_features": True, "recent_birth": True}, {"psychotic_features": True, "days": 9}]),
    ("a recent birth before waiting time", [{"recent_birth": True}, {"days": 40}]),
    ("else who waits longest", [{"days": 3}, {"days": 2}, {"days": 1}]),
    (
        "the conclusion moves nobody",
        [{"days": 3, "conclusion": "not_met"}, {"days": 2, "conclusion": "met"}, {"days": 1, "conclusion": "excluded"}],
    ),
]


@pytest.mark.parametrize(("why", "expected"), ORDERS, ids=[row[0] for row in ORDERS])
def test_the_order(why: str, expected: list[dict[str, object]]) -> None:
    made = [row(**columns) for columns in reversed(expected)][::-1]
    assert [case.pk for case in in_order(Case.objects.all(), after=None, limit=10)] == [case.pk for case in made]


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
def test_pages_laid_end_to_end_are_the_whole_list(size: int) -> None:
    for tier, psychotic, birth, days in product((0, 2), (False, True), (False, True), (0, 0, 5)):
        row(open_tier=tier, psychotic_features=psychotic, recent_birth=birth, days=days)
    cases = Case.objects.select_related("data_key")
    whole = [case.pk for case in in_order(cases, after=None, limit=99)]
    paged, after = [], None
    while page := in_order(cases, after=after, limit=size):
        paged += [case.pk for case in page]
        after = page[-1]
    assert paged == whole
    assert len(whole) == 24


def test_cases_sent_in_the_same_instant_are_not_lost_between_pages() -> None:
    made = [row() for _ in range(3)]
    Case.objects.update(submitted_at=made[0].submitted_at)
    first = in_order(Case.objects.all(), after=None, limit=1)
    assert len(in_order(Case.objects.all(), after=first[0], limit=9)) == 2
