"""Sending and the receipt, as a browser sees them."""

import re

import pytest
from django.db.models.functions import Now
from django.test import Client
from django.urls import reverse

from intake.invitations import links
from intake.models import Case, Draft, SafetyEvent, Submission
from tests.intake.people import BOXES, invited
from tests.intake.sent import document

pytestmark = pytest.mark.django_db
SEND, DONE = "/intake/send/", "/intake/done/"


def fill(draft, answers):
    draft.seal_answers(answers)
    draft.save()


@pytest.fixture
def draft(client):
    """A complete draft, open in the client."""
    invitation = invited()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    draft = Draft.objects.get(case=invitation.case)
    fill(draft, document())
    return draft


def test_sending_answers_with_the_receipt(client, draft):
    response = client.post(SEND)
    assert (response.status_code, response["Location"]) == (303, DONE)
    page = client.get(DONE).content.decode()
    assert Submission.objects.get().receipt in page
    assert "What happens next" in page
    assert "(555) 555-0100" in page


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_receipt_tells_the_time_as_the_page_of_a_visit_does(client, draft, settings, language):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    client.post(SEND)
    assert re.search(r" \d{1,2}:\d\d [AP]M</p>", client.get(DONE).content.decode())


def test_pressing_twice_and_going_back_is_one_submission_and_one_receipt(client, draft):
    for _ in range(3):
        assert client.post(SEND)["Location"] == DONE
        assert client.get("/intake/check/")["Location"] == DONE
    assert Submission.objects.count() == 1


def test_a_second_window_finds_the_receipt_too(client, draft):
    second = Client()
    second.cookies = client.cookies
    client.post(SEND)
    assert second.post("/intake/must-exclude/", {"rev": "0"})["Location"] == DONE
    assert second.post(SEND)["Location"] == DONE
    assert Submission.objects.count() == 1


MEANWHILE = [
    ("Send pressed twice", SEND),
    ("a page", "/intake/must-exclude/"),
    ("which of two answers", "/intake/must-exclude/?settle"),
    ("taking a medicine out", "/intake/medicines/m-00000001/remove/"),
]


@pytest.mark.parametrize(("reason", "url"), MEANWHILE, ids=[row[0] for row in MEANWHILE])
def test_what_arrives_while_the_form_is_being_sent_ends_on_the_receipt(client, draft, reason, url):
    """The case was read before the other request had sent it, the draft after: only the draft says so."""
    Draft.objects.filter(pk=draft.pk).update(sent_at=Now())
    response = client.post(url, {"rev": "0"} | ({"settle": "1"} if "settle" in url else {}))
    assert (response.status_code, response["Location"]) == (303, DONE)


def test_what_is_incomplete_is_listed_and_nothing_is_sent(client, draft):
    answers = document()
    del answers["answers"]["exclude.bipolar"]
    fill(draft, answers)
    response = client.post(SEND)
    assert (response.status_code, response["Location"]) == (303, "/intake/check/")
    assert not Submission.objects.exists()


def test_a_blank_form_is_not_sent(client, draft):
    fill(draft, document() | {"answers": {}, "groups": {"medicine": []}})
    assert client.post(SEND)["Location"] == "/intake/check/"
    assert not Submission.objects.exists()


def test_there_is_no_receipt_before_it_is_sent(client, draft):
    assert client.get(DONE)["Location"] == "/intake/"


def test_a_get_sends_nothing(client, draft):
    assert client.get(SEND).status_code == 405
    assert not Submission.objects.exists()


def test_without_a_session_nothing_is_sent_and_no_receipt_shown(client, draft):
    stranger = Client()
    assert stranger.post(SEND).status_code == 403
    assert stranger.get(DONE).status_code == 403
    assert not Submission.objects.exists()


def test_after_sending_the_link_opens_the_receipt_on_any_device(client, draft):
    client.post(SEND)
    stranger = Client()
    invitation = draft.case.invitations.get()
    assert stranger.post(reverse("intake:open", args=[links.token(invitation)]), BOXES).status_code == 303
    assert stranger.get("/intake/")["Location"] == DONE
    assert Submission.objects.get().receipt in stranger.get(DONE).content.decode()


ITEM9 = [
    ("the rest of the page complete", {f"phq9_item{number}": "0" for number in range(1, 9)}),
    ("the rest of the page left blank", {}),
    ("the rest of the page nonsense", {f"phq9_item{number}": "seven" for number in range(1, 9)}),
]


@pytest.mark.parametrize(("reason", "others"), ITEM9, ids=[row[0] for row in ITEM9])
def test_item_9_counts_in_the_save_whatever_else_is_on_the_page(client, draft, reason, others):
    fill(draft, document() | {"answers": {}})
    response = client.post("/intake/phq9/", others | {"phq9_item9": "2", "rev": str(draft.rev)})
    assert response.status_code in (302, 303)
    assert response["Location"].startswith(reverse("intake:after_item9"))
    assert SafetyEvent.objects.get().tier == Case.objects.get().open_tier == 2
    assert Draft.objects.get().answers["answers"]["phq9.item9"]["value"] == 2


def test_changing_item_9_back_keeps_the_event(client, draft):
    client.post("/intake/phq9/", {"phq9_item9": "2", "rev": "99"})
    client.post("/intake/phq9/", {"phq9_item9": "0", "rev": "99"})
    assert Draft.objects.get().answers["answers"]["phq9.item9"]["value"] == 0
    assert SafetyEvent.objects.count() == 1
    assert Case.objects.get().open_tier == 2
