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


def test_every_question_with_a_condition_is_hidden_from_somebody():
    hidden = {question.id for before in hidden_in() for _step, question in hidden_from(before)}
    assert {question.id for _step, question in CONDITIONAL} == hidden, "no document hides it: add one to hidden_in()"


def test_what_is_hidden_is_kept_and_counts_for_nothing():
    """All that is hidden from somebody is answered at once: if one answer counted, it would show beside the others too."""
    assert [faults for before in hidden_in() if (faults := held_of(before, hidden_from(before)))] == []


def hidden_from(before):
    """Where a condition hides a question still, once it is answered itself."""
    return [(step, question) for step, question in CONDITIONAL if not visible(question, answered(before, step, question), place(step))]


def held_of(before, hidden):
    """What hidden answers still do, or lose, by what they should not."""
    after = without(before, hidden)
    plain, names = after, {key(question.id, place(step)) for step, question in hidden}
    for step, question in hidden:
        after = answered(after, step, question)
    sections, ids = tree(after), {question.id for _step, question in hidden}
    shut = {step.slug for step, _question in hidden if not visible(step, after, place(step))}
    found = {
        "hidden": {question.id for step, question in hidden if visible(question, after, place(step))},
        "not required": {question.id for step, question in hidden if required(question, after, place(step))},
        "not missing": ids & {each.question for each in missing(after)},
        "not sent": names & set(frozen(after)["answers"]),
        "not in the history": history(after, TODAY, BORN) != history(plain, TODAY, BORN) and ids,
        "not missing, though it can't be read": ids & open_ones({step.slug: step for step, _question in hidden}, unreadable(after, names)),
        "not on the page of answers": ids & shown(sections),
        "its page is no page": shut & {page.step.slug for page in pages(sections)},
        "brings up no other": shown(sections) ^ shown(tree(before)),
        "not on the record": ids & {row.question.id for part in parts(after) for row in part.rows},
        "kept in the draft": {name for name in names if after["answers"][name]["rev"] != 9},
    }
    return {claim: these for claim, these in found.items() if these}


def without(document, hidden):
    names = {key(question.id, place(step)) for step, question in hidden}
    return document | {"answers": {name: answer for name, answer in document["answers"].items() if name not in names}}


def open_ones(steps, document):
    return {each.question for step in steps.values() for each in missing_in(step, document, place(step))}


def unreadable(document, names):
    return document | {"answers": document["answers"] | {name: {"state": "invalid", "raw": MARK, "rev": 9} for name in names}}


def pages(sections):
    """What is counted: the sections of the list, their pages, those of their entries."""
    return [page for section in sections for page in (*section.pages, *(page for entry in section.entries for page in entry.pages))]


def shown(sections):
    return {row.question.id for page in pages(sections) for row in page.rows}


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
