"""Inviting from the staff's side: made once, listed at a constant price, helped when somebody can't get in."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.models import Entry
from desk.models import Task
from intake.invitations import links
from intake.invitations.opening import open_invitation
from intake.models import Case, Draft, Invitation
from tests.clinic.staff import signed_in
from tests.intake.people import BORN, BOXES, invited

pytestmark = pytest.mark.django_db
LIST = "/clinic/invitations/"
PERSON = BOXES | {"name": "Ada Example", "email": "ada@patients.example", "phone": "(555) 555-0123", "language": "es"}


@pytest.fixture
def desk():
    return signed_in("scheduler")


@pytest.mark.parametrize("role", ["scheduler", "clinician", "lead"])
def test_who_looks_after_people_may_invite(role):
    response = signed_in(role).post(LIST, PERSON)
    case = Case.objects.get()
    assert (response.status_code, response["Location"]) == (303, reverse("clinic:invitation_link", args=[Invitation.objects.get().pk]))
    assert (case.person["name"], case.language, case.person["date_of_birth"]) == ("Ada Example", "es", "1980-03-27")


def test_an_administrator_may_not():
    administrator = signed_in("administrator")
    assert administrator.get(LIST).status_code == 403
    assert administrator.post(LIST, PERSON).status_code == 403
    assert not Case.objects.exists()


WRONG = [
    ("no name", {"name": ""}, "person&#x27;s name"),
    ("no date", {"date_of_birth_year": ""}, "month, day and year"),
    ("under 18", {"date_of_birth_year": "2020"}, "under 18"),
    ("no address", {"email": "ada at home"}, "name@example.com"),
    ("no number", {"phone": "call me"}, "(555) 555-0123"),
    ("too short a number", {"phone": "123"}, "(555) 555-0123"),
]


@pytest.mark.parametrize(("reason", "change", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_says_what_to_do_and_loses_nothing(desk, reason, change, says):
    response = desk.post(LIST, PERSON | change)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert 'value="Ada Example"' in page or "name" in change
    assert not Case.objects.exists()


def test_a_child_leaves_staff_a_task_without_a_name(desk):
    desk.post(LIST, PERSON | {"date_of_birth_year": "2020"})
    task = Task.objects.get()
    assert (task.kind, task.case, task.tier, task.state) == ("under_age", None, 0, "open")
    assert "Ada" not in str(Task.objects.values().get())
    assert "Somebody under 18 was to be invited: call the family" in desk.get("/clinic/").content.decode()
    assert Entry.objects.get(action="invitation.refused").actor_id == str(desk.staff.public_id)


def test_an_address_and_a_number_may_be_missing(desk):
    assert desk.post(LIST, PERSON | {"email": "", "phone": ""}).status_code == 303


def test_the_link_is_shown_and_each_look_is_on_record(desk):
    invitation = invited()
    for _ in range(2):
        assert links.url(invitation) in desk.get(reverse("clinic:invitation_link", args=[invitation.pk])).content.decode()
    assert Entry.objects.filter(action="invitation.link_shown", actor_id=str(desk.staff.public_id)).count() == 2


def test_the_list_shows_no_link(desk):
    assert links.token(invited()) not in desk.get(LIST).content.decode()


def test_the_list_costs_the_same_whatever_its_length(desk):
    counts = []
    for number in (1, 30):
        for _ in range(number):
            invited()
        desk.get(LIST)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            desk.get(LIST)
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_older_ones_are_a_page_further(desk, monkeypatch):
    monkeypatch.setattr("clinic.invitations.listing.PAGE", 2)
    for number in range(5):
        invited(name=f"Person {number}")
    seen, where = [], LIST
    for _ in range(3):
        page = desk.get(where).context["page"]
        seen += [row.person.name for row in page.rows]
        where = f"{LIST}?after={page.older}"
    assert sorted(seen) == [f"Person {number}" for number in range(5)]
    assert page.older == ""


@pytest.mark.parametrize("after", ["nonsense", "' OR 1=1 --", "00000000-0000-4000-8000-000000000000", ""])
def test_a_wrong_place_in_the_list_is_its_beginning(desk, after):
    invited()
    assert len(desk.get(LIST, {"after": after}).context["page"].rows) == 1


def test_taking_back_a_link(desk):
    invitation = invited()
    assert desk.post(reverse("clinic:invitation_revoke", args=[invitation.pk])).status_code == 303
    assert Invitation.objects.get().revoked_by == desk.staff
    assert desk.get(LIST).context["page"].rows == []


def test_a_new_link_replaces_the_old(desk):
    old = invited()
    response = desk.post(reverse("clinic:invitation_renew", args=[old.pk]))
    new = Invitation.objects.standing().get()
    assert response["Location"] == reverse("clinic:invitation_link", args=[new.pk])


def test_who_asks_for_another_device_can_be_let_in(desk):
    invitation = invited()
    opened = open_invitation(token=links.token(invitation), date_of_birth=BORN, knows=lambda draft: False)
    Draft.objects.filter(pk=opened.draft.pk).update(document=sealed_answer(opened.draft))
    assert not desk.get(LIST).context["page"].rows[0].asks_for_device
    open_invitation(token=links.token(invitation), date_of_birth=BORN, knows=lambda draft: False)
    assert desk.get(LIST).context["page"].rows[0].asks_for_device
    desk.post(reverse("clinic:invitation_release", args=[invitation.pk]))
    assert not desk.get(LIST).context["page"].rows[0].asks_for_device
    assert open_invitation(token=links.token(invitation), date_of_birth=BORN, knows=lambda draft: False).draft


def sealed_answer(draft):
    draft.seal_answers(draft.answers | {"answers": {"about.call_me": {"state": "answered", "value": "x", "rev": 1}}})
    return draft.document


GONE = [
    ("taken back", lambda i: Invitation.objects.update(revoked_at="2026-01-01T00:00:00Z")),
    ("erased", lambda i: i.case.data_key.delete()),
]


@pytest.mark.parametrize(("reason", "spoil"), GONE)
@pytest.mark.parametrize("page", ["invitation_link", "invitation_revoke", "invitation_renew", "invitation_release"])
def test_what_is_over_is_not_found(desk, reason, spoil, page):
    invitation = invited()
    spoil(invitation)
    ask = desk.get if page == "invitation_link" else desk.post
    assert ask(reverse(f"clinic:{page}", args=[invitation.pk])).status_code == 404


def test_a_name_that_was_tampered_with_hides_nobody_else(desk):
    swapped, other = invited(name="Canary Quillfeather"), invited(name="Someone Else")
    Case.objects.filter(pk=swapped.case.pk).update(identity=other.case.identity)
    page = desk.get(LIST).content.decode()
    assert "Name can’t be opened" in page
    assert page.count("Someone Else") == 1
