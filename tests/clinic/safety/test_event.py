"""One safety event as staff see it: passed through, a clock, a closing with words."""

import datetime

import pytest
from django.db.models.functions import Now

from audit.models import Entry
from desk.models import Task
from intake.models import Case, SafetyClosing, SafetyEvent
from intake.safety.services import close_event, not_safe
from tests.clinic.factories import again, drafted, opened, row, unsafe
from tests.clinic.form import form
from tests.clinic.staff import make, signed_in
from vault.seal import erase

pytestmark = pytest.mark.django_db
NOTE = "Canary: spoke at noon, safety plan made."
CLOSING = {"outcome": "spoken_with", "note": NOTE, "plan": "Canary plan: sister stays, call tomorrow at nine."}
ANSWERS = [(1, "Several days", "tier-1"), (2, "More than half the days", "tier-2"), (3, "Nearly every day", "tier-2")]
LACKING = [
    ("no outcome", {"note": NOTE}),
    ("an outcome that is none", {"outcome": "fine", "note": NOTE}),
    ("no note", {"outcome": "spoken_with"}),
    ("a note of spaces", {"outcome": "spoken_with", "note": "   "}),
    ("spoken with, no plan", {"outcome": "spoken_with", "note": NOTE}),
    ("nothing at all", {}),
]


@pytest.fixture
def event() -> SafetyEvent:
    return unsafe(drafted(form()).case, 2)


def page(event: SafetyEvent, client=None) -> str:
    answer = (client or signed_in("clinician")).get(f"/clinic/safety/{event.pk}/")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(("value", "words", "tier"), ANSWERS)
def test_the_answer_is_passed_through_in_the_words_the_person_saw(value: int, words: str, tier: str) -> None:
    shown = page(unsafe(opened(state="started"), value))
    assert f"Answered <strong>“{words}”</strong>" in shown
    assert "Thoughts that you would be better off dead" in shown
    assert tier in shown


def test_it_says_how_to_reach_the_person_today_even_before_the_form_is_sent(event: SafetyEvent) -> None:
    shown = page(event)
    for words in ("(555) 555-0123", "(555) 555-0177", "Lake Placid, New York"):
        assert words in shown


def test_a_person_who_said_it_in_so_many_words() -> None:
    case = opened(state="started")
    shown = page(not_safe(case=case, by=case.patient))
    assert "Said: I am not safe right now" in shown
    assert "Tier 3" in shown


def test_the_clock_says_when_it_was_due_and_who_took_it(event: SafetyEvent) -> None:
    client = signed_in("clinician")
    assert "nobody yet; due by" in page(event, client)
    Task.objects.update(due_at=Now() - datetime.timedelta(minutes=1))
    assert "nobody yet; it was due by" in page(event, client)
    assert client.post(f"/clinic/safety/{event.pk}/acknowledge/").status_code == 303
    shown = page(event, client)
    assert "Robin Ash, " in shown
    assert "I am on it" not in shown


def test_closing_writes_what_came_of_it_and_takes_it_off_every_list(event: SafetyEvent) -> None:
    client = signed_in("clinician")
    assert client.post(f"/clinic/safety/{event.pk}/close/", CLOSING).status_code == 303
    shown = page(event, client)
    assert NOTE in shown
    assert "nobody yet" not in shown
    assert "Close this event" not in shown
    assert CLOSING["plan"] in shown
    assert Task.objects.get(kind="safety").state == "closed"
    assert (again(event.case).open_tier, len(client.get("/clinic/").context["alarms"].lines)) == (2, 1)
    assert signed_in("lead").post(f"/clinic/safety/{event.pk}/read/", {"reading-agreed": "yes"}).status_code == 303
    assert again(event.case).open_tier == 0
    assert client.get("/clinic/").context["alarms"].lines == []


@pytest.mark.parametrize(("why", "said"), LACKING, ids=[each[0] for each in LACKING])
def test_no_event_is_closed_without_an_outcome_and_a_note(event: SafetyEvent, why: str, said: dict) -> None:
    answer = signed_in("clinician").post(f"/clinic/safety/{event.pk}/close/", said)
    assert answer.status_code == 422
    assert not SafetyClosing.objects.exists()
    assert said.get("note", "").strip() in answer.content.decode()


def test_who_comes_second_sees_who_closed_it_and_loses_no_word(event: SafetyEvent) -> None:
    close_event(event=event, outcome="emergency", note="The first note.", by=make("lead", name="Lee Holt"))
    answer = signed_in("clinician").post(f"/clinic/safety/{event.pk}/close/", CLOSING)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert SafetyClosing.objects.count() == 1
    for words in ("The first note.", "Lee Holt", NOTE):
        assert words in shown


@pytest.mark.parametrize("role", ["scheduler", "administrator"])
@pytest.mark.parametrize("button", ["", "acknowledge/", "attempt/", "close/", "read/"])
def test_nobody_else_sees_or_closes_it(event: SafetyEvent, role: str, button: str) -> None:
    client = signed_in(role)
    method = client.post if button else client.get
    assert method(f"/clinic/safety/{event.pk}/{button}", CLOSING if button else None).status_code == 403
    assert not SafetyClosing.objects.exists()


def test_every_look_is_on_record_without_a_word_of_it(event: SafetyEvent) -> None:
    page(event)
    entry = Entry.objects.get(action="record.read")
    assert (entry.case, entry.about, entry.detail) == (str(event.case.public_id), str(event.pk), {"page": "safety"})


def test_an_event_of_an_erased_person_still_opens(event: SafetyEvent) -> None:
    erase(Case.objects.select_related("data_key").get(pk=event.case_id).data_key)
    shown = page(event)
    assert "This person’s record was erased" in shown
    assert "Answered" not in shown.split("<main")[1].replace("as it was answered", "")


def test_an_event_that_is_not_there_is_not_found() -> None:
    row()
    assert signed_in("clinician").get("/clinic/safety/00000000-0000-4000-8000-000000000000/").status_code == 404
