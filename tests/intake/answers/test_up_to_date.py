"""A questionnaire that changed while somebody was filling it in: every answer is kept, none shuts a page, what no longer fits is asked again."""

import pytest

import trd
from intake.answers import frozen, missing, tree
from intake.answers.up_to_date import fits, up_to_date
from intake.drafts.forms import StepForm
from intake.history import history
from intake.questionnaire import PAGES, STEPS, VERSION, key
from intake.questionnaire.whole import homes
from tests.intake.filling import BORN, ENTRY, TODAY
from tests.looks.patients import everything
from trd.reading import read

EARLIER = "trd-intake@2025.01"
PLACES = [(step, "") for step in STEPS] + [(page, ENTRY) for page in PAGES["medicine"]]
ODD = ["no longer offered", 7, ["no longer offered"], {"year": "1999"}, {"other": 7}, None, {}, True]


def earlier(document, **answers):
    return document | {"questionnaire": EARLIER, "answers": document["answers"] | answers}


def answered(value, **more):
    return {"state": "answered", "value": value, "rev": 3} | more


def test_what_still_fits_stays_as_it_is():
    document = everything()
    assert up_to_date(document | {"questionnaire": EARLIER})["answers"] == document["answers"]


def test_todays_own_document_is_not_looked_through():
    document = everything()
    assert document["questionnaire"] == VERSION
    assert up_to_date(document) is document


FIT = [
    ("a choice that is gone", "about.sex", "gone", False),
    ("a choice that is there", "about.sex", "female", True),
    ("one of several ticks is gone", "purposes", ["depression", "gone"], False),
    ("a band that is gone", "weeks_total", "10_12", False),
    ("a number in place of a band", "weeks_total", 9, True),
    ("a score that the scale does not have", "phq9.item1", 4, False),
    ("a score that it has", "phq9.item1", 0, True),
    ("a medicine that the list no longer has", "agent", "withdrawn-er", False),
    ("a medicine of the list", "agent", "sertraline", True),
    ("a name of one's own", "agent", {"other": "zolof"}, True),
    ("words where there was a number", "highest_dose", "fifty", False),
    ("yes is no number", "ect.sessions", True, False),
    ("a date as it was once kept", "start", "2024-05", False),
    ("a year in words", "start", {"year": "2024"}, False),
    ("a year and an age", "start", {"year": 2024, "age": 40, "about": True}, True),
    ("a number where there are words", "about.place", 7, False),
    ("words that were agreed to and have changed since", "consent.agree", "2020.01:0123", True),
]


@pytest.mark.parametrize(("why", "id", "value", "expected"), FIT, ids=[row[0] for row in FIT])
def test_what_fits(why, id, value, expected):
    _, question = homes()[id]
    assert fits(question, value) is expected


KEPT = [
    ("a choice", answered("gone"), "gone"),
    ("ticks", answered(["one", "two"]), "one, two"),
    ("what was typed for it", answered({"x": 1}, raw="as typed"), "as typed"),
    ("nothing", answered(None), ""),
]


@pytest.mark.parametrize(("why", "answer", "raw"), KEPT, ids=[row[0] for row in KEPT])
def test_what_no_longer_fits_is_kept_in_its_words(why, answer, raw):
    found = up_to_date(earlier(everything(), **{"about.sex": answer | {"sitting": "s"}}))["answers"]["about.sex"]
    assert found == {"state": "invalid", "raw": raw, "rev": 3, "sitting": "s"}


def test_of_two_answers_each_is_looked_at():
    both = answered("female") | {"rivals": [answered("gone"), answered("male")]}
    found = up_to_date(earlier(everything(), **{"about.sex": both}))["answers"]["about.sex"]
    assert [found["state"], *(each["state"] for each in found["rivals"])] == ["answered", "invalid", "answered"]


def test_it_is_asked_again_before_the_form_is_sent():
    document = up_to_date(earlier(everything(), **{"about.sex": answered("gone")}))
    assert [(each.question, each.why) for each in missing(document)] == [("about.sex", "invalid")]


def test_whatever_a_question_once_was_every_page_opens():
    whole, asked = everything(), [key(question.id, entry) for step, entry in PLACES for question in step.questions]
    mixed = [{name: answered(ODD[(turn + place) % len(ODD)]) for place, name in enumerate(asked)} for turn in range(len(ODD))]
    leading = [{name: answered(ODD[0])} for name in (f"medicine/{ENTRY}/agent", f"medicine/{ENTRY}/weeks_at_50", "treatments.had")]
    for kept in (*mixed, *leading):
        opens(up_to_date(earlier(whole, **kept)))
    for step, entry in PLACES:
        str(StepForm(step, up_to_date(earlier(whole, **mixed[0])), entry))


def opens(document):
    missing(document)
    tree(document)
    frozen(document)
    read(history(document, TODAY, BORN), trd.shipped().catalogue)  # raises Refused
