"""The door as a browser and a mail scanner see it."""

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from audit.models import Entry
from intake.invitations import links
from intake.models import Draft, Invitation
from intake.sittings.services import begin as begin_sitting
from tests.clinic.staff import make
from tests.intake.people import BOXES, WRONG, invited, staff

pytestmark = pytest.mark.django_db


def path(invitation):
    return reverse("intake:open", args=[links.token(invitation)])


@pytest.fixture
def invitation():
    return invited()


def begin(client, invitation):
    """Open the link and give one answer, so that there is something to keep private."""
    response = client.post(path(invitation), BOXES)
    draft = Draft.objects.get(case=invitation.case)
    draft.seal_answers(draft.answers | {"answers": {"about.call_me": {"state": "answered", "value": "Larkspur", "rev": 1}}})
    draft.device = client.session["patient"]["device"]
    draft.save()
    return response


def test_scanners_change_nothing_and_learn_nothing(client, invitation):
    before = Invitation.objects.values().get(), Entry.objects.count()
    for method in ("get", "head"):
        for _ in range(50):
            response = getattr(client, method)(path(invitation))
            assert response.status_code == 200
    assert (Invitation.objects.values().get(), Entry.objects.count()) == before
    assert not Session.objects.exists()
    page = client.get(path(invitation)).content.decode()
    assert not [word for word in ("Canary", "Larkspur", "1980-", "depress") if word in page]


def test_a_forged_link_looks_the_same(client, invitation):
    genuine, forged = client.get(path(invitation)), client.get("/i/nonsense")
    assert genuine.status_code == forged.status_code == 200
    assert same(genuine, path(invitation)) == same(forged, "/i/nonsense")


def same(response, own_path):
    """The page without the form's random token and its own address."""
    text = response.content.decode().replace(own_path, "")
    token = str(response.context["csrf_token"])
    return text.replace(token, "")


def test_the_right_date_lets_in_and_the_token_leaves_the_address_bar(client, invitation):
    response = client.post(path(invitation), BOXES)
    assert (response.status_code, response["Location"]) == (303, "/intake/")
    assert client.get("/intake/").status_code == 200


def refusals(client, invitation):
    """Each way of not being let in, as pages."""
    other = invited(name="Other Person")
    Invitation.objects.filter(pk=other.pk).update(tries=5)
    expired = invited()
    Invitation.objects.filter(pk=expired.pk).update(expires_at="2020-01-01T00:00:00Z")
    for where, boxes in [(path(invitation), WRONG), (path(other), BOXES), (path(expired), BOXES), ("/i/" + "A" * 48, BOXES)]:
        yield same(client.post(where, boxes), where).replace('value="28"', 'value="27"')


def test_every_refusal_is_the_same_page(client, invitation):
    assert len(set(refusals(client, invitation))) == 1
    assert client.post(path(invitation), WRONG).status_code == 422


BAD_DATES = [
    ("empty", {}, "Enter the date"),
    ("letters", BOXES | {"date_of_birth_month": "March"}, "as numbers"),
    ("more figures than any month has", BOXES | {"date_of_birth_month": "9" * 20}, "as numbers"),
    ("two figures for the year", BOXES | {"date_of_birth_year": "80"}, "as numbers"),
    ("no such day", BOXES | {"date_of_birth_month": "2", "date_of_birth_day": "30"}, "no such date"),
    ("in the future", BOXES | {"date_of_birth_year": "2999"}, "of the past"),
    ("thousands of figures", BOXES | {"date_of_birth_day": "9" * 5000}, "as numbers"),
    ("one box missing", BOXES | {"date_of_birth_day": ""}, "as numbers"),
]


@pytest.mark.parametrize(("reason", "boxes", "says"), BAD_DATES, ids=[row[0] for row in BAD_DATES])
def test_a_date_that_is_none_is_no_try_and_keeps_what_was_typed(client, invitation, reason, boxes, says):
    response = client.post(path(invitation), boxes)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert all(f'value="{value}"' in page for value in boxes.values() if value)
    assert Invitation.objects.get().tries == 0


def test_a_browser_that_did_not_begin_it_sees_no_answer(client, invitation):
    begin(client, invitation)
    stranger = Client()
    response = stranger.post(path(invitation), BOXES)
    assert response.status_code == 403
    assert "another device" in response.content.decode()
    assert stranger.get("/intake/").status_code == 403


def test_the_browser_that_began_it_comes_back_with_an_empty_session(client, invitation):
    begin(client, invitation)
    del client.cookies["session"]
    assert client.post(path(invitation), BOXES).status_code == 303
    assert client.get("/intake/").status_code == 200


def test_who_opened_it_blank_never_sees_what_another_browser_wrote(client, invitation):
    other = Client()
    assert [each.post(path(invitation), BOXES).status_code for each in (other, client)] == [303, 303]
    assert other.get("/intake/").status_code == 200, "nothing is in it yet"
    client.post("/intake/about-you/", {"rev": "0", "about_call_me": "Larkspur"})
    assert "Larkspur" in client.get("/intake/about-you/").content.decode()
    for address in ("/intake/", "/intake/about-you/", "/intake/check/", "/intake/copy/"):
        answer = other.get(address)
        assert (answer.status_code, b"Larkspur" in answer.content) == (403, False)
    assert other.post("/intake/about-you/", {"rev": "0", "about_call_me": "Foxglove"}).status_code == 403
    assert other.post(path(invitation), BOXES).status_code == 403, "nor when it comes again"
    assert client.post(path(invitation), BOXES).status_code == 303
    assert "Larkspur" in client.get("/intake/about-you/").content.decode()


def test_who_opened_it_blank_never_sees_what_staff_wrote(client, invitation):
    client.post(path(invitation), BOXES)
    begin_sitting(case=invitation.case, how="phone", consent="read_aloud", by=make())
    assert client.get("/intake/").status_code == 403
    assert client.post(path(invitation), BOXES).status_code == 403


def test_the_cookie_of_the_device_is_signed_and_bound_to_the_draft(client, invitation):
    response = begin(client, invitation)
    [name] = [name for name in response.cookies if name.startswith("draft-")]
    cookie = response.cookies[name]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 7 * 24 * 3600)
    for forged in (str(Draft.objects.get().pk), cookie.value[:-1] + ("A" if cookie.value[-1] != "A" else "B")):
        stranger = Client()
        stranger.cookies[name] = forged
        assert stranger.post(path(invitation), BOXES).status_code == 403


def test_one_persons_device_does_not_know_anothers_draft(client, invitation):
    begin(client, invitation)
    other = invited(name="Other Person")
    stranger = Client()
    begin(stranger, other)
    assert stranger.post(path(invitation), BOXES).status_code == 403


def test_a_fixed_session_is_not_kept(client, invitation):
    client.post(path(invitation), BOXES)
    planted = client.cookies["session"].value
    client.post(path(invitation), BOXES)
    assert client.cookies["session"].value != planted
    stranger = Client()
    stranger.cookies["session"] = planted
    assert stranger.get("/intake/").status_code == 403


def test_a_signed_in_member_of_staff_is_nobody_here(client, invitation):
    client.force_login(staff("lead"))
    client.post(path(invitation), BOXES)
    assert "_auth_user_id" not in client.session
    assert set(client.session.keys()) == {"patient"}


def test_a_post_without_its_csrf_token_is_refused_and_counts_nothing(invitation):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(path(invitation), WRONG).status_code == 403
    assert Invitation.objects.get().tries == 0


def test_a_forged_host_is_refused_and_changes_no_link(client, invitation):
    assert client.get(path(invitation), headers={"host": "evil.example"}).status_code == 400
    assert links.url(invitation).startswith("http://127.0.0.1:8000/i/")


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_are_not_for_this(client, invitation, method):
    assert getattr(client, method)(path(invitation)).status_code == 405


def token_of(client, where):
    return str(client.get(where).context["csrf_token"])


def open_checked(client, invitation):
    where = path(invitation)
    assert client.post(where, BOXES | {"csrfmiddlewaretoken": token_of(client, where)}).status_code == 303


def test_an_older_tab_can_be_sent_after_the_link_was_opened_again_in_a_new_session(invitation):
    client = Client(enforce_csrf_checks=True)
    open_checked(client, invitation)
    before, older = client.cookies["session"].value, token_of(client, "/intake/about-you/")
    open_checked(client, invitation)
    assert client.cookies["session"].value != before
    assert not Session.objects.filter(session_key=before).exists()
    response = client.post("/intake/about-you/", {"rev": "0", "about_place": "Springfield", "csrfmiddlewaretoken": older})
    assert response.status_code == 422  # kept, with what is still missing
    assert Draft.objects.get().answers["answers"]["about.place"]["value"] == "Springfield"


def test_an_older_tab_of_one_person_never_lands_in_the_form_of_another(invitation):
    client = Client(enforce_csrf_checks=True)
    open_checked(client, invitation)
    older = token_of(client, "/intake/about-you/")
    open_checked(client, invited(name="Other Person"))
    response = client.post("/intake/about-you/", {"rev": "0", "about_place": "Springfield", "csrfmiddlewaretoken": older})
    assert response.status_code == 403
    assert not any(draft.answers["answers"] for draft in Draft.objects.all())
