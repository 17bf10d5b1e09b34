"""No page without a question: what brings up a page of more questions brings up one of them too."""

from itertools import combinations

from intake.answers import new
from intake.questionnaire import STEPS, Choice, question_named, visible
from intake.questionnaire.steps import packs


def said(question: str, choice: Choice) -> dict[str, object]:
    ticks = question_named(question).kind == "choices"
    return {"state": "answered", "value": [choice.value] if ticks else choice.value, "rev": 1}


def empty_pages() -> set[str]:
    """Pages that apply after one or two answers to what they depend on, and then ask nothing."""
    found = set()
    for step in (step for step in STEPS if step.when and step.questions):
        choices = [(question, choice) for question in dict.fromkeys(step.when.reads) for choice in question_named(question).choices]
        for some in [*((each,) for each in choices), *combinations(choices, 2)]:
            document = new("en", packs.NAMES) | {"answers": {question: said(question, choice) for question, choice in some}}
            if visible(step, document) and not any(visible(question, document) for question in step.questions):
                found.add(step.slug)
    return found


def test_no_page_comes_up_without_a_question() -> None:
    assert empty_pages() == set()
