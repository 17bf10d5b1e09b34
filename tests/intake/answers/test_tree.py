"""The one tree of answers: every visible question once, in words."""

import pytest

from intake.answers import frozen, new, tree
from intake.answers.wording import words
from intake.drafts.minutes import minutes_left
from intake.questionnaire import PAGES, STEPS, key, question_named, visible
from tests.intake.filling import ENTRY, OTHER, filled, medicine, part_1, sent


def rows(document):
    sections = tree(document)
    pages = [(page, "") for section in sections for page in section.pages]
    pages += [(page, entry.id) for section in sections for entry in section.entries for page in entry.pages]
    return {key(row.question.id, entry): row for page, entry in pages for row in page.rows}


def full():
    return medicine(filled(("more-medicines", "medicines_unnamed=0"), document=part_1()))


def test_it_holds_each_visible_question_and_no_other():
    document = full()
    expected = {question.id for step in STEPS for question in step.questions if visible(question, document)}
    expected |= {key(q.id, ENTRY) for page in PAGES["medicine"] for q in page.questions if visible(q, document, ENTRY)}
    assert set(rows(document)) == expected


def test_it_shows_every_answer_that_is_sent():
    document = frozen(full())
    shown = {name: row.state for name, row in rows(document).items() if row.state}
    assert shown == {name: answer["state"] for name, answer in document["answers"].items()}


WORDS = [
    ("choice", "about.sex", {"state": "answered", "value": "female"}, "Female"),
    ("score", "phq9.item1", {"state": "answered", "value": 0}, "Not at all"),
    ("ticks", "purposes", {"state": "answered", "value": ["depression", "sleep"]}, "Low mood or depression, Sleep"),
    ("medicine", "agent", {"state": "answered", "value": "sertraline"}, "Zoloft (sertraline)"),
    ("name kept", "agent", {"state": "answered", "value": {"other": "zolof"}}, "zolof"),
    ("dose", "highest_dose", {"state": "answered", "value": 37.5}, "37.5 mg"),
    ("band", "weeks_total", {"state": "answered", "value": "under_4"}, "Less than 4 weeks"),
    ("number for a band", "weeks_total", {"state": "answered", "value": 9}, "9 weeks"),
    ("month", "start", {"state": "answered", "value": {"year": 2024, "month": 5}}, "May 2024"),
    ("guess", "start", {"state": "answered", "value": {"year": 2024, "about": True}}, "about 2024"),
    ("not sure", "start", {"state": "not_sure"}, "I'm not sure"),
    ("declined", "about.sex", {"state": "declined"}, "I prefer not to say"),
    ("not answered is not a no", "exclude.bipolar", None, "Not answered"),
    ("as typed", "highest_dose", {"state": "invalid", "raw": "a hundred"}, "a hundred"),
    ("as typed, in parts", "start", {"state": "invalid", "raw": {"month": ["13"], "year": ["24"]}}, "13, 24"),
    ("no number of sessions", "ect.sessions", {"state": "answered", "value": 0}, "0 sessions"),
]


@pytest.mark.parametrize(("why", "question", "answer", "text"), WORDS)
def test_words(why, question, answer, text):
    assert words(question_named(question), answer, new(), ENTRY) == text


def test_a_medicine_added_to_another_names_it():
    document = filled(("which", "agent=aripiprazole", OTHER), ("dose", f"added_to={ENTRY}", OTHER), document=medicine(new()))
    assert rows(document)[f"medicine/{OTHER}/added_to"].words == "Zoloft (sertraline)"


STATES = [
    ("nothing said", new(), "about-you", "empty"),
    ("one answer", sent(new(), "about-you", "about_sex=male").document, "about-you", "started"),
    ("all answers", part_1(), "about-you", "done"),
    ("a list that was said not to be empty", filled(("medicines", "medicines_any=yes")), "medicines", "started"),
    ("an entry not finished", filled(("which", "agent=sertraline")), "medicines", "started"),
    ("complete list", full(), "medicines", "done"),
    ("details open", part_1(other_treatments="treatments_had=ect&treatments_rest=no"), "other-treatments", "started"),
]


@pytest.mark.parametrize(("why", "document", "slug", "state"), STATES)
def test_state_of_a_section(why, document, slug, state):
    assert {section.step.slug: section.state for section in tree(document)}[slug] == state


def test_minutes_fall_to_nothing():
    blank, half, done = (
        minutes_left(tree(document)) for document in (new(), filled(("which", "agent=sertraline"), document=part_1()), full())
    )
    assert blank > half > done == 0


GAD7 = {f"gad7_item{number}": "1" for number in range(1, 8)}
SCALES = [
    ("nothing said", "gad7", [("gad7", {})], "empty"),
    ("one item of seven", "gad7", [("gad7", {"gad7_item1": "1"})], "started"),
    ("all but one", "gad7", [("gad7", GAD7 | {"gad7_item7": ""})], "started"),
    ("all items", "gad7", [("gad7", GAD7)], "done"),
    ("passed by", "gad7", [("gad7", {"gad7_skip": "yes"})], "done"),
    ("passed by half way", "gad7", [("gad7", {"gad7_item1": "1", "gad7_skip": "yes"})], "done"),
    ("the first answer ends it", "auditc", [("auditc", {"auditc_item1": "0"})], "done"),
    ("the first answer opens a second page", "auditc", [("auditc", {"auditc_item1": "3"})], "started"),
    ("no scale: any answer will do", "sleep", [("sleep", {"sleep_snores": "yes"})], "done"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "slug", "pages", "state"), SCALES, ids=[row[0] for row in SCALES])
def test_a_scale_is_done_when_all_of_it_is(why, slug, pages, state):
    assert next(section.state for section in tree(filled(*pages)) if section.step.slug == slug) == state
