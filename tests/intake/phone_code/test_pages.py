"""A second device and the telephone: who has it gets in with exactly this browser, and nobody learns anything on the way."""

import re

import pytest
from django.test import Client

from audit.models import Entry
from desk.models import Message, Task
from intake.invitations.services import revoke
from intake.models import Invitation, PhoneCode
from tests.clinic.staff import make
from tests.intake.people import BOXES, WRONG
from tests.intake.phone_code.conftest import SAID, SEND, TYPE, begun, path, waits
from vault.seal import erase

pytestmark = pytest.mark.django_db


def code_of(text: str) -> str:
    return re.search(r"\b\d{6}\b", text)[0]


def other_than(code: str) -> str:
    return f"{(int(code) + 1) % 10**6:06d}"


def test_the_code_from_the_telephone_lets_this_browser_in(texts):
    invitation = begun()
    client, stranger = waits(invitation), waits(invitation, asks=False)
    assert client.page.redirect_chain == [(TYPE, 303)]
    (text,) = texts()
    answer = client.post(TYPE, {"code": code_of(text)})
    assert (answer.status_code, answer["Location"]) == (303, "/intake/")
    assert SAID in client.get("/intake/about-you/").text
    assert stranger.get("/intake/about-you/").status_code == 403
    assert stranger.post(TYPE, {"code": code_of(text)}).status_code == 422, "nor anybody else"
    assert client.post(path(invitation), BOXES).status_code == 303, "it is known from now on"
    assert Task.objects.get(kind="release_device").state == "closed"


def test_a_code_works_once(texts):
    invitation = begun()
    client = waits(invitation)
    waiting = dict(client.session["waiting"])
    (text,) = texts()
    client.post(TYPE, {"code": code_of(text)})
    session = client.session
    session["waiting"] = waiting
    session.save()
    assert client.post(TYPE, {"code": code_of(text)}).status_code == 422


def test_the_code_of_one_browser_is_nothing_in_another(texts):
    invitation = begun()
    waits(invitation)
    thief = waits(invitation)
    first, second = texts()
    assert thief.post(TYPE, {"code": code_of(first)}).status_code == 422
    assert thief.post(TYPE, {"code": code_of(second)}).status_code == 303


def test_the_words_go_to_the_number_on_file_and_are_neutral(texts, gateway):
    client = waits(begun(), asks=False)
    client.post(SEND, {"phone": "+12025559999", "to": "+12025559999"})
    (text,) = texts()
    assert {asked.said["to"] for asked in gateway.asked} == {"+12025550142"}
    assert re.fullmatch(
        r"\d{6} is your code for Willow Clinic. It works for 10 minutes. Did you not ask for it\? Tell no one and call us: \(555\) 555-0100.",
        text,
    )


def test_in_spanish(texts):
    client = waits(begun(language="es"), asks=False)
    client.cookies["language"] = "es"
    page = client.post(SEND, follow=True).text
    (text,) = texts()
    assert "es su código para Willow Clinic" in text
    assert "termina en 42" in page
    assert "no abre el formulario" in client.post(TYPE, {"code": other_than(code_of(text))}).text


def test_the_page_says_how_the_number_ends_and_nothing_else_of_the_person():
    client = waits(begun())
    for page in (client.page.text, client.post(TYPE, {"code": "x"}).text, waits(begun(), asks=False).page.text):
        assert "ending in 42" in page
        assert [words for words in ("555-0142", "5550142", "Canary", SAID, "1980") if words in page] == []


def test_what_the_digits_are_filled_in_with():
    page = waits(begun()).page.text
    assert 'autocomplete="one-time-code"' in page
    assert 'inputmode="numeric"' in page


NOT_OFFERED = [("no number on file", ""), ("a number that nobody can dial", "555-0142")]


@pytest.mark.parametrize(("why", "phone"), NOT_OFFERED, ids=[row[0] for row in NOT_OFFERED])
def test_without_a_number_there_are_staff(why, phone):
    client = waits(begun(phone=phone), asks=False)
    assert "call us at" in client.page.text
    assert "code" not in client.page.text
    assert (client.post(SEND).status_code, client.get(TYPE).status_code, Message.objects.filter(kind="phone_code").count()) == (403, 403, 0)


def test_without_a_gateway_there_are_staff(settings):
    settings.TEXT_URL = ""
    client = waits(begun(), asks=False)
    assert "code" not in client.page.text
    assert (client.post(SEND).status_code, PhoneCode.objects.count()) == (403, 0)


def shown(client: Client) -> tuple[int, str]:
    """A page without what is another one's each time."""
    page = client.get(TYPE)
    return page.status_code, page.text.replace(str(page.context["csrf_token"]), "")


def test_the_page_is_the_same_whatever_became_of_the_text(texts, gateway, settings):
    pages = [shown(waits(begun()))]
    for answer in (400, 503, "close"):
        gateway.answer = answer
        client = waits(begun())
        texts()
        pages.append(shown(client))
    settings.TEXT_URL = "http://127.0.0.1:1/"
    pages.append(shown(waits(begun())))
    often = begun()
    for _ in range(4):
        client = waits(often)
    pages.append(shown(client))
    assert PhoneCode.objects.filter(invitation=often).count() == 3
    assert len(set(pages)) == 1


def test_whatever_is_wrong_with_a_code_is_one_sentence(texts):
    client = waits(begun())
    (text,) = texts()
    said = [client.post(TYPE, {"code": other_than(code_of(text))})]
    PhoneCode.objects.update(expires_at="2099-01-01T00:00Z", tries=5)
    said.append(client.post(TYPE, {"code": code_of(text)}))
    said.append(waits(begun(), asks=False).post(TYPE, {"code": "123456"}))
    sentences = {re.search(r"This code does not open[^<]*", answer.text)[0] for answer in said}
    assert ([answer.status_code for answer in said], len(sentences)) == ([422] * 3, 1)
    assert "ask for a new code" in sentences.pop()


NO_TRY = [
    ("empty", ""),
    ("letters", "abcdef"),
    ("five", "12345"),
    ("seven", "1234567"),
    ("other figures", "١٢٣٤٥٦"),
    ("a book", "1" * 5000),
]


def test_what_can_be_no_code_is_no_try(texts):
    client = waits(begun())
    for why, typed in NO_TRY:
        answer = client.post(TYPE, {"code": typed})
        assert answer.status_code == 422, why
        assert "Type the 6 numbers from the text" in answer.text, why
    assert PhoneCode.objects.get().tries == 0


def test_blanks_and_dashes_are_no_fault(texts):
    client = waits(begun())
    code = code_of(texts()[0])
    assert client.post(TYPE, {"code": f" {code[:3]} - {code[3:]} "}).status_code == 303


NOT_WAITING = [
    ("nothing was opened here", lambda invitation: Client()),
    ("the date was wrong", lambda invitation: _tried(invitation, WRONG)),
]


def _tried(invitation: Invitation, boxes: dict[str, str]) -> Client:
    client = Client()
    client.post(path(invitation), boxes)
    return client


@pytest.mark.parametrize(("why", "come"), NOT_WAITING, ids=[row[0] for row in NOT_WAITING])
def test_without_link_and_date_of_birth_there_is_no_code(why, come):
    client = come(begun())
    assert (client.post(SEND).status_code, client.get(TYPE).status_code) == (403, 403)
    assert not PhoneCode.objects.exists()


SPOILT = [
    ("the link was taken back", lambda invitation: revoke(invitation=invitation, by=make())),
    ("the link is too old", lambda invitation: Invitation.objects.filter(pk=invitation.pk).update(expires_at="2020-01-01T00:00Z")),
    ("the date was tried too often", lambda invitation: Invitation.objects.filter(pk=invitation.pk).update(tries=5)),
    ("the person was erased", lambda invitation: erase(invitation.case.data_key)),
]


@pytest.mark.parametrize(("why", "spoil"), SPOILT, ids=[row[0] for row in SPOILT])
def test_a_link_that_is_over_takes_its_code_with_it(texts, gateway, why, spoil):
    invitation = begun()
    client, late = waits(invitation), waits(invitation)
    code = code_of(texts()[0])
    waits(invitation)
    spoil(invitation)
    assert client.post(TYPE, {"code": code}).status_code == 403, why
    assert late.post(SEND).status_code == 403
    assert len(texts()) == 2, "what has not left stays"


def test_waiting_ends_after_half_an_hour(monkeypatch):
    client = waits(begun())
    since = client.session["waiting"]["since"]
    monkeypatch.setattr("intake.phone_code.waiting.time.time", lambda: since + 30 * 60)
    assert client.get(TYPE).status_code == 403


def test_looking_sends_nothing():
    client = waits(begun(), asks=False)
    assert [getattr(client, method)(SEND).status_code for method in ("get", "head")] == [405, 405]
    assert (client.get(TYPE).status_code, client.head(TYPE).status_code) == (200, 200)
    assert not PhoneCode.objects.exists()


def test_a_planted_session_does_not_wait_along():
    client, invitation = Client(), begun()
    client.post("/i18n/setlang/", {"language": "en"})
    session = client.session
    session["x"] = 1
    session.save()
    planted = session.session_key
    client.cookies["session"] = planted
    client.post(path(invitation), BOXES)
    watcher = Client()
    watcher.cookies["session"] = planted
    assert (client.get(TYPE).status_code, watcher.get(TYPE).status_code) == (200, 403)


def test_no_code_and_no_number_is_written_down(texts):
    client = waits(begun())
    code = code_of(texts()[0])
    client.post(TYPE, {"code": other_than(code)})
    client.post(TYPE, {"code": code})
    entries = str(list(Entry.objects.values()))
    ledger = str(list(Message.objects.values())) + str(list(PhoneCode.objects.values()))
    assert [words for words in (code, other_than(code), "5550142") if words in entries + ledger] == []
    said = [entry for entry in Entry.objects.values_list("action", flat=True) if entry.startswith("phone_code")]
    assert said == ["phone_code.asked", "phone_code.refused", "phone_code.accepted"]
