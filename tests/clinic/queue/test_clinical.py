"""The clinician's first page: what it shows, what it asks of the database, what it leaves on record."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.models import Entry
from desk import work
from desk.models import Staff
from intake.models import Case
from tests.clinic.factories import DAY, opened, row, unsafe
from tests.clinic.staff import make, signed_in
from vault.seal import erase

pytestmark = pytest.mark.django_db
PAGE = "/clinic/"
UNKNOWN = "00000000-0000-4000-8000-000000000000"
FILTERS = [
    ("what waits, unless asked otherwise", "", {"new", "mine", "undetermined"}),
    ("one state", "?state=in_review", {"mine"}),
    ("what is signed does not wait, but can be found", "?state=signed", {"signed"}),
    ("one conclusion", "?conclusion=undetermined", {"undetermined"}),
    ("what I took", "?mine=on", {"mine"}),
    ("all of it at once", "?state=in_review&conclusion=met&mine=on", {"mine"}),
    ("that nobody fits", "?state=submitted&mine=on", set()),
]


@pytest.fixture
def still() -> Iterator[None]:
    """A clock that stands still: a session writes down every few seconds that somebody was here."""
    with time_machine.travel(datetime.datetime.now(datetime.UTC), tick=False):
        yield


def queries(client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def busy_row(staff: Staff, number: int) -> None:
    """A case with all that a line and the panels above it can show."""
    case = row(days=number, reviewer=staff)
    unsafe(case)
    case.lab_requests.create(lab="tsh", due_at=case.submitted_at - DAY, requested_by=staff)
    task = work.open_task(key=f"ask_patient:{number}", kind="ask_patient", case=case.public_id)
    work.acknowledge(task=task, by=staff)


def test_as_many_questions_for_thirty_rows_as_for_one(still: None) -> None:
    client = signed_in("clinician")
    busy_row(client.staff, 0)
    client.get(PAGE)
    one = queries(client, PAGE)
    for number in range(1, 40):
        busy_row(client.staff, number)
    assert queries(client, PAGE) == one
    assert len(client.get(PAGE).context["rows"]) == 30


def test_a_later_page_asks_only_where_it_begins(still: None) -> None:
    client = signed_in("clinician")
    for number in range(70):
        row(days=number)
    client.get(PAGE)
    first = queries(client, PAGE)
    second = client.get(PAGE).context["next"]
    third = client.get(PAGE + second).context["next"]
    assert queries(client, PAGE + second) == queries(client, PAGE + third) == first + 1


def test_pages_lead_on_and_back_to_the_top_with_the_filter_kept() -> None:
    client = signed_in("clinician")
    for number in range(31):
        row(days=number)
    answer = client.get(PAGE + "?conclusion=met")
    assert "conclusion=met&after=" in answer.context["next"]
    last = client.get(PAGE + answer.context["next"])
    assert (len(last.context["rows"]), last.context["next"], last.context["start"]) == (1, "", "?conclusion=met")


@pytest.mark.parametrize("after", ["nonsense", "", "1 OR 1=1", UNKNOWN])
def test_a_place_that_is_none_is_not_found(after: str) -> None:
    row()
    assert signed_in("clinician").get(PAGE, {"after": after}).status_code == 404


def test_a_person_who_sent_nothing_is_no_place_in_the_queue() -> None:
    assert signed_in("clinician").get(PAGE, {"after": str(opened().public_id)}).status_code == 404


@pytest.mark.parametrize(("why", "query", "expected"), FILTERS, ids=[each[0] for each in FILTERS])
def test_the_list_can_be_narrowed(why: str, query: str, expected: set[str]) -> None:
    client = signed_in("clinician")
    row(name="new")
    row(name="mine", state="in_review", reviewer=client.staff)
    row(name="undetermined", state="waiting_for_patient", conclusion="undetermined", reviewer=make("lead"))
    row(name="signed", state="signed")
    opened(name="unsent")
    assert {line.person.name for line in client.get(PAGE + query).context["rows"]} == expected


@pytest.mark.parametrize("query", ["?state=erased", "?conclusion=has_trd", "?state=invited"])
def test_a_filter_that_does_not_exist_is_said_so(query: str) -> None:
    row()
    answer = signed_in("clinician").get(PAGE + query)
    assert answer.status_code == 422
    assert b"error-summary" in answer.content


def test_reading_the_list_leaves_one_row_with_its_count_and_nothing_of_anybody() -> None:
    row(name="Canary Quillfeather")
    client = signed_in("clinician")
    before = Entry.objects.count()
    client.get(PAGE)
    (entry,) = Entry.objects.filter(action="queue.read")
    assert Entry.objects.count() == before + 1
    assert entry.detail == {"rows": 1, "alarms": 0}


def test_no_name_and_no_flag_stands_in_an_address_or_the_title() -> None:
    for number in range(31):
        row(days=number, psychotic_features=True, name="Canary Quillfeather")
    answer = signed_in("clinician").get(PAGE)
    title = answer.content.decode().split("<title>")[1].split("</title>")[0]
    assert "Canary" not in title
    assert "psychotic" not in answer.context["next"]


def test_an_erased_person_keeps_a_place_without_a_name() -> None:
    case = row(name="Canary Quillfeather")
    erase(case.data_key)
    answer = signed_in("clinician").get(PAGE)
    assert b"Erased" in answer.content
    assert b"Canary" not in answer.content


def test_the_conclusion_is_a_chip_in_the_contracts_words() -> None:
    row(conclusion="met")
    row(conclusion="excluded")
    row(conclusion="")
    page = signed_in("lead").get(PAGE).content.decode()
    for words in ("Possible TRD", "Check the diagnosis first", "Not evaluated yet"):
        assert f'<span class="chip conclusion">{words}</span>' in page


LOOK_FIRST = {
    "psychotic_features": "Psychotic features",
    "recent_birth": "Recent birth",
    "item9_unknown": "Item 9 not answered",  # not answered is not a no: somebody asks in person
}


def test_what_is_to_be_looked_at_first_stands_on_the_line_in_words() -> None:
    for flag in LOOK_FIRST:
        row(**{flag: True})
    row()
    answer = signed_in("clinician").get(PAGE)
    assert [line.flagged for line in answer.context["rows"]].count(True) == len(LOOK_FIRST)
    page = answer.content.decode()
    assert [words for words in LOOK_FIRST.values() if page.count(f'<span class="chip">{words}</span>') != 1] == []


def test_how_long_somebody_waits_and_what_is_overdue() -> None:
    case = row(days=5)
    client = signed_in("clinician")
    case.lab_requests.create(lab="tsh", due_at=case.submitted_at, requested_by=client.staff)
    case.lab_requests.create(lab="cbc", due_at=case.submitted_at + 99 * DAY, requested_by=client.staff)
    (line,) = client.get(PAGE).context["rows"]
    assert (line.days, line.labs_overdue, line.flagged) == (5, 1, True)


def test_an_administrator_is_sent_to_the_staff() -> None:
    answer = signed_in("administrator").get(PAGE)
    assert (answer.status_code, answer["Location"]) == (302, "/clinic/people/")
    assert not Entry.objects.filter(action="queue.read").exists()


def test_the_list_is_read_and_not_written_by_a_post() -> None:
    assert signed_in("clinician").post(PAGE).status_code == 405
    assert not Case.objects.exists()


@pytest.mark.parametrize("role", ["clinician", "scheduler"])
def test_one_name_that_was_tampered_with_hides_nobody_else(role: str) -> None:
    swapped, other = row(name="Canary Quillfeather"), row(name="Someone Else")
    unsafe(swapped)
    Case.objects.filter(pk=swapped.pk).update(identity=other.identity)
    page = signed_in(role).get(PAGE + ("?show=review" if role == "scheduler" else "")).content.decode()
    assert "Name can’t be opened" in page
    assert page.count("Someone Else") == 1
