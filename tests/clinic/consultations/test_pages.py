"""The desk's pages: who sees what, what a choice does, what coming too late looks like."""

import datetime
import re

import pytest
from django.test import Client

from audit.models import Entry
from clinic.models import Consultation
from desk.models import Message
from intake.models import Case
from tests.clinic.staff import signed_in
from tests.clinic.visits import MONDAY, NEW_YORK, began, clinician, ready, visit, wall

pytestmark = pytest.mark.django_db
HOME = "/clinic/consultations/"
TEN = "2031-06-02T14:00Z"


def address(case: Case, staff, minutes: int = 60, week: datetime.date = MONDAY) -> str:
    return f"{HOME}book/{case.public_id}/?clinician={staff.public_id}&minutes={minutes}&week={week}"


def times(text: str) -> list[str]:
    return re.findall(r'name="start" value="([^"]+)"', text)


@pytest.fixture
def desk() -> Client:
    return signed_in("scheduler")


def test_booking_from_the_list_to_the_visit(desk):
    case, staff = ready(), clinician()
    assert f"{HOME}book/{case.public_id}/" in desk.get(HOME).text
    assert TEN in times(desk.get(address(case, staff)).text)
    answer = desk.post(address(case, staff), {"start": TEN})
    booked = Consultation.objects.get()
    assert (answer.status_code, answer.url) == (303, f"{HOME}{booked.pk}/")
    assert (booked.span.lower, booked.clinician, booked.booked_by) == (wall(MONDAY, "10:00"), staff, desk.staff)
    assert "Jordan Reed" in desk.get(answer.url).text


def test_it_begins_with_the_reviewer_and_the_first_week_with_room(desk):
    clinician()
    reviewer = clinician("00:00-23:30", days=range(7))
    page = desk.get(f"{HOME}book/{ready(reviewer=reviewer).public_id}/").text
    assert f'value="{reviewer.public_id}" selected' in page
    assert times(page)


def test_who_comes_too_late_gets_the_nearest_times_first_and_loses_nothing(desk):
    staff, case = clinician(), ready()
    visit(ready(), staff)
    answer = desk.post(address(case, staff), {"start": TEN})
    assert answer.status_code == 409
    assert "That time has just been taken" in answer.text
    assert answer.text.index("Nearest free times") < answer.text.index("Monday, June 2")
    assert times(answer.text)[:2] == ["2031-06-02T13:00Z", "2031-06-02T15:00Z"]
    assert len(times(answer.text)) == len(set(times(answer.text)))
    assert Consultation.objects.count() == 1


NOT_A_TIME = [("nothing chosen", ""), ("no time at all", "soon"), ("a time without its zone", "2031-06-02T14:00")]


@pytest.mark.parametrize(("why", "start"), NOT_A_TIME)
def test_what_is_no_time_is_asked_for_again(desk, why, start):
    answer = desk.post(address(ready(), clinician()), {"start": start})
    assert (answer.status_code, "Choose one of the times below" in answer.text) == (422, True), why


REFUSED = [
    ("outside the hours", "2031-06-02T11:00Z", 422, "does not work then"),
    ("in the past", "2020-06-01T14:00Z", 422, "has passed"),
]


@pytest.mark.parametrize(("why", "start", "status", "says"), REFUSED)
def test_a_time_that_was_never_offered(desk, why, start, status, says):
    answer = desk.post(address(ready(), clinician()), {"start": start})
    assert (answer.status_code, says in answer.text) == (status, True), why


def test_who_is_not_ready_is_not_booked_and_why_is_not_said(desk):
    case, staff = ready(open_tier=3), clinician()
    page = desk.get(address(case, staff))
    assert "cannot be booked now" in page.text
    assert times(page.text) == []
    assert desk.post(address(case, staff), {"start": TEN}).status_code == 409
    assert not Consultation.objects.exists()


@pytest.mark.parametrize("query", ["?clinician=nobody&minutes=60", "?clinician=&minutes=5", "?clinician=x&minutes=60&week=9999-99-99"])
def test_an_address_that_asks_for_what_there_is_not(desk, query):
    clinician()
    assert desk.get(f"{HOME}book/{ready().public_id}/{query}").status_code == 422


@pytest.mark.parametrize("week", ["0001-01-01", "9999-12-31"])
def test_a_week_that_nobody_lives_is_refused_though_all_else_is_right(desk, week):
    booked = visit()
    right = f"?clinician={booked.clinician.public_id}&minutes=60&week="
    for page in (f"{HOME}book/{ready().public_id}/", f"{HOME}{booked.pk}/move/"):
        assert desk.get(f"{page}{right}{MONDAY}").status_code == 200
        answer = desk.get(f"{page}{right}{week}")
        assert (answer.status_code, "That week does not exist." in answer.text) == (422, True)


@pytest.mark.parametrize("query", ["?clinician=nobody", "?week=yesterday", "?week=0001-01-01", "?week=9999-12-31"])
def test_a_calendar_there_is_not(desk, query):
    clinician()
    assert desk.get(HOME + query).status_code == 404


def test_moving(desk):
    booked = visit()
    page = desk.get(f"{HOME}{booked.pk}/move/?clinician={booked.clinician.public_id}&minutes=60&week={MONDAY}")
    assert 'name="version" value="1"' in page.text
    answer = desk.post(f"{HOME}{booked.pk}/move/", {"start": "2031-06-03T14:00Z", "version": "1"})
    assert answer.status_code == 303
    booked.refresh_from_db()
    assert (booked.span.lower, booked.version) == (wall(MONDAY + datetime.timedelta(days=1), "10:00"), 2)


STALE = [("an older page", "1"), ("no version", ""), ("nonsense", "one"), ("far too long", "9" * 40)]


@pytest.mark.parametrize(("why", "version"), STALE)
@pytest.mark.parametrize(
    ("act", "posted"), [("move", {"start": "2031-06-03T14:00Z"}), ("cancel", {"reason": "other"}), ("mark", {"came": "yes"})]
)
def test_a_page_older_than_the_visit_changes_nothing(desk, why, version, act, posted):
    booked = visit()
    Consultation.objects.update(version=2)
    answer = desk.post(f"{HOME}{booked.pk}/{act}/", posted | {"version": version})
    assert (answer.status_code, "has been changed meanwhile" in answer.text) == (409, True), why
    assert Consultation.objects.get().version == 2


def test_cancelling_asks_why(desk):
    booked = visit()
    answer = desk.post(f"{HOME}{booked.pk}/cancel/", {"version": "1"})
    assert (answer.status_code, "Choose why the visit is cancelled" in answer.text) == (422, True)
    assert desk.post(f"{HOME}{booked.pk}/cancel/", {"version": "1", "reason": "patient_asked"}).status_code == 303
    assert Consultation.objects.get().state == "cancelled"


@pytest.mark.parametrize(
    ("came", "status", "state"), [("yes", 303, "attended"), ("no", 303, "missed"), ("", 422, "booked"), ("maybe", 422, "booked")]
)
def test_saying_whether_they_came(desk, came, status, state):
    booked = began(visit())
    assert desk.get(HOME).text.count(f"{HOME}{booked.pk}/") >= 1, "who was not marked is on the list"
    assert desk.post(f"{HOME}{booked.pk}/mark/", {"came": came, "version": "1"}).status_code == status
    assert Consultation.objects.get().state == state


def test_a_clinician_sees_all_and_changes_their_own():
    own, others = clinician(), visit()
    page = signed_in(own)
    seen = page.get(f"{HOME}?clinician={others.clinician.public_id}&week={MONDAY}").text
    assert f"{HOME}{others.pk}/" in seen
    assert "Move this visit" not in page.get(f"{HOME}{others.pk}/").text
    acts = {"move": {"start": TEN}, "cancel": {"reason": "other"}, "mark": {"came": "yes"}}
    assert {page.post(f"{HOME}{others.pk}/{act}/", posted | {"version": "1"}).status_code for act, posted in acts.items()} == {404}
    mine = visit(ready(), own, wall(MONDAY, "14:00"))
    assert page.post(f"{HOME}{mine.pk}/cancel/", {"version": "1", "reason": "other"}).status_code == 303


def test_a_clinician_books_into_their_own_calendar_only():
    own, other, case = clinician(), clinician(), ready()
    page = signed_in(own)
    assert page.post(address(case, other), {"start": TEN}).status_code == 422
    assert not Consultation.objects.exists()
    assert page.post(address(case, own), {"start": TEN}).status_code == 303


def test_titles_name_nobody(desk):
    booked = visit(ready("Zyxwvut Canary"))
    for path in (HOME, f"{HOME}{booked.pk}/", f"{HOME}{booked.pk}/move/", f"{HOME}book/{ready('Zyxwvut Canary').public_id}/"):
        page = desk.get(path).text
        assert "Zyxwvut" in page or path == HOME
        assert "Zyxwvut" not in re.search("<title>(.*?)</title>", page, re.S)[1]


def test_every_look_at_a_person_is_on_record(desk):
    booked = visit()
    Entry.objects.all()
    before = Entry.objects.count()
    desk.get(f"{HOME}{booked.pk}/")
    desk.get(HOME)
    assert list(Entry.objects.order_by("pk").values_list("action", flat=True))[before:] == ["contact.read", "calendar.read"]


def test_the_calendar_asks_as_often_for_thirty_as_for_one(desk, django_assert_num_queries, django_assert_max_num_queries):
    staff = clinician(days=range(7))
    week = f"{HOME}?clinician={staff.public_id}&week={MONDAY}"

    def fill(first: int, last: int) -> None:
        for number in range(first, last):
            start = wall(MONDAY + datetime.timedelta(days=number % 6), f"{9 + number // 6:02}:00")
            span = (start, start + datetime.timedelta(hours=1))
            Consultation.objects.create(case=ready(state="scheduled"), clinician=staff, span=span, booked_by=staff)
            ready()

    fill(0, 1)
    desk.get(week)
    with django_assert_max_num_queries(20) as few:
        desk.get(week)
    asked = len(few)
    fill(1, 30)
    desk.get(week)  # on a slow machine the session's idle clock is due by now
    with django_assert_num_queries(asked):
        assert desk.get(week).text.count("9:00 – 10:00 AM") >= 6


def test_what_the_patient_was_told_stands_on_the_visit(desk):
    booked = visit()
    Message.objects.filter(kind="booked").update(state="in_doubt", reason="worker_lost")
    page = desk.get(f"{HOME}{booked.pk}/").text
    assert "In doubt" in page
    assert "the program stopped while sending" in page
    assert "Planned" in page


def test_who_has_no_mail_address_is_told_by_the_desk(desk):
    case, staff = ready(email=""), clinician()
    assert "tell the patient the time yourself" in desk.get(address(case, staff)).text
    assert "tell the patient the time yourself" in desk.post(address(case, staff), {"start": TEN}, follow=True).text


def test_without_clinicians_the_calendar_says_what_to_do(desk):
    assert "Add a clinician under Staff" in desk.get(HOME).text


def test_a_week_that_is_over_gives_way_to_the_next(desk):
    clinician("00:00-00:30", days=range(1))
    now = datetime.datetime.now(NEW_YORK)
    over = now.weekday() > 0 or now.time() > datetime.time(0, 30)
    monday = now.date() + datetime.timedelta(days=7 * over - now.weekday())
    assert f"{monday:%a, %b} {monday.day}" in desk.get(HOME).text


def test_a_name_that_was_tampered_with_hides_nobody_else(desk):
    """On the list of those to call, in the week, and among the visits nobody has marked."""
    staff, good = clinician(), ready("Someone Else")
    swapped = [ready("Canary Quillfeather") for _ in range(3)]
    visit(swapped[1], staff, wall(MONDAY, "10:00"))
    began(visit(swapped[2], staff, wall(MONDAY, "12:00")))
    Case.objects.filter(pk__in=[case.pk for case in swapped]).update(identity=good.identity)
    page = desk.get(f"{HOME}?clinician={staff.public_id}&week={MONDAY}").text
    assert page.count("Name can’t be opened") == 4  # a week is drawn twice: as a table and as a list
    assert "Someone Else" in page
