"""Two of the staff enter one person at the same moment: one case and one draft, and both sit with it."""

import datetime
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from clinic.sittings import listing
from clinic.sittings.entering import enter
from intake.invitations import links
from intake.invitations.opening import Refusal, open_invitation
from intake.models import Case, Draft, Sitting
from intake.sittings.services import begin
from tests.clinic.staff import make
from tests.crowd import Crowd
from tests.intake.people import BORN as OWN_BIRTHDAY
from tests.intake.people import invited

BORN = datetime.date(2012, 3, 27)


def entered(by, name="Ada Example", born=BORN) -> int:
    return enter(name=name, date_of_birth=born, by=by.actor).pk


def test_who_enters_somebody_while_another_does_finds_their_case(own_database) -> None:
    one, other = make(second_factor=False), make(second_factor=False)

    def second() -> int:
        try:
            return entered(other)
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first = entered(one)
            found = pool.submit(second)
            with pytest.raises(TimeoutError):  # it waits for what is not yet kept
                found.result(timeout=0.5)
        assert found.result(timeout=30) == first
    assert Case.objects.count() == 1


def test_of_many_who_begin_as_the_person_opens_the_link_all_have_one_draft(own_database) -> None:
    invitation = invited()
    staff = [make(second_factor=False) for _ in range(3)]

    def sits(by) -> object:
        return begin(case=Case.objects.get(pk=invitation.case_id), how="phone", consent="read_aloud", by=by)

    def opens() -> object:
        return open_invitation(token=links.token(invitation), date_of_birth=OWN_BIRTHDAY, knows=lambda draft: False)

    with Crowd(4) as crowd:
        *sittings, opened = crowd.at_once([*(lambda by=by: sits(by) for by in staff), opens])
    draft = Draft.objects.select_related("case__data_key").get()
    assert {sitting.case_id for sitting in sittings} == {draft.case_id}
    assert opened is Refusal.OTHER_DEVICE or opened.draft == draft
    assert draft.answers["answers"]["consent.signature"]["state"] == "witnessed"
    assert (draft.case.state, Sitting.objects.count()) == ("started", 3)


AS_TYPED = [
    ("the same", "Ada Example", BORN, True),
    ("in capitals, with a blank too many", "ADA  example", BORN, True),
    ("another name", "Ada Exampel", BORN, False),
    ("another birthday", "Ada Example", BORN.replace(day=28), False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("reason", "name", "born", "same"), AS_TYPED, ids=[row[0] for row in AS_TYPED])
def test_who_is_the_same_person(reason: str, name: str, born: datetime.date, same: bool) -> None:
    by = make(second_factor=False)
    assert (entered(by) == entered(by, name, born)) is same


@pytest.mark.django_db
def test_somebody_below_the_end_of_the_list_is_found_too(monkeypatch) -> None:
    monkeypatch.setattr(listing, "MOST", 1)
    by = make(second_factor=False)
    first = entered(by)
    entered(by, "Bea Example")
    assert entered(by) == first
