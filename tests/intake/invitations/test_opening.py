"""Opening: five tries, counted in the database, and one device that sees what was answered."""

import datetime

import pytest

from audit.models import Entry
from desk.models import Task
from intake.invitations import links
from intake.invitations.opening import Opened, Refusal, open_invitation
from intake.invitations.services import release_device, renew, revoke
from intake.models import Case, Draft, Invitation
from tests.crowd import Crowd
from tests.intake.people import BORN, invited, staff

WRONG = BORN + datetime.timedelta(days=1)


def attempt(invitation, born=BORN, knows=False):
    return open_invitation(token=links.token(invitation), date_of_birth=born, knows=lambda draft: knows)


def answer_something(invitation):
    draft = Draft.objects.get(case=invitation.case)
    draft.seal_answers(draft.answers | {"answers": {"phq9.item1": {"state": "answered", "value": 1, "rev": 1}}})
    draft.save()


@pytest.fixture
def invitation(db):
    return invited()


@pytest.fixture
def begun(invitation):
    attempt(invitation)
    answer_something(invitation)
    return invitation


def test_the_right_date_opens_and_starts_the_case(invitation):
    opened = attempt(invitation)
    assert isinstance(opened, Opened)
    assert opened.draft.answers["answers"] == {}
    assert Case.objects.get(pk=invitation.case_id).state == "started"
    assert Entry.objects.filter(action="invitation.opened", actor_kind="patient").count() == 1


def test_opening_again_finds_the_same_draft(invitation):
    assert attempt(invitation).draft == attempt(invitation).draft


def test_four_wrong_tries_leave_it_usable_and_a_right_one_counts_anew(invitation):
    for _ in range(4):
        assert attempt(invitation, WRONG) is Refusal.REFUSED
    assert isinstance(attempt(invitation), Opened)
    assert Invitation.objects.get().tries == 0


def test_the_fifth_wrong_try_freezes_it_and_tells_staff_once(invitation):
    for _ in range(7):
        assert attempt(invitation, WRONG) is Refusal.REFUSED
    assert attempt(invitation) is Refusal.REFUSED
    assert Task.objects.get(kind="link_frozen").case == invitation.case.public_id


def expire(invitation, by):
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))


def erase(invitation, by):
    invitation.case.data_key.delete()


@pytest.mark.parametrize(
    ("reason", "spoil"),
    [
        ("expired", expire),
        ("taken back", lambda invitation, by: revoke(invitation=invitation, by=by)),
        ("replaced by a newer link", lambda invitation, by: renew(invitation=invitation, by=by)),
        ("the person was erased", erase),
    ],
)
def test_what_is_over_does_not_open(invitation, reason, spoil):
    spoil(invitation, staff())
    assert attempt(invitation) is Refusal.REFUSED


def test_another_device_does_not_see_answers_and_staff_are_asked_once(begun):
    assert attempt(begun) is Refusal.OTHER_DEVICE
    assert attempt(begun) is Refusal.OTHER_DEVICE
    assert Task.objects.filter(kind="release_device").count() == 1


def test_the_device_that_began_goes_on(begun):
    assert isinstance(attempt(begun, knows=True), Opened)


def test_released_devices_are_let_in_once(begun):
    attempt(begun)
    begun.refresh_from_db()
    release_device(invitation=begun, by=staff("scheduler"))
    assert Task.objects.get(kind="release_device").state == "closed"
    assert isinstance(attempt(begun), Opened)
    assert attempt(begun) is Refusal.OTHER_DEVICE
    assert Task.objects.filter(kind="release_device", state="open").count() == 1


def test_a_release_lasts_an_hour(begun):
    release_device(invitation=begun, by=staff("scheduler"))
    Invitation.objects.update(release_until=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))
    assert attempt(begun) is Refusal.OTHER_DEVICE


def test_a_new_link_keeps_the_answers(begun):
    fresh = renew(invitation=begun, by=staff("scheduler"))
    assert attempt(fresh, knows=True).draft.answers["answers"]


def test_twenty_guesses_at_once_gain_none(own_database):
    invitation = invited()

    wrong = [BORN + datetime.timedelta(days=number + 1) for number in range(20)]
    with Crowd(20) as crowd:
        assert set(crowd.at_once([lambda day=day: attempt(invitation, day) for day in wrong])) == {Refusal.REFUSED}
    assert Invitation.objects.get().tries == 5
    assert Entry.objects.filter(action="invitation.refused").count() == 5
    assert attempt(invitation) is Refusal.REFUSED
