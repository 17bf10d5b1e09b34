"""Who may look at what was done, how they find it, and that looking is written down."""

import datetime
import uuid

import pytest

from audit import chain
from audit.actor import Actor
from audit.door import record
from audit.models import Entry
from clinic.audit import reading
from intake.models import Case
from tests.clinic.staff import signed_in
from vault.seal import new_key

pytestmark = pytest.mark.django_db
PAGE = "/clinic/audit/"
PATIENT = Actor("patient", "a case", "patient")


def seen(client, query: str = "") -> list[str]:
    return [line.entry.action for line in client.get(f"{PAGE}{query}").context["lines"]]


def case_of(reviewer) -> Case:
    case = Case(data_key=new_key(), reviewer=reviewer, time_zone="UTC")
    case.seal_person({"name": "N"})
    case.save()
    return case


@pytest.mark.parametrize("role", ["lead", "administrator"])
def test_leads_and_administrators_see_everything(role: str) -> None:
    client = signed_in(role)
    record(PATIENT, "draft.saved", case=uuid.uuid4())
    assert seen(client) == ["draft.saved", "staff.signed_in"]


def test_clinicians_see_what_was_done_to_the_cases_they_review() -> None:
    client, other = signed_in("clinician"), signed_in("clinician")
    own, foreign = case_of(client.staff), case_of(other.staff)
    for case, action in ((own, "draft.saved"), (foreign, "record.read")):
        record(PATIENT, action, case=case.public_id)
    assert seen(client) == ["draft.saved"]
    assert seen(client, f"?case={foreign.public_id}") == []


def test_looking_is_written_down() -> None:
    client, case = signed_in("lead"), uuid.uuid4()
    record(PATIENT, "draft.saved", case=case)
    client.get(f"{PAGE}?case={case}")
    entry = Entry.objects.get(action="audit.read")
    assert (entry.actor_id, entry.case, entry.detail) == (str(client.staff.public_id), str(case), {"count": 1})


def test_entries_are_found_by_case_actor_and_day() -> None:
    client, case = signed_in("lead"), uuid.uuid4()
    found = record(PATIENT, "draft.saved", case=case)
    record(Actor("staff", str(client.staff.public_id), "lead"), "record.read", case=case)
    today = found.at.astimezone(reading.get_current_timezone()).date()
    assert seen(client, f"?case={case}") == ["record.read", "draft.saved"]
    assert seen(client, f"?case={case}&actor={client.staff.public_id}") == ["audit.read", "record.read"]
    assert "draft.saved" in seen(client, f"?day={today:%m/%d/%Y}")
    assert seen(client, f"?day={today + datetime.timedelta(days=1):%Y-%m-%d}") == []


BAD = [
    ("not a number of a record", "case=12"),
    ("not a day", "day=31/31/2026"),
    ("nobody who works here", "actor=x"),
    ("a place that is none", "before=x"),
]


@pytest.mark.parametrize(("why", "query"), BAD, ids=[row[0] for row in BAD])
def test_a_search_that_makes_no_sense_is_refused(why: str, query: str) -> None:
    client = signed_in("lead")
    assert client.get(f"{PAGE}?{query}").status_code == 422
    assert not Entry.objects.filter(action="audit.read").exists()


def test_pages_follow_each_other_without_a_gap(django_assert_num_queries) -> None:
    client, case = signed_in("lead"), uuid.uuid4()
    made = [record(PATIENT, "draft.saved", case=case, n=n).pk for n in range(reading.PAGE + 7)]
    answer = client.get(f"{PAGE}?case={case}")
    first = [line.entry.pk for line in answer.context["lines"]]
    second = client.get(f"{PAGE}?{answer.context['older']}").context
    assert first + [line.entry.pk for line in second["lines"] if line.entry.action == "draft.saved"] == made[::-1]
    assert second["older"] == ""


def test_a_page_asks_the_same_number_of_questions_however_long(django_assert_num_queries) -> None:
    client, short, long = signed_in("lead"), uuid.uuid4(), uuid.uuid4()
    for case, times in ((short, 1), (long, 40)):
        for _ in range(times):
            record(client.staff.actor, "record.read", case=case)
    for case in (short, long):
        with django_assert_num_queries(11):
            client.get(f"{PAGE}?case={case}")


def test_the_page_says_how_far_entries_are_sealed() -> None:
    client = signed_in("lead")
    assert "Nothing is sealed yet" in client.get(PAGE).content.decode()
    chain.seal()
    assert "Last sealed:" in client.get(PAGE).content.decode()
