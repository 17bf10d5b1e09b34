"""Two windows, two answers: every one is kept beside the others until the person says which is right.

The answer that stands keeps its place; the others wait beside it under `rivals`, each with the counter it came with. A blank is kept
too: the counter at which an answer was taken back stands under `cleared`, so that an older window can't bring it back unseen.
"""

from copy import deepcopy
from typing import Any, Final

from intake.answers.given import Given, Posted
from intake.questionnaire import Document, Question, Step, key

Answer = dict[str, Any]
_BESIDE: Final = ("rev", "rivals")  # what an answer holds beside what was said


def put(document: Document, name: str, given: Given, *, seen: int, rev: int) -> bool:
    """Write one answer into the document, or beside the one that stands; says whether anything changed."""
    standing = document["answers"].get(name)
    new = given.answer(rev)
    variants = variants_of(standing) or [_blank(document, name)]
    if any(_said(new) == _said(each) for each in variants):
        return False
    if len(variants) > 1 or variants[0]["rev"] > seen:
        document["answers"][name] = _beside([*variants, new])
    else:
        _replace(document, name, new)
    return True


def variants_of(answer: Answer | None) -> list[Answer]:
    """What was said to one question, the answer that stands first; more than one only where windows disagree."""
    return [{part: value for part, value in answer.items() if part != "rivals"}, *answer.get("rivals", [])] if answer else []


def rivals(step: Step, document: Document, entry: str) -> list[Question]:
    """The questions of a page that two windows answered differently."""
    return [question for question in step.questions if document["answers"].get(key(question.id, entry), {}).get("rivals")]


def settle(*, document: Document, step: Step, entry: str, posted: Posted, seen: int, rev: int) -> tuple[Document, tuple[str, ...]]:
    """Let the person's choice, named by its counter, stand alone; returns the document and the settled answers' names.

    An answer that got another rival since the question was drawn (`seen`) is asked about again.
    """
    after, settled = deepcopy(document), []
    for question in rivals(step, document, entry):
        name = key(question.id, entry)
        chosen = _chosen(variants_of(document["answers"][name]), posted.getlist(f"{question.field}_settle"), seen)
        if chosen is not None:
            _replace(after, name, chosen | {"rev": rev})
            settled.append(name)
    return after, tuple(settled)


def _chosen(variants: list[Answer], revs: list[str], seen: int) -> Answer | None:
    known = all(each["rev"] <= seen for each in variants)
    return next((each for each in variants if known and [str(each["rev"])] == revs), None)


def _blank(document: Document, name: str) -> Answer:
    """Nothing said, since the counter at which it was taken back."""
    return {"state": "", "rev": document.get("cleared", {}).get(name, 0)}


def _beside(variants: list[Answer]) -> Answer:
    """One answer out of several: the first that says something stands."""
    standing = next(each for each in variants if each["state"])
    return standing | {"rivals": [each for each in variants if each is not standing]}


def _replace(document: Document, name: str, answer: Answer) -> None:
    """Let an answer stand alone; a blank leaves only its counter."""
    cleared = document.get("cleared", {})
    document["cleared"] = {each: rev for each, rev in cleared.items() if each != name}
    if answer["state"]:
        document["answers"][name] = answer
    else:
        document["answers"].pop(name, None)
        document["cleared"][name] = answer["rev"]


def _said(answer: Answer) -> Answer:
    return {part: value for part, value in answer.items() if part not in _BESIDE}
