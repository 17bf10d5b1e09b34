"""Who has a case keeps it, until somebody takes it over on purpose."""

import pytest

from audit.models import Entry
from clinic.review import services
from clinic.review.page import takeable
from desk.models import Staff
from intake.cases import Taken
from intake.models import Case
from tests.clinic.factories import row
from tests.clinic.staff import make, signed_in
from tests.crowd import Crowd


def take(case: Case, client, **said: str):
    return client.post(f"/clinic/review/{case.public_id}/take/", said)


def reviewer(case: Case) -> Staff | None:
    return Case.objects.select_related("reviewer").get(pk=case.pk).reviewer


def recorded() -> list[str]:
    return list(Entry.objects.filter(action__in=["case.assigned", "case.taken_over"]).order_by("pk").values_list("action", flat=True))


@pytest.mark.django_db
def test_the_second_reviewer_is_told_who_has_it_and_changes_nothing() -> None:
    case, first, second = row(), signed_in(make(name="Robin Ash")), signed_in(make(name="Kit Moss"))
    assert take(case, first).status_code == 303
    answer = take(case, second)
    assert (answer.status_code, reviewer(case)) == (409, first.staff)
    assert "Robin Ash has this case" in answer.text
    assert recorded() == ["case.assigned"]


@pytest.mark.django_db
def test_taking_it_over_is_a_second_press_and_on_record() -> None:
    case, first, second = row(), signed_in(), signed_in(make(name="Kit Moss"))
    take(case, first)
    assert str(first.staff.public_id) in take(case, second).text, "the button on the page says from whom"
    assert take(case, second, instead_of=str(first.staff.public_id)).status_code == 303
    assert reviewer(case) == second.staff
    entry = Entry.objects.get(action="case.taken_over")
    assert (entry.actor_id, entry.detail) == (str(second.staff.public_id), {"was": str(first.staff.public_id)})


@pytest.mark.django_db
def test_who_has_it_takes_it_again_without_a_trace() -> None:
    case, client = row(), signed_in()
    assert [take(case, client).status_code for _ in range(2)] == [303, 303]
    assert (reviewer(case), recorded()) == (client.staff, ["case.assigned"])


NOT_FROM = [
    ("from somebody else than the page said", lambda: str(make().public_id)),
    ("from nobody", lambda: ""),
    ("from what is nobody", lambda: "Robin\x00"),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("why", "whom"), NOT_FROM, ids=[row[0] for row in NOT_FROM])
def test_a_press_meant_for_another_holder_asks_again(why: str, whom) -> None:
    case, first, second = row(), signed_in(), signed_in()
    take(case, first)
    assert take(case, second, instead_of=whom()).status_code == 409
    assert reviewer(case) == first.staff


STATES = [
    ("sent, nobody has it", "submitted", None, True),
    ("in review with somebody else", "in_review", "other", True),
    ("in review with oneself", "in_review", "self", False),
    ("waiting for the patient, with somebody else", "waiting_for_patient", "other", True),
    ("signed", "signed", "other", False),
    ("closed", "closed", None, False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("why", "state", "holder", "offered"), STATES, ids=[row[0] for row in STATES])
def test_the_button_stands_where_there_is_something_to_take(why: str, state: str, holder: str | None, offered: bool) -> None:
    case, client = row(), signed_in()
    holders = {None: None, "self": client.staff, "other": make()}
    Case.objects.filter(pk=case.pk).update(state=state, reviewer=holders[holder])
    shown = Case.objects.select_related("reviewer").get(pk=case.pk)
    assert takeable(shown, client.staff.actor) is offered


def test_of_many_who_take_it_at_once_one_has_it(own_database) -> None:
    case, staff = row(), [make(second_factor=False) for _ in range(8)]
    with Crowd(len(staff)) as crowd:
        answers = crowd.at_once([lambda one=one: services.take(case=Case.objects.get(pk=case.pk), by=one).reviewer for one in staff], Taken)
    holders = [answer for answer in answers if isinstance(answer, Staff)]
    assert holders == [reviewer(case)]
    assert {taken.holder for taken in answers if isinstance(taken, Taken)} == set(holders)
