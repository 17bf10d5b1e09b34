"""Two windows, two answers: every one is kept beside the others until the person says which is right.

The answer that stands keeps its place; the others wait beside it under `rivals`, each with the counter it came with. A blank is kept
too: an answer taken back leaves its counter under `cleared`, so that an older window can't bring it back unseen.
"""

from copy import deepcopy
from typing import Any, Final

from intake.answers.given import Given, Posted
from intake.answers.seen import Seen
from intake.questionnaire import Document, Question, Step, key

Answer = dict[str, Any]
_BESIDE: Final = ("rev", "rivals", "window", "sitting", "from")  # what an answer holds beside what was said


def put(document: Document, name: str, given: Given, *, seen: Seen, rev: int) -> bool:
    """Write one answer into the document, or beside the one that stands; says whether anything changed.

    What the same window said before gives way to what it says now: its person saw it go.
    """
    variants = variants_of(document["answers"].get(name)) or [_blank(document, name)]
    new = given.answer(rev) | seen.mark
    own = next((each for each in variants if seen.own(each)), None)
    if (own and seen.overtaken(own)) or (own is None and _among(variants, new)):
        return False
    if own and _said(own) == _said(new):
        return False
    _keep(document, name, _with(variants, own, new, seen))
    return True


def _with(variants: list[Answer], own: Answer | None, new: Answer, seen: Seen) -> list[Answer]:
    """The answers afterwards: one where the window saw what stands, else all that differ."""
    if own is not None:
        others = [each for each in variants if each is not own]
        return others if _among(others, new) else [new if each is own else each for each in variants]
    alone = len(variants) == 1 and variants[0]["rev"] <= seen.rev
    return [new] if alone else [*variants, new]


def _among(variants: list[Answer], new: Answer) -> bool:
    return any(_said(each) == _said(new) for each in variants)


def _keep(document: Document, name: str, variants: list[Answer]) -> None:
    if len(variants) == 1:
        _replace(document, name, variants[0])
    else:
        document["answers"][name] = _beside(variants)


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
            _replace(after, name, {part: each for part, each in chosen.items() if part != "window"} | {"rev": rev})
            settled.append(name)
    return after, tuple(settled)


def _chosen(variants: list[Answer], revs: list[str], seen: int) -> Answer | None:
    known = all(each["rev"] <= seen for each in variants)
    return next((each for each in variants if known and [str(each["rev"])] == revs), None)


def _blank(document: Document, name: str) -> Answer:
    """Nothing said: since it was taken back, or ever."""
    never: Answer = {"state": "", "rev": 0}
    return {**never, **document.get("cleared", {}).get(name, {})}


def _beside(variants: list[Answer]) -> Answer:
    """One answer out of several: the first that says something stands."""
    standing = next(each for each in variants if each["state"])
    return standing | {"rivals": [each for each in variants if each is not standing]}


def _replace(document: Document, name: str, answer: Answer) -> None:
    """Let an answer stand alone; a blank leaves a trace among those taken back."""
    cleared = document.get("cleared", {})
    document["cleared"] = {each: blank for each, blank in cleared.items() if each != name}
    if answer["state"]:
        document["answers"][name] = answer
    else:
        document["answers"].pop(name, None)
        document["cleared"][name] = answer


def _said(answer: Answer) -> Answer:
    return {part: value for part, value in answer.items() if part not in _BESIDE}
