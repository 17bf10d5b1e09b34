"""How a case moves, and when it is ready to schedule."""

import pytest

from audit.actor import system
from audit.models import Entry
from intake import cases
from intake.models import Case
from tests.intake.people import invited, staff
from tests.intake.sent import submitted

pytestmark = pytest.mark.django_db
BY = system("test")


def test_every_state_says_where_it_may_go():
    assert set(cases.ALLOWED) == set(Case.State)


@pytest.mark.parametrize("now", Case.State.values)
@pytest.mark.parametrize("to", Case.State.values)
def test_only_named_moves_are_made(now, to):
    case = submitted().case
    Case.objects.filter(pk=case.pk).update(state=now)
    if to == now or to in cases.ALLOWED[now]:
        assert cases.move(case=case, to=to, by=BY).state == to
        assert Case.objects.get(pk=case.pk).state == to
    else:
        with pytest.raises(cases.NotAllowed):
            cases.move(case=case, to=to, by=BY)
        assert Case.objects.get(pk=case.pk).state == now


def test_a_move_is_on_record_and_staying_is_not():
    case = invited().case
    cases.move(case=case, to="started", by=BY)
    cases.move(case=case, to="started", by=BY)
    assert [entry.detail for entry in Entry.objects.filter(action="case.moved")] == [{"was": "invited", "now": "started"}]


def test_what_was_never_sent_can_not_be_reviewed():
    with pytest.raises(cases.NotAllowed):
        cases.move(case=invited().case, to="in_review", by=BY)


def test_taking_a_case_brings_it_into_review():
    case, clinician = submitted().case, staff()
    cases.assign(case=case, reviewer=clinician, by=clinician.actor)
    found = Case.objects.get(pk=case.pk)
    assert (found.state, found.reviewer) == ("in_review", clinician)


READY = [
    ("signed, to be seen, safe", {}, True),
    ("no visit planned", {"plans_visit": False}, False),
    ("a safety event is open", {"open_tier": 1}, False),
    ("not signed yet", {"state": "in_review"}, False),
    ("has a visit", {"state": "scheduled"}, False),
]


@pytest.mark.parametrize(("reason", "change", "ready"), READY)
def test_when_a_case_is_ready_to_schedule(reason, change, ready):
    case = submitted().case
    Case.objects.filter(pk=case.pk).update(state="signed")
    cases.plan_visit(case=case, planned=True, by=BY)
    if change:
        Case.objects.filter(pk=case.pk).update(**change)
    assert Case.objects.ready_to_schedule().exists() == ready
