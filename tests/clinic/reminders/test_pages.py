"""The ledger for the desk: what needs a look, what waits, what left, what was called off and why."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db.models.functions import Now
from django.test import Client

from audit.models import Entry
from clinic.reminders import views
from desk import ledger
from desk.models import Message
from intake.models import Case
from tests.clinic.staff import signed_in
from tests.clinic.visits import ready, visit

pytestmark = pytest.mark.django_db
HOME = "/clinic/reminders/"
FAR = datetime(2100, 1, 1, tzinfo=UTC)


@pytest.fixture
def desk() -> Client:
    return signed_in("scheduler")


def message(number: int = 0, state: str = "planned", reason: str = "", name: str = "Jordan Reed") -> Message:
    case = ready(name)
    due_at = datetime(2031, 6, 2, tzinfo=UTC) + timedelta(minutes=number // 2)  # two of a kind each minute
    made = ledger.plan(
        key=f"reminder:{case.public_id}", kind="reminder", case=case.public_id, subject=case.public_id, due_at=due_at, stale_at=FAR
    )
    times = {"lease_until": FAR, "handed_over_at": Now(), "sent_at": Now(), "fence": 1}
    Message.objects.filter(pk=made.pk).update(state=state, reason=reason, **times)
    made.refresh_from_db()
    return made


TABS = [
    ("in doubt", "in_doubt", "look", "In doubt"),
    ("refused", "failed", "look", "Not sent"),
    ("not yet due", "planned", "waiting", "Planned"),
    ("on its way", "handed_over", "waiting", "Being sent"),
    ("gone", "sent", "sent", "Sent"),
    ("called off", "cancelled", "off", "Called off"),
    ("too late", "stale", "off", "Too late"),
]


@pytest.mark.parametrize(("why", "state", "tab", "words"), TABS)
def test_each_state_is_on_its_list_and_on_no_other(desk, why, state, tab, words):
    message(state=state)
    shown = {name: "Jordan Reed" in desk.get(f"{HOME}?show={name}").text for name in ("look", "waiting", "sent", "off")}
    assert shown == {name: name == tab for name in shown}, why
    assert words in desk.get(f"{HOME}?show={tab}").text


def test_it_says_why(desk):
    message(state="cancelled", reason="moved")
    assert "the visit was moved" in desk.get(f"{HOME}?show=off").text


@pytest.mark.parametrize(("tab", "state"), [("waiting", "planned"), ("sent", "sent")])
def test_page_by_page_each_stands_once(desk, monkeypatch, tab, state):
    monkeypatch.setattr(views, "PAGE", 8)
    for number in range(21):
        message(number, state, name=f"Person {number:02}")
    seen, address = [], f"?show={tab}"
    while address:
        page = desk.get(HOME + address).text
        seen += re.findall(r"Person \d\d(?=\s|<)", page)
        found = re.search(r'href="([^"]+)" rel="next"', page)
        address = found[1].replace("&amp;", "&") if found else ""
    assert len(seen) == len(set(seen)) == 21
    assert seen[0][-2:] in ({"00", "01"} if tab == "waiting" else {"19", "20"})


@pytest.mark.parametrize("query", ["?show=all", "?after=nothing", "?after=00000000-0000-4000-8000-000000000000"])
def test_a_list_there_is_not(desk, query):
    assert desk.get(HOME + query).status_code == 404


def test_it_asks_as_often_for_thirty_as_for_one(desk, django_assert_num_queries, django_assert_max_num_queries):
    message(0, "in_doubt")
    desk.get(HOME)
    with django_assert_max_num_queries(15) as few:
        desk.get(HOME)
    asked = len(few)
    for number in range(1, 30):
        message(number, "in_doubt")
    desk.get(HOME)  # on a slow machine the session's idle clock is due by now
    with django_assert_num_queries(asked):
        assert desk.get(HOME).text.count("Jordan Reed</") >= 30


def test_settling(desk):
    doubtful = message(state="in_doubt")
    answer = desk.post(f"{HOME}{doubtful.pk}/settle/", {"how": "arrived"})
    assert (answer.status_code, answer.url) == (303, HOME)
    doubtful.refresh_from_db()
    assert doubtful.state == "sent"
    assert Entry.objects.get(action="message.settled").actor_id == str(desk.staff.public_id)
    assert "settled this message already" in desk.post(f"{HOME}{doubtful.pk}/settle/", {"how": "again"}, follow=True).text
    assert Message.objects.count() == 1


def test_a_way_there_is_not(desk):
    assert desk.post(f"{HOME}{message(state='in_doubt').pk}/settle/", {"how": "burn"}).status_code == 404


def test_what_is_too_late_is_not_offered_again(desk):
    doubtful = message(state="in_doubt")
    assert "Send it again" in desk.get(HOME).text
    yesterday = datetime.now(UTC) - timedelta(days=1)
    Message.objects.filter(pk=doubtful.pk).update(due_at=yesterday, stale_at=yesterday)
    assert "Send it again" not in desk.get(HOME).text


WHO = [
    ("a clinician looks", "clinician", 200, 403),
    ("a lead does both", "lead", 200, 303),
    ("an administrator has no patients", "administrator", 403, 403),
]


@pytest.mark.parametrize(("why", "role", "look", "settle"), WHO)
def test_who_may(why, role, look, settle):
    page, doubtful = signed_in(role), message(state="in_doubt")
    assert page.get(HOME).status_code == look, why
    assert page.post(f"{HOME}{doubtful.pk}/settle/", {"how": "told"}).status_code == settle, why


def test_a_visits_message_leads_to_the_visit(desk):
    booked = visit()
    assert f"/clinic/consultations/{booked.pk}/" in desk.get(f"{HOME}?show=waiting").text


def test_a_name_that_was_tampered_with_hides_nobody_else(desk):
    swapped, other = (
        Case.objects.get(public_id=message(state="failed", name=name).case) for name in ("Canary Quillfeather", "Someone Else")
    )
    Case.objects.filter(pk=swapped.pk).update(identity=other.identity)
    page = desk.get(f"{HOME}?show=look").text
    assert "Name can’t be opened" in page
    assert "Someone Else" in page
