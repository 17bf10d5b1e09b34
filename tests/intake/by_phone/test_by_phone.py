"""Asked by phone instead: one call on the staff's list, nothing private in it, and the form goes on."""

from urllib.parse import unquote

import pytest

from audit.models import Entry
from clinic.queue.panel import todos
from desk import work
from desk.models import Task
from intake.by_phone.services import BY_PHONE, ask_by_phone, wanted
from intake.submissions.services import submit
from tests.clinic.staff import make, signed_in
from tests.intake.drafts.sending import send
from tests.intake.filling import ABOUT
from tests.intake.sent import filled

pytestmark = pytest.mark.django_db
URL = "/intake/by-phone/"


def tasks():
    return Task.objects.filter(kind=BY_PHONE)


def test_the_page_says_what_happens_and_asks_for_nothing_by_itself(client, draft):
    page = client.get(f"{URL}?next=/intake/about-you/").content.decode()
    assert "Shall we ask you by phone?" in page
    assert page.count('href="/intake/about-you/"') == 2
    assert not tasks().exists()


def test_asking_puts_one_call_on_the_list_and_says_so(client, draft):
    for _time in range(2):
        page = client.post(f"{URL}?next=/intake/about-you/?one=2", follow=True)
    assert page.redirect_chain[-1] == (f"{URL}?next=/intake/about-you/?one=2", 303)
    assert "We will call you" in page.content.decode()
    assert 'href="/intake/about-you/?one=2"' in page.content.decode()
    task = tasks().get()
    assert (task.case, task.tier, task.state) == (draft.case.public_id, 0, "open")
    assert Entry.objects.filter(action="case.asked_by_phone", case=str(draft.case.public_id)).count() == 1


def test_the_form_goes_on_meanwhile(client, draft, said):
    client.post(URL)
    assert send(client, "/intake/about-you/", ABOUT)["Location"] == "/intake/this-episode/"
    assert said()["about.place"]["value"] == "Springfield"


def test_after_staff_closed_it_it_may_be_asked_again(client, draft):
    client.post(URL)
    work.close_task(key=tasks().get().key, by=make("scheduler", second_factor=False))
    assert "Shall we ask you by phone?" in client.get(URL).content.decode()
    client.post(URL)
    assert [task.state for task in tasks().order_by("created_at")] == ["closed", "open"]


def test_schedulers_read_whom_to_call_and_no_private_word(client, draft):
    send(client, "/intake/about-you/", ABOUT)
    client.post(URL)
    scheduler = signed_in("scheduler")
    [todo] = todos(scheduler.staff.actor).lines
    assert str(todo.words) == "The patient asks to go through the form by phone: call them"
    page = scheduler.get("/clinic/").content.decode()
    assert "go through the form by phone" in page
    assert "Springfield" not in page
    assert list(todos(make("administrator", second_factor=False).actor).lines) == []


def test_the_button_on_a_page_keeps_what_was_typed_and_comes_back_to_the_question(client, draft, said):
    client.post("/intake/calm/", {"calm": "1"})
    response = send(client, "/intake/about-you/?one=3", {"only": "about_phone", "about_phone": "call me"}, by_phone="1")
    assert unquote(response["Location"]) == f"{URL}?next=/intake/about-you/?one=3"
    assert said()["about.phone"]["raw"] == "call me"


def test_a_form_that_was_sent_needs_no_call():
    full = filled()
    ask_by_phone(case=full.case, by=full.case.patient)
    assert wanted(full.case)
    submit(draft=full, by=full.case.patient)
    assert not wanted(full.case)


@pytest.mark.parametrize("elsewhere", ["https://evil.test/", "//evil.test", "/clinic/", "/intake/../clinic/", "javascript:alert(1)"])
def test_the_way_back_leads_nowhere_but_into_the_form(client, draft, elsewhere):
    assert f'href="{elsewhere}"' not in client.get(URL, {"next": elsewhere}).content.decode()
