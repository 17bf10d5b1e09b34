"""A form that follows one that was sent: blank behind link and birthday; last time's answers only where staff let a device in, and only as questions."""

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Entry
from intake.answers.proposed import PART
from intake.invitations import links
from intake.invitations.again import NothingSent, invite_again
from intake.invitations.services import release_device
from intake.models import Case, Draft, Submission
from intake.submissions.services import submit
from tests.intake.people import BOXES, invited, staff
from tests.intake.sent import document, submitted
from vault.seal import erase

pytestmark = pytest.mark.django_db
CANARY = "Canaryville"
PAGES = ["/intake/", "/intake/about-you/", "/intake/this-episode/", "/intake/medicines/", "/intake/must-exclude/", "/intake/check/"]
SEEN = ["Zoloft (sertraline)", "May 2024", "Canary"]


@pytest.fixture
def later():
    """The link of a form that follows one with two medicines."""
    first = submitted(about__call_me="Canary", episodes__count="2_3")
    return invite_again(case=first.case, by=staff().actor)


def opened(invitation, client=None):
    client = client or Client()
    client.answer = client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    return client


def let_in(invitation, client=None):
    release_device(invitation=invitation, by=staff())
    invitation.refresh_from_db()
    return opened(invitation, client)


def told(client):
    """What of last time's answers a browser finds on the pages of the form."""
    pages = "".join(client.get(path, follow=True).content.decode() for path in PAGES)
    return [word for word in SEEN if word in pages]


def draft_of(invitation):
    return Draft.objects.select_related("case__data_key").get(case=invitation.case)


def test_it_is_a_case_of_its_own_under_the_same_key(later):
    case = Case.objects.select_related("data_key", "follows").get(pk=later.case_id)
    assert case.data_key_id == case.follows.data_key_id
    assert (case.person["name"], case.state, case.submission) == ("Canary Larkspur", "invited", None)
    assert Entry.objects.get(action="case.opened", case=str(case.public_id)).detail["follows"] == str(case.follows.public_id)


def test_asking_twice_gives_one_link_until_it_was_sent(later):
    first = later.case.follows
    assert invite_again(case=first, by=staff().actor) == later
    assert Case.objects.filter(follows=first).count() == 1


def test_there_is_nothing_to_follow_before_a_form_was_sent_or_after_the_person_was_erased(later):
    for case in (invited().case, _erased(later.case.follows)):
        with pytest.raises(NothingSent):
            invite_again(case=case, by=staff().actor)


def _erased(case):
    erase(case.data_key)
    return case


def test_link_and_birthday_alone_start_blank_and_say_whom_to_call(later):
    client = opened(later)
    assert told(client) == []
    assert PART not in draft_of(later).answers
    assert "You filled in a form with us before." in client.get("/intake/").content.decode()


def test_a_device_that_staff_let_in_is_asked_what_is_still_right(later):
    client = let_in(later)
    assert set(told(client)) == set(SEEN)
    page = client.get("/intake/this-episode/").content.decode()
    assert "Last time you told us" in page
    assert 'name="still_right"' in page
    assert Entry.objects.filter(action="draft.proposed", about=str(draft_of(later).pk)).count() == 1


def test_no_other_device_sees_it_neither_before_nor_after(later):
    let_in(later)
    stranger = opened(later)
    assert stranger.answer.status_code == 403
    assert told(stranger) == []


def test_who_opened_the_blank_form_first_is_put_out_when_the_answers_come_in(later):
    """Session and cookie of that browser were good for a form without answers."""
    stranger = opened(later)
    patient = let_in(later)
    assert told(stranger) == []
    assert {stranger.get(path).status_code for path in PAGES} == {403}
    assert stranger.post("/intake/this-episode/", {"still_right": "1", "rev": "0"}).status_code == 403
    assert opened(later, stranger).answer.status_code == 403
    assert told(stranger) == []
    assert told(patient) != []
    assert opened(later, patient).answer.status_code == 303, "the device that was let in may come back"
    assert told(patient) != []


def test_letting_a_device_in_without_an_earlier_form_changes_nothing():
    invitation = invited()
    before = opened(invitation)
    let_in(invitation)
    assert before.get("/intake/").status_code == 200
    assert draft_of(invitation).device == ""


def still_right(client, path, **typed):
    return client.post(path, {"still_right": "1", "rev": "0"} | typed)


def test_one_press_takes_a_page_in_and_says_where_it_came_from(later):
    client = let_in(later)
    answer = still_right(client, "/intake/this-episode/")
    assert answer.status_code == 303
    said = draft_of(later).answers["answers"]
    first = Submission.objects.get()
    assert said["episode.start"]["value"] == {"year": 2024, "month": 5}
    assert said["episode.start"]["from"]["submission"] == str(first.pk)
    assert not [name for name in said if not name.startswith("episode")], "no other page"
    assert "Last time you told us" not in client.get("/intake/this-episode/").content.decode()


def test_what_was_typed_first_is_kept_and_the_rest_is_taken_in(later):
    client = let_in(later)
    still_right(client, "/intake/this-episode/", episode_start_year="2020", episode_start_month="")
    said = draft_of(later).answers["answers"]
    assert (said["episode.start"]["value"], "from" in said["episode.start"]) == ({"year": 2020}, False)
    assert (said["episode.before"]["value"], "from" in said["episode.before"]) == ("no", True)


def test_going_on_without_it_takes_nothing_in(later):
    client = let_in(later)
    client.post("/intake/this-episode/", {"rev": "0", "go": "1", "episode_start_year": "2020"})
    assert list(draft_of(later).answers["answers"]) == ["episode.start"]


def test_medicines_come_back_by_name_and_each_page_of_one_is_asked_about(later):
    client = let_in(later)
    still_right(client, "/intake/medicines/")
    found = draft_of(later).answers
    assert found["groups"]["medicine"] == ["m-1", "m-2"]
    assert {name for name in found["answers"] if name.startswith("medicine/")} == {"medicine/m-1/agent", "medicine/m-2/agent"}


def test_what_was_not_confirmed_is_not_sent(later):
    let_in(later)
    draft = draft_of(later)
    new = document(about__place="Bangor")
    draft.seal_answers(new | {PART: draft.answers[PART]})
    draft.save()
    del new["answers"]["about.sex"]
    sent = submit(draft=draft, by=draft.case.patient).answers
    assert PART not in sent
    assert not [name for name, answer in sent["answers"].items() if "from" in answer]


def test_staff_find_the_way_and_the_record_says_what_was_only_confirmed(client):
    from tests.clinic.factories import sent
    from tests.clinic.form import form, medicine
    from tests.clinic.staff import signed_in

    document = form(medicine())
    for name in ("episode.start", "episode.before"):
        document["answers"][name]["from"] = {"submission": "x", "sent_on": "2026-05-02"}
    case, clinician = sent(document), signed_in("clinician")
    page = clinician.get(f"/clinic/review/{case.public_id}/").content.decode()
    assert "2 answers are from the form of May 2, 2026" in page
    answer = clinician.post(f"/clinic/invitations/{case.public_id}/again/", follow=True)
    assert answer.redirect_chain[0][1] == 303
    assert Case.objects.get(follows=case).state == "invited"
    assert "Sent a form before." in clinician.get("/clinic/invitations/").content.decode()


def test_who_is_asked_one_question_at_a_time_takes_a_page_in_too(later):
    client = let_in(later)
    client.post("/intake/calm/", {"calm": "1"})
    page = client.get("/intake/this-episode/", follow=True)
    assert "question 1 of" in page.content.decode()
    assert "Last time you told us" in page.content.decode()
    answer = still_right(client, page.request["PATH_INFO"] + "?" + page.request["QUERY_STRING"])
    assert (answer.status_code, client.get(answer["Location"], follow=True).status_code) == (303, 200)
    assert draft_of(later).answers["answers"]["episode.start"]["from"]["sent_on"]


def test_the_key_enter_means_continue_and_not_still_right(later):
    """A browser presses the first button of a form."""
    page = let_in(later).get("/intake/this-episode/").content.decode()
    form = page[page.index("data-autosave") :]
    assert form.index('name="go"') < form.index('name="still_right"')
