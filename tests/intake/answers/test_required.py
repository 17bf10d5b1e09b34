"""What keeps a form from being sent, and what does not."""

import pytest

from intake.answers import frozen, missing, new
from intake.answers.document import without_entry
from tests.intake.filling import DOSE, ENTRY, OTHER, PHQ9, WHEN, filled, medicine, part_1, sent

UNTOUCHED = dict.fromkeys(PHQ9, "")


def open_ones(document):
    return [(each.step, each.page, each.question, each.why) for each in missing(document)]


def test_a_blank_form_misses_every_required_question_of_part_1():
    steps = [each.step for each in missing(new())]
    assert list(dict.fromkeys(steps)) == [
        "consent",
        "about-you",
        "this-episode",
        "phq9",
        "medicines",
        "other-treatments",
        "must-exclude",
    ]
    assert len(steps) == 28


def test_part_1_alone_is_enough():
    assert missing(part_1()) == []


def test_part_2_never_stands_in_the_way_not_even_when_it_cannot_be_read():
    assert missing(sent(part_1(), "conditions", "conditions_mind=none&conditions_mind=ocd").document) == []


CASES = [
    ("consent not given", {"consent": {"consent_signature": "Canary"}}, [("consent", "", "consent.agree", "unanswered")]),
    ("not sure is an answer", {"this_episode": "episode_start_year=&episode_start_not_sure=yes&episode_before=not_sure"}, []),
    ("what can't be read", {"this_episode": "episode_start_year=x&episode_before=no"}, [("this-episode", "", "episode.start", "invalid")]),
    ("scale skipped", {"phq9": {"phq9_skip": "yes"}}, []),
    ("one item open", {"phq9": PHQ9 | {"phq9_item4": ""}}, [("phq9", "", "phq9.item4", "unanswered")]),
    ("one item open, the rest skipped", {"phq9": PHQ9 | {"phq9_item4": "", "phq9_skip": "yes"}}, []),
    ("medicine said, none listed", {"medicines": {"medicines_any": "yes"}}, [
        ("medicines", "", "medicines.any", "no_entries"), ("more-medicines", "", "medicines.unnamed", "unanswered")]),
    ("prefers not to say", {"medicines": {"medicines_any": "declined"}}, []),
    ("a treatment without its details", {"other_treatments": "treatments_had=vns&treatments_rest=no"}, [
        ("more-f", "", "vns.helped", "unanswered"), ("more-f", "", "vns.this_episode", "unanswered")]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "changed", "expected"), CASES)
def test_missing(why, changed, expected):
    assert open_ones(part_1(**changed)) == expected


def test_each_listed_medicine_needs_its_pages():
    document = filled(("more-medicines", "medicines_unnamed=0"), document=medicine(part_1()))
    assert missing(document) == []
    begun = filled(("which", "agent=fluoxetine", OTHER), document=document)
    assert {(each.entry, each.page) for each in missing(begun)} == {(OTHER, "dose"), (OTHER, "effect"), (OTHER, "when")}
    assert "weeks_at_20" in {each.question for each in missing(begun)}  # the dose is not known yet: the lowest floor is asked about


def test_a_list_that_was_said_not_to_be_empty_is_satisfied_by_an_entry():
    document = medicine(filled(("more-medicines", "medicines_unnamed=0"), document=part_1(medicines={"medicines_any": "yes"})))
    assert missing(filled(("more-medicines", "medicines_unnamed=0"), document=document)) == []


def test_what_could_not_be_read_stops_nothing_once_it_is_hidden():
    document = medicine(
        filled(("more-medicines", "medicines_unnamed=0"), document=part_1()), when=WHEN | {"stop_year": "x", "stop_not_sure": ""}
    )
    assert open_ones(document) == [("medicines", "when", "stop", "invalid")]
    assert missing(filled(("dose", DOSE | {"still_taking": "yes"}), document=document)) == []


def test_a_removed_medicine_misses_nothing_and_leaves_nothing():
    document = medicine(filled(("more-medicines", "medicines_unnamed=0"), document=part_1()))
    gone = without_entry(document, "medicine", ENTRY)
    assert missing(gone) == []
    assert not [name for name in gone["answers"] if ENTRY in name]


FROZEN = [
    ("hidden details", [("other-treatments", "treatments_had=ect"), ("more-f", "ect_sessions=8"), ("other-treatments", "treatments_had=none")], "ect.sessions", False),
    ("shown details", [("other-treatments", "treatments_had=ect"), ("more-f", "ect_sessions=8")], "ect.sessions", True),
    ("the list's question once there are entries", [("medicines", "medicines_any=yes"), ("which", "agent=sertraline")], "medicines.any", False),
    ("what could not be read is sent as typed", [("this-episode", "episode_start_year=x")], "episode.start", True),
]  # fmt: skip


@pytest.mark.parametrize(("why", "pages", "name", "kept"), FROZEN)
def test_frozen(why, pages, name, kept):
    document = filled(*pages)
    assert name in document["answers"]
    assert (name in frozen(document)["answers"]) is kept


def test_frozen_is_a_copy_with_one_value_an_answer():
    document = sent(sent(new(), "about-you", "about_place=Ohio", rev=5).document, "about-you", "about_place=Maine", seen=1, rev=6).document
    copy = frozen(document)
    assert copy["answers"]["about.place"] == {"state": "answered", "value": "Ohio", "rev": 5}
    copy["answers"]["about.place"]["value"] = "changed"
    assert document["answers"]["about.place"]["value"] == "Ohio"
    assert frozen(frozen(document)) == frozen(document)
