"""The one visibility function, over every question: hidden is never required, never counted, never in the history, never shown."""

from functools import cache

from clinic.review.answers import parts
from intake.answers import frozen, missing, new, tree
from intake.answers.required import missing_in, required
from intake.history import history
from intake.questionnaire import PAGES, STEPS, key, visible
from intake.questionnaire.steps import packs
from tests.intake.filling import ABOUT, BORN, ENTRY, TODAY, medicine, part_1

EVERY = [(step, question) for step in (*STEPS, *(page for pages in PAGES.values() for page in pages)) for question in step.questions]
MARK = "Canary of a hidden answer"


def place(step):
    return ENTRY if step.group else ""


@cache
def hidden_in():
    """Documents of people to whom different questions do not apply; between them every question with a condition is hidden once."""
    nothing = new()
    still = medicine(part_1(), dose={"highest_dose": "1", "still_taking": "yes"})
    other = medicine(part_1(), which={"agent": "not_sure"})
    man = part_1(about_you=ABOUT | {"about_sex": "male"})
    return [nothing, part_1(), still, other, man]


def answered(document, step, question):
    """With an answer nobody could overlook, as if it had been given before it was hidden."""
    value = next((choice.value for choice in question.choices), MARK)
    value = [value] if question.kind == "choices" else {"year": 1999, "month": 1} if question.kind == "month" else value
    name = f"{step.group}/{ENTRY}/{question.id}" if step.group else question.id
    return document | {"answers": document["answers"] | {name: {"state": "answered", "value": value, "rev": 9}}}


CONDITIONAL = [(step, question) for step, question in EVERY if step.when or question.when or step.pack or step.group]


def test_what_is_hidden_is_kept_and_counts_for_nothing():
    faults = {question.id: found for step, question in CONDITIONAL if (found := wrong_while_hidden(step, question))}
    assert faults == {}


def wrong_while_hidden(step, question):
    """What a hidden answer to this question still does, or loses."""
    hidden = [before for before in hidden_in() if not visible(question, answered(before, step, question), place(step))]
    if not hidden:
        return ["no document hides it: add one to hidden_in()"]
    return [fault for before in hidden for fault, held in held_of(before, step, question).items() if not held]


def held_of(before, step, question):
    after, name = answered(before, step, question), key(question.id, place(step))
    sections = tree(after)
    return {
        "not required": not required(question, after, place(step)),
        "not missing": question.id not in {each.question for each in missing(after)},
        "not sent": name not in frozen(after)["answers"],
        "not in the history": history(after, TODAY, BORN) == history(without(after, question, step), TODAY, BORN),
        "not missing, though it can't be read": question.id not in open_ones(step, unreadable(after, name)),
        "not on the page of answers": question.id not in shown(sections),
        "its page is no page": visible(step, after, place(step)) or step.slug not in {page.step.slug for page in pages(sections)},
        "brings up no other": shown(sections) == shown_without(hidden_in().index(before)),
        "not on the record": question.id not in {row.question.id for part in parts(after) for row in part.rows},
        "kept in the draft": after["answers"][name]["rev"] == 9,
    }


def without(document, question, step):
    answers = {name: answer for name, answer in document["answers"].items() if name != key(question.id, place(step))}
    return document | {"answers": answers}


def open_ones(step, document):
    return {each.question for each in missing_in(step, document, place(step))}


def unreadable(document, name):
    return document | {"answers": document["answers"] | {name: {"state": "invalid", "raw": MARK, "rev": 9}}}


def pages(sections):
    """What is counted: the sections of the list, their pages, those of their entries."""
    return [page for section in sections for page in (*section.pages, *(page for entry in section.entries for page in entry.pages))]


def shown(sections):
    return {row.question.id for page in pages(sections) for row in page.rows}


@cache
def shown_without(place):
    return shown(tree(hidden_in()[place]))


UNCONDITIONAL = [(step, question) for step, question in EVERY if (step, question) not in CONDITIONAL]


def test_every_other_question_is_always_asked_and_kept():
    assert [
        question.id
        for step, question in UNCONDITIONAL
        for after in [answered(document, step, question) for document in hidden_in()]
        if not (visible(question, after) and question.id in frozen(after)["answers"]) and question.id != "medicines.any"
    ] == []


def test_the_packs_are_among_what_is_hidden():
    assert {step.slug for step in packs.STEPS} <= {step.slug for step, _ in CONDITIONAL}
