"""A form that staff have open shuts with their session, their role, their sitting; a page of one person is never saved for another."""

import datetime

import pytest
from django.urls import reverse

from clinic.access import session
from clinic.sittings import views
from intake.models import Case, Draft, Sitting
from intake.sittings.services import begin
from intake.submissions.services import submit
from tests.clinic.factories import opened
from tests.clinic.sittings.test_sittings import EPISODE_PAGE, HOME, PHONE, answers, sit
from tests.clinic.staff import make, signed_in
from tests.intake.filling import EPISODE
from tests.intake.sent import filled

pytestmark = pytest.mark.django_db


def _signed_out(client):
    client.logout()


def _idle(client):
    opened_one = client.session
    opened_one[session.KEY] = opened_one[session.KEY] | {"seen_at": 0}
    opened_one.save()


def _unproved(client):
    opened_one = client.session
    opened_one[session.KEY] = opened_one[session.KEY] | {"proved": False}
    opened_one.save()


def _moved_on(client):
    client.staff.role = "scheduler"
    client.staff.save()


def _disabled(client):
    client.staff.is_active = False
    client.staff.save()


def _somebody_elses(client):
    other = make("lead")
    case = opened()
    opened_one = client.session
    opened_one["sitting"] = str(begin(case=case, how="phone", consent="read_aloud", by=other).pk)
    opened_one.save()


def _left(client):
    client.post(f"{HOME}leave/")


ENDS = [_signed_out, _idle, _unproved, _moved_on, _disabled, _somebody_elses, _left]


@pytest.mark.parametrize("end", ENDS)
def test_the_form_shuts(end):
    case = opened()
    client = sit(case)
    assert client.get(EPISODE_PAGE).status_code == 200
    end(client)
    assert client.get(EPISODE_PAGE).status_code == 403
    assert client.post(EPISODE_PAGE, EPISODE | {"rev": "9"}).status_code == 403
    assert "episode.start" not in answers(case)


def test_four_hours_after_it_began_it_is_over(monkeypatch):
    client = sit(opened())
    monkeypatch.setattr("intake.models.sitting.LASTS", datetime.timedelta(0))
    assert client.get(EPISODE_PAGE).status_code == 403


def test_of_two_that_somebody_sits_with_the_one_at_hand_is_saved():
    cases, client = [opened(), opened()], signed_in("clinician")
    for case in cases:
        sit(case, client)
        client.post(EPISODE_PAGE, EPISODE | {"rev": "9"})
        assert "episode.start" in answers(case)


def test_a_page_of_one_person_is_not_saved_for_another():
    first, second, client = opened(), opened(), signed_in("clinician")
    mark = sit(first, client).get(EPISODE_PAGE).context["request"].mark
    sit(second, client)
    assert client.post(EPISODE_PAGE, EPISODE | {"rev": "9", "form": mark}).status_code == 403
    assert "episode.start" not in answers(second)


def test_who_sends_it_while_staff_begin_is_found_in_the_record(monkeypatch):
    draft = filled()

    def meanwhile(case: Case) -> None:
        submit(draft=Draft.objects.get(pk=draft.pk), by=draft.case.patient)

    monkeypatch.setattr(views, "person", meanwhile)  # read after the form was found to be unsent
    answer = signed_in("clinician").post(f"{HOME}{draft.case.public_id}/", PHONE)
    assert (answer.status_code, answer.headers["Location"]) == (303, reverse("clinic:record", args=[draft.case.public_id]))
    assert not Sitting.objects.exists()
