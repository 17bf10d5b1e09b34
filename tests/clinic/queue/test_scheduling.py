"""The scheduler's list: who is ready, that a safety event is open, and never why."""

import re

import pytest

from clinic import wording
from tests.clinic.factories import opened, row, unsafe
from tests.clinic.staff import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/clinic/"
UUID = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
TABS = [
    ("signed with a plan to see the person", "ready", {"ready", "unsafe"}),
    ("submitted or in review", "review", {"new", "taken"}),
    ("a clinician has questions", "patient", {"asked"}),
    ("invited or begun", "unsent", {"invited", "started"}),
]
OPEN = "Safety event open"
CLINICAL = [
    "tier",
    "safety",
    "item 9",
    "988",
    "conclusion",
    "psychotic",
    "birth",
    "review/",
    "PHQ",
    *map(str, [*wording.CHIPS.values(), *wording.TRIGGERS.values()]),
]


@pytest.fixture
def clinic_of_nine() -> None:
    row(name="ready", state="signed", plans_visit=True)
    unsafe(row(name="unsafe", state="signed", plans_visit=True, psychotic_features=True, recent_birth=True, item9_unknown=True))
    row(name="unplanned", state="signed")
    row(name="new")
    row(name="taken", state="in_review", conclusion="excluded")
    row(name="asked", state="waiting_for_patient")
    row(name="booked", state="scheduled", plans_visit=True)
    opened(name="invited")
    opened(name="started", state="started")


@pytest.mark.parametrize(("why", "tab", "expected"), TABS, ids=[each[0] for each in TABS])
def test_each_tab_holds_its_people(why: str, tab: str, expected: set[str], clinic_of_nine: None) -> None:
    answer = signed_in("scheduler").get(PAGE, {"show": tab})
    assert {line.person.name for line in answer.context["lines"]} == expected


def test_whoever_is_not_safe_cannot_be_booked_yet(clinic_of_nine: None) -> None:
    answer = signed_in("scheduler").get(PAGE)
    assert {line.person.name: line.bookable for line in answer.context["lines"]} == {"ready": True, "unsafe": False}
    assert b"Cannot be booked yet" in answer.content


@pytest.mark.parametrize(
    ("tab", "state"), [("ready", "signed"), ("review", "in_review"), ("patient", "waiting_for_patient"), ("unsent", "started")]
)
def test_every_tab_says_that_a_safety_event_is_open(tab: str, state: str) -> None:
    for name in ("unsafe", "calm"):
        case = opened(name=name, state=state) if tab == "unsent" else row(name=name, state=state, plans_visit=tab == "ready")
        if name == "unsafe":
            unsafe(case)
    page = signed_in("scheduler").get(PAGE, {"show": tab}).content.decode()
    said = {name: OPEN in each for each in page.split("<tr>") for name in ("unsafe", "calm") if f">{name}<" in each}
    assert said == {"unsafe": True, "calm": False}


@pytest.mark.parametrize("tab", [each[1] for each in TABS])
def test_no_tab_says_a_clinical_word(tab: str, clinic_of_nine: None) -> None:
    page = signed_in("scheduler").get(PAGE, {"show": tab}).content.decode().split("<main")[1].split("</main>")[0]
    page = re.sub(UUID, "", page.replace(">unsafe<", "><").replace(OPEN, ""))  # an id may hold any three figures
    assert [words for words in CLINICAL if words.lower() in page.lower()] == []


def test_a_tab_that_does_not_exist_is_not_found() -> None:
    assert signed_in("scheduler").get(PAGE, {"show": "met"}).status_code == 404


@pytest.mark.parametrize("tab", ["ready", "unsent"])
def test_the_longest_waiting_stand_first_page_by_page(tab: str) -> None:
    for number in range(33):
        row(days=number, state="signed", plans_visit=True) if tab == "ready" else opened()
    client = signed_in("scheduler")
    first = client.get(PAGE, {"show": tab})
    second = client.get(PAGE + first.context["next"])
    days = [line.days for line in first.context["lines"] + second.context["lines"]]
    assert len(days) == len({line.case.pk for line in first.context["lines"] + second.context["lines"]}) == 33
    assert days == sorted(days, reverse=True)
