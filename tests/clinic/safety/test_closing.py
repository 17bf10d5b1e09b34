"""The forms around a safety event: tries, the second person's reading, an event that staff raise."""

import pytest

from desk.models import Task
from intake.models import Case, SafetyAttempt, SafetyEvent, SafetyReading
from intake.safety.services import close_event
from tests.clinic.factories import NAME, opened, sent, unsafe
from tests.clinic.staff import make, signed_in
from vault.seal import erase

pytestmark = pytest.mark.django_db
TRY = {"attempt-how": "phone", "attempt-outcome": "no_answer", "attempt-note": "Canary: rang for a minute."}
HEARD = {"tier": "3", "reason": "Canary: her brother called, she said goodbye."}


@pytest.fixture
def event():
    return unsafe(opened(state="started"), 2)


def shown(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def address(event, button=""):
    return f"/clinic/safety/{event.pk}/{button}"


def test_a_try_stands_on_the_page(event):
    client = signed_in("clinician")
    assert client.post(address(event, "attempt/"), TRY | {"attempt-tried_at": "11/20/2026 9:30 AM"}).status_code == 303
    page = shown(client, address(event))
    for words in ("Nov 20, 9:30 AM", "By telephone", "No answer", "Canary: rang for a minute.", "Robin Ash"):
        assert words in page


WRONG = [
    ("nothing said", {}, "Choose how you tried."),
    ("no outcome", TRY | {"attempt-outcome": ""}, "Choose what came of it."),
    ("a time to come", TRY | {"attempt-tried_at": "1/1/2099 12:00 AM"}, "This time has not come yet"),
    ("no time at all", TRY | {"attempt-tried_at": "noon"}, "Enter a time like 2:30 PM"),
    ("too long", TRY | {"attempt-note": "x" * 4001}, "Make it shorter"),
]


@pytest.mark.parametrize(("reason", "posted", "says"), WRONG, ids=[row[0] for row in WRONG])
def test_a_try_that_is_not_understood(event, reason, posted, says):
    answer = signed_in("clinician").post(address(event, "attempt/"), posted)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not SafetyAttempt.objects.exists()


@pytest.fixture
def closed(event):
    by = make("clinician", name="Dana Reed")
    close_event(event=event, outcome="emergency", note="Went with them.", plan="", by=by)
    event.closer = by
    return event


def test_who_closed_it_is_not_asked_to_read_it(closed):
    page = shown(signed_in(closed.closer), address(closed))
    assert "It stays on the list until a second person has read it." in page
    assert "Sign that I have read it" not in page
    assert signed_in(closed.closer).post(address(closed, "read/"), {"reading-agreed": "yes"}).status_code == 409


def test_the_list_says_what_it_waits_for(closed):
    assert "closed by Dana Reed: a second person must read it" in shown(signed_in("lead"), "/clinic/")
    assert "I am on it" not in shown(signed_in("lead"), "/clinic/")


def test_a_second_person_reads_and_agrees(closed):
    client = signed_in("lead")
    assert "Sign that I have read it" in shown(client, address(closed))
    client.post(address(closed, "read/"), {"reading-agreed": "yes", "reading-note": "Canary: spoke with Dana."})
    page = shown(client, address(closed))
    assert "Read by a second person, who agrees" in page
    assert "Canary: spoke with Dana." in page
    assert client.post(address(closed, "read/"), {"reading-agreed": "yes"}).status_code == 409


def test_a_second_person_who_does_not_agree_opens_a_new_event(closed):
    client = signed_in("lead")
    client.post(address(closed, "read/"), {"reading-agreed": "no", "reading-note": "Canary: nobody saw them go home."})
    new = SafetyEvent.objects.get(trigger="second_reader")
    page = shown(client, address(new))
    assert "The second reader did not agree" in page
    assert "Canary: nobody saw them go home." in page
    assert "does not agree: a new event was opened" in shown(client, address(closed))


@pytest.mark.parametrize(("posted", "says"), [({}, "Choose yes or no."), ({"reading-agreed": "no"}, "Write what must still be done.")])
def test_a_reading_that_is_not_understood(closed, posted, says):
    answer = signed_in("lead").post(address(closed, "read/"), posted)
    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert not SafetyReading.objects.exists()


def test_what_is_not_closed_is_not_read(event):
    assert signed_in("lead").post(address(event, "read/"), {"reading-agreed": "yes"}).status_code == 404


@pytest.mark.parametrize("role", ["scheduler", "clinician", "lead"])
def test_staff_who_heard_something_open_an_event(role):
    case, client = opened(state="started"), signed_in(role)
    path = f"/clinic/worried/{case.public_id}/"
    assert NAME in shown(client, path)
    assert client.post(path, HEARD).status_code == 303
    event = SafetyEvent.objects.get()
    assert (event.tier, event.trigger, Task.objects.get(kind="safety").tier) == (3, "staff", 3)
    assert HEARD["reason"] in shown(signed_in("clinician"), address(event))
    assert "who is on call is being paged" in client.get("/clinic/").content.decode()


@pytest.mark.parametrize(("posted", "says"), [({}, "Choose how soon."), ({"tier": "2", "reason": " "}, "Write what you heard or read.")])
def test_an_event_is_not_raised_without_words(posted, says):
    answer = signed_in("scheduler").post(f"/clinic/worried/{opened().public_id}/", posted)
    assert (answer.status_code, says in answer.content.decode()) == (422, True)
    assert not SafetyEvent.objects.exists()


def test_the_way_there_is_on_the_lists_and_on_the_record():
    path = "/clinic/worried/"
    assert path in shown(signed_in("clinician"), f"/clinic/review/{sent().public_id}/")
    opened(state="started")
    assert path in shown(signed_in("scheduler"), "/clinic/?show=unsent")


@pytest.mark.parametrize(
    ("button", "posted"), [("attempt/", TRY), ("close/", {"outcome": "emergency", "note": "x"}), ("read/", {"reading-agreed": "yes"})]
)
def test_nothing_more_is_written_about_somebody_erased(event, button, posted):
    erase(Case.objects.select_related("data_key").get(pk=event.case_id).data_key)
    assert signed_in("lead").post(address(event, button), posted).status_code == 410
