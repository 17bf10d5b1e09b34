"""Keeping what a page sent: two windows, nothing lost, nothing written over unseen."""

import random
from copy import deepcopy

import pytest

from intake.answers import frozen, missing, new, settle, variants_of
from intake.answers.document import without_entry
from intake.answers.rivals import rivals
from intake.history import history
from tests.intake.filling import ABOUT, ALWAYS, BORN, ENTRY, TODAY, filled, medicine, page, part_1, query, sent

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
    assert document["answers"][PLACE]["rivals"] == [{"state": "answered", "value": "Bangor, Maine", "rev": 6}]
    assert [(each.question, each.why) for each in missing(document)] == [(PLACE, "two_answers")]
    history(document, TODAY, BORN)


CHOICES = [
    ("the one that stood", MAINE, "5", {"state": "answered", "value": "Dayton, Ohio", "rev": 7}),
    ("the other one", MAINE, "6", {"state": "answered", "value": "Bangor, Maine", "rev": 7}),
    ("to take it back", {"about_place": ""}, "6", None),
]


def settled(document, fields, seen=ALWAYS):
    return settle(document=document, step=page("about-you"), entry="", posted=query(fields), seen=seen, rev=7)


@pytest.mark.parametrize(("why", "mine", "choice", "answer"), CHOICES)
def test_the_person_chooses(why, mine, choice, answer):
    document, names = settled(conflict(mine), {"about_place_settle": choice})
    assert names == (PLACE,)
    assert document["answers"].get(PLACE) == answer


NOT_SETTLED = [
    ("nothing chosen", {}, ALWAYS),
    ("none of them", {"about_place_settle": "both"}, ALWAYS),
    ("two of them", {"about_place_settle": ["5", "6"]}, ALWAYS),
    ("an answer that is not there", {"about_place_settle": "4"}, ALWAYS),
    ("another answer came since it was asked", {"about_place_settle": "5"}, 5),
]


@pytest.mark.parametrize(("why", "choice", "seen"), NOT_SETTLED)
def test_without_a_plain_choice_all_stay(why, choice, seen):
    document = conflict()
    assert settled(document, choice, seen) == (document, ())


# --- three windows


def said(document, name=PLACE):
    return [each.get("value") for each in variants_of(document["answers"].get(name))]


THIRD = [
    ("a third answer waits beside the others", {"about_place": "Reno"}, 4, ["Dayton, Ohio", "Bangor, Maine", "Reno"]),
    ("the first window goes on typing", {"about_place": "Reno"}, 5, ["Dayton, Ohio", "Bangor, Maine", "Reno"]),
    ("a page drawn after both", {"about_place": "Reno"}, 9, ["Dayton, Ohio", "Bangor, Maine", "Reno"]),
    ("one of them again", {"about_place": "Bangor, Maine"}, 9, ["Dayton, Ohio", "Bangor, Maine"]),
    ("a blank", {"about_place": ""}, 9, ["Dayton, Ohio", "Bangor, Maine", None]),
]


@pytest.mark.parametrize(("why", "mine", "seen", "stand"), THIRD)
def test_while_two_answers_wait_every_further_one_does(why, mine, seen, stand):
    merged = sent(conflict(), "about-you", mine, seen=seen, rev=7)
    assert said(merged.document) == stand
    assert merged.conflicts == (PLACE,)


BLANKS = [
    ("the window saw that it was taken back", 6, ["Dayton, Ohio"], False),
    ("the window is older than that", 5, ["Dayton, Ohio", None], True),
]


@pytest.mark.parametrize(("why", "seen", "stand", "asks"), BLANKS)
def test_an_answer_taken_back_does_not_come_back_unseen(why, seen, stand, asks):
    blank = sent(sent(new(), "about-you", OHIO, rev=5).document, "about-you", {"about_place": ""}, rev=6).document
    assert PLACE not in blank["answers"]
    merged = sent(blank, "about-you", OHIO, seen=seen, rev=7)
    assert said(merged.document) == stand
    assert bool(merged.conflicts) is asks


def test_what_windows_need_to_know_of_one_another_is_not_sent():
    blank = sent(part_1(), "about-you", {"about_place": ""}, rev=6).document
    removed = without_entry(medicine(blank), "medicine", ENTRY)
    assert {"cleared", "removed"} <= set(removed)
    assert set(removed) - set(frozen(removed)) == {"cleared", "removed"}


TEXTS = ("", "Dayton", "Reno", "Bangor")
WINDOWS = 3


def test_three_windows_in_any_order_lose_nothing_unseen():
    """Each save, settling and reload of three windows in a random order: what stood or was sent is still there, or was seen when it went."""
    for seed in range(300):
        wander(random.Random(seed))


def wander(chance):
    document, rev, seen = new(), 0, [0] * WINDOWS
    for _ in range(12):
        window, act = chance.randrange(WINDOWS), chance.choice(("post", "post", "draw", "settle"))
        if act == "draw":
            seen[window] = rev
            continue
        before = {(each["rev"], each.get("value")) for each in variants_of(document["answers"].get(PLACE))}
        if act == "post":
            mine = chance.choice(TEXTS)
            document = sent(document, "about-you", {"about_place": mine}, seen=seen[window], rev=rev + 1).document
            kept = {each.get("value") or "" for each in variants_of(document["answers"].get(PLACE))} or {""}
            assert mine in kept
        else:
            choice = {"about_place_settle": str(chance.choice([rev for rev, _ in before] or [0]))}
            document, _ = settle(document=document, step=page("about-you"), entry="", posted=query(choice), seen=seen[window], rev=rev + 1)
        rev += 1
        after = {each.get("value") for each in variants_of(document["answers"].get(PLACE))}
        assert {value for at, value in before if at > seen[window]} - {None} <= after


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
