"""Which answers staff typed stands beside each of them, those of the medicines too."""

from typing import Any

import pytest

import trd
from clinic.review.answers import of_medicine, parts, set_aside
from clinic.review.report import Report
from clinic.review.trials import READS, Trial, trials
from intake.evaluations.services import evaluate
from intake.history import history
from intake.questionnaire import PAGES, visible
from tests.clinic.factories import drafted
from tests.clinic.form import UNSURE, Document, form, medicine
from tests.clinic.sittings.test_sittings import HOME, PAPER
from tests.clinic.staff import make, signed_in
from tests.intake.filling import BORN, TODAY

ENTRY, OTHER = "m-00000001", "m-00000002"
TELLS = {"s": "entered by staff on a day", "t": "entered by others"}
LONGER = medicine(agent="venlafaxine-xr", highest_dose=225, weeks_at_50=..., weeks_at_150="under_4", weeks_also_at_75="8_more")
STILL = medicine(still_taking="yes", stopped_because=..., stop=...)
TWICE = medicine(twice="yes")


def read(document: Document) -> list[Trial]:
    told = history(document, TODAY, BORN)
    return trials(Report("", told, trd.evaluate(told), "intake_screen"), of_medicine(document, TELLS))


def by_staff(document: Document, *names: str) -> Document:
    """The same with a sitting beside these answers."""
    for name in names:
        document["answers"][name]["sitting"] = "s"
    return document


def of(entry: str, document: Document) -> list[str]:
    return [name for name in document["answers"] if name.startswith(f"medicine/{entry}/")]


def marked(trial: Trial) -> list[tuple[str, str]]:
    return [(quote.words, quote.source) for test in trial.tests for quote in test.said if quote.source]


def test_each_question_of_a_medicine_stands_on_the_record() -> None:
    wanted = [name for names in READS.values() for name in names]
    asked = [question.id for page in PAGES["medicine"] for question in page.questions]
    assert [id for id in asked if not any(id == name or (name.endswith("_") and id.startswith(name)) for name in wanted)] == []


@pytest.mark.parametrize(
    "told", [(medicine(),), (LONGER,), (STILL,), (medicine(), TWICE)], ids=["stopped", "longer", "still taken", "twice"]
)
def test_each_answer_that_staff_typed_is_marked_and_no_other(told: tuple[dict[str, Any], ...]) -> None:
    entry = f"m-{len(told):08x}"
    for name in of(entry, form(*told)):
        found = {trial.id: marked(trial) for trial in read(by_staff(form(*told), name))}
        assert [source for _words, source in found.pop(entry)] == [TELLS["s"]], name
        assert [*found.values()] == [[]] * len(found), name


FOLDED = [("none", 0, "", False), ("one of them", 1, "", True), ("all but one", -1, "", True), ("each", None, TELLS["s"], False)]


@pytest.mark.parametrize(("why", "names", "source", "partly"), FOLDED, ids=[row[0] for row in FOLDED])
def test_the_medicine_says_so_while_it_is_folded(why: str, names: int | None, source: str, partly: bool) -> None:
    document = form(medicine(), medicine(agent="duloxetine"))
    first, other = read(by_staff(document, *of(ENTRY, document)[:names]))
    assert (first.source, first.partly_by_staff) == (source, partly)
    assert (other.source, other.partly_by_staff) == ("", False)


def test_two_who_entered_one_medicine_are_told_apart() -> None:
    document = form(medicine())
    by_staff(document, *of(ENTRY, document))["answers"][f"medicine/{ENTRY}/highest_dose"]["sitting"] = "t"
    (trial,) = read(document)
    assert (trial.source, trial.partly_by_staff) == ("", True)
    assert ("150 mg", TELLS["t"]) in marked(trial)


def test_a_medicine_without_a_name_keeps_what_was_said_of_it() -> None:
    nameless = next(trial for trial in read(by_staff(form(medicine(agent=UNSURE)), f"medicine/{ENTRY}/highest_dose")) if trial.told)
    assert (nameless.nameless, marked(nameless)) == (True, [("150 mg", TELLS["s"])])


def test_what_was_listed_twice_and_is_about_the_list_is_marked_too() -> None:
    document = form(medicine(), medicine(twice="no"), medicines__unnamed="1")
    assert not visible(PAGES["medicine"][2], document, OTHER)
    by_staff(document, f"medicine/{OTHER}/twice", "medicines.unnamed")
    assert [quote.source for quote in set_aside(document, TELLS)] == [TELLS["s"]]
    (listed,) = (part for part in parts(document, TELLS) if part.slug == "medicines")
    assert [(row.words, row.source) for row in listed.rows] == [("Yes, one", TELLS["s"])]


@pytest.mark.django_db
def test_the_page_of_the_record_shows_it() -> None:
    case = drafted(form(medicine(), medicine(agent=UNSURE))).case
    client = signed_in(make("clinician", name="Robin Underhill"))
    client.post(f"{HOME}{case.public_id}/", {**PAPER, "consent": ""})
    client.post(f"/intake/medicines/{ENTRY}/dose/", {"highest_dose": "100", "rev": "9", "only": "highest_dose"})
    client.post("/intake/send/")
    case.refresh_from_db()
    evaluate(case_id=case.pk)
    page = " ".join(client.get(f"/clinic/review/{case.public_id}/").content.decode().split())
    assert '<q>100 mg</q> <span class="quiet">entered by Robin Underhill on ' in page
    assert page.count("partly entered by staff") == 1
    assert "a medicine without a name: each test" in page
