"""Keeping what a page sent: two windows, nothing lost, nothing written over unseen."""

from copy import deepcopy

import pytest

from intake.answers import missing, new, settle
from intake.answers.merging import rivals
from intake.history import history
from tests.intake.filling import ABOUT, BORN, ENTRY, TODAY, filled, page, part_1, query, sent

OHIO, MAINE = {"about_place": "Dayton, Ohio"}, {"about_place": "Bangor, Maine"}
PLACE = "about.place"


def test_the_document_given_is_not_changed():
    document = part_1()
    before = deepcopy(document)
    sent(document, "about-you", MAINE)
    assert document == before


def test_rev_rises_with_each_change_of_that_answer_only():
    first = sent(new(), "about-you", ABOUT, rev=4).document
    second = sent(first, "about-you", ABOUT | OHIO, rev=5)
    revs = {name: answer["rev"] for name, answer in second.document["answers"].items()}
    assert second.changes == 1
    assert revs.pop(PLACE) == 5
    assert set(revs.values()) == {4}


TWO_WINDOWS = [
    ("the answer stood as this window saw it", OHIO, MAINE, 5, "Bangor, Maine", False),
    ("the other window changed it since", OHIO, MAINE, 4, "Dayton, Ohio", True),
    ("both say the same", OHIO, OHIO, 4, "Dayton, Ohio", False),
    ("this window took it back", OHIO, {"about_place": ""}, 4, "Dayton, Ohio", True),
    ("this window prefers not to say", OHIO, {"about_place": "", "about_place_declined": "yes"}, 4, "Dayton, Ohio", True),
    ("this window says nothing of it", OHIO, {"about_sex": "male"}, 4, "Dayton, Ohio", False),
]


@pytest.mark.parametrize(("why", "theirs", "mine", "seen", "stands", "asks"), TWO_WINDOWS)
def test_two_windows(why, theirs, mine, seen, stands, asks):
    document = sent(sent(new(), "about-you", ABOUT, rev=4).document, "about-you", theirs, rev=5).document
    merged = sent(document, "about-you", mine, seen=seen, rev=6)
    assert merged.document["answers"][PLACE]["value"] == stands
    assert (PLACE in merged.conflicts) is asks
    assert [question.id for question in rivals(page("about-you"), merged.document, "")] == [PLACE] * asks


def conflict(mine=MAINE):
    return sent(sent(part_1(), "about-you", OHIO, rev=5).document, "about-you", mine, seen=4, rev=6).document


def test_both_answers_are_kept_and_the_form_cannot_be_sent_before_one_is_chosen():
    document = conflict()
    assert document["answers"][PLACE]["value"] == "Dayton, Ohio"
    assert document["answers"][PLACE]["rival"] == {"state": "answered", "value": "Bangor, Maine"}
    assert [(each.question, each.why) for each in missing(document)] == [(PLACE, "two_answers")]
    history(document, TODAY, BORN)


CHOICES = [
    ("the one that stood", MAINE, "kept", {"state": "answered", "value": "Dayton, Ohio", "rev": 7}),
    ("the other one", MAINE, "rival", {"state": "answered", "value": "Bangor, Maine", "rev": 7}),
    ("to take it back", {"about_place": ""}, "rival", None),
]


@pytest.mark.parametrize(("why", "mine", "choice", "answer"), CHOICES)
def test_the_person_chooses(why, mine, choice, answer):
    settled = settle(document=conflict(mine), step=page("about-you"), entry="", posted=query({"about_place_settle": choice}), rev=7)
    assert settled["answers"].get(PLACE) == answer


@pytest.mark.parametrize("choice", [{}, {"about_place_settle": "both"}, {"about_place_settle": ["kept", "rival"]}])
def test_without_a_plain_choice_both_stay(choice):
    document = conflict()
    assert settle(document=document, step=page("about-you"), entry="", posted=query(choice), rev=7) == document


def test_every_part_of_an_invalid_page_is_kept():
    merged = sent(new(), "dose", "highest_dose=a+hundred&weeks_total=6_7&weeks_total_number=9")
    answers = merged.document["answers"]
    assert answers[f"medicine/{ENTRY}/highest_dose"] == {"state": "invalid", "raw": "a hundred", "rev": 1}
    assert answers[f"medicine/{ENTRY}/weeks_total"] == {"state": "invalid", "raw": {"": ["6_7"], "number": ["9"]}, "rev": 1}
    assert set(merged.problems) == {"highest_dose", "weeks_total", "still_taking", "purposes", "added_to"}
    assert merged.problems["highest_dose"] == "Enter the dose as a number of milligrams, like 50."


def test_a_stop_before_the_start_is_kept_as_typed_and_asked_about():
    document = filled(("which", "agent=sertraline"), ("dose", "still_taking=no"))
    merged = sent(document, "when", "start_year=2024&start_month=5&stop_year=2024&stop_month=4&this_episode=yes&stopped_because=cost")
    assert set(merged.problems) == {"stop"}
    assert merged.document["answers"][f"medicine/{ENTRY}/stop"] == {"state": "invalid", "raw": {"year": ["2024"], "month": ["4"]}, "rev": 1}
    mended = sent(
        merged.document, "when", "start_year=2024&start_month=4&stop_year=2024&stop_month=4&this_episode=yes&stopped_because=cost"
    )
    assert mended.valid


def test_an_answer_to_a_question_that_no_longer_shows_is_kept_without_complaint():
    document = filled(("which", "agent=sertraline"), ("dose", "highest_dose=25"))
    merged = sent(document, "effect", "weeks_at_50_number=x&adherence=rarely&helped=25&wore_off=no")
    assert merged.valid
    assert merged.document["answers"][f"medicine/{ENTRY}/weeks_at_50"]["raw"] == {"number": ["x"]}


def test_blank_fields_of_hidden_questions_take_nothing_away():
    document = filled(("which", "agent=sertraline"), ("dose", "still_taking=no"), ("when", "stopped_because=cost"))
    document = filled(("dose", "still_taking=yes"), ("when", "start_year=2024"), document=document)
    assert document["answers"][f"medicine/{ENTRY}/stopped_because"]["value"] == ["cost"]


def test_foreign_fields_are_not_kept():
    merged = sent(new(), "about-you", ABOUT | {"phq9_item9": "3", "is_staff": "1", "medicine/x/agent": "y"})
    assert set(merged.document["answers"]) == {"about.phone", "about.message", "about.place", "about.helper", "about.sex"}
