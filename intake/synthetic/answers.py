"""A whole answers document of an invented person, question by question as the form would ask them."""

from collections.abc import Callable
from random import Random
from typing import Any, Final

from intake import answers
from intake.questionnaire import NONE, PAGES, STEPS, Document, Question, Step, key, visible
from intake.questionnaire.floors import floors_of
from intake.questionnaire.steps.medicines import GROUP, SLUG
from intake.synthetic.people import Person, weighted
from intake.synthetic.weights import AGENTS, ANSWERS, ANY_NOT_SURE, MEDICINES, NOT_SURE, TICKED, TIMES_THE_LOWEST_FLOOR, WEEKS

LOWEST_DOSE_MG = 10


def document(random: Random, who: Person) -> Document:
    """Part 1 complete, part 2 as it comes."""
    said = answers.new(who.language)
    said["groups"][GROUP] = [f"m-{number:08x}" for number in range(weighted(random, MEDICINES))]
    for step in STEPS:
        _answer(random, step, said, "", who)
        for entry in said["groups"][GROUP] if step.slug == SLUG else ():
            for page in PAGES[GROUP]:
                _answer(random, page, said, entry, who)
    return said


def _answer(random: Random, step: Step, said: Document, entry: str, who: Person) -> None:
    for question in step.questions:
        if visible(question, said, entry) and not (question.optional and question.kind == "agreement"):
            said["answers"][key(question.id, entry)] = _one(random, question, said, entry, who)


def _one(random: Random, question: Question, said: Document, entry: str, who: Person) -> dict[str, Any]:
    value = _value(random, question, said, entry, who)
    return {"state": "not_sure", "rev": 1} if value == NOT_SURE else {"state": "answered", "value": value, "rev": 1}


def _value(random: Random, question: Question, said: Document, entry: str, who: Person) -> Any:
    if question.id in ANSWERS:
        return weighted(random, ANSWERS[question.id])
    if question.id.startswith("weeks_"):
        return weighted(random, WEEKS)
    if question.unsure and random.random() < ANY_NOT_SURE:
        return NOT_SURE
    if question.kind == "signature":
        return who.name
    if question.kind == "dose":
        return _dose(random, said["answers"][key("agent", entry)].get("value"))
    return KINDS[question.kind](random, question)


def _dose(random: Random, agent: str | None) -> float:
    lowest = (floors_of(agent) or (LOWEST_DOSE_MG,))[0]
    return lowest * weighted(random, TIMES_THE_LOWEST_FLOOR)


def _some(random: Random, question: Question) -> list[str | int]:
    """None of these, or one or two ticks; by their weights where there are some."""
    if question.id in TICKED:
        return [value for value, percent in TICKED[question.id].items() if random.random() * 100 < percent] or [NONE]
    values = [choice.value for choice in question.choices if choice.value != NONE]
    alone = len(values) < len(question.choices)
    return [NONE] if alone and random.random() < 0.5 else random.sample(values, min(len(values), random.choice((1, 1, 2))))


def _month(random: Random, _: Question) -> dict[str, int]:
    return {"year": random.randint(2016, 2025), "month": random.randint(1, 12)}


KINDS: Final[dict[str, Callable[[Random, Question], Any]]] = {
    "text": lambda random, question: "Synthetic",
    "long_text": lambda random, question: "Synthetic: nobody said this.",
    "phone": lambda random, question: "(555) 555-0100",
    "agreement": lambda random, question: question.choices[0].value,
    "number": lambda random, question: random.randint(1, 30),
    "choice": lambda random, question: random.choice(question.choices).value,
    "choices": _some,
    "band": lambda random, question: random.choice(question.choices).value,
    "month": _month,
    "medicine": lambda random, question: weighted(random, AGENTS),
}
