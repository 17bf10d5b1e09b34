"""Putting what a page sent into the document: every answer kept, valid or not, and no newer answer written over unseen."""

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from intake.answers.asked import asked
from intake.answers.crosscheck import crosscheck
from intake.answers.document import with_entry
from intake.answers.given import Given, Posted
from intake.answers.reading import read
from intake.answers.required import required
from intake.questionnaire import Document, Question, Step, key, visible
from intake.questionnaire.words import say

CHOSEN: Final = ("choice", "choices", "entry", "band")


@dataclass(frozen=True)
class Merged:
    """The document afterwards, what is wrong with the page (question id → what to do), and which answers met another window's."""

    document: Document
    problems: dict[str, str] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    changes: int = 0

    @property
    def valid(self) -> bool:
        return not self.problems and not self.conflicts


def merge(*, document: Document, step: Step, entry: str, posted: Posted, seen: int, rev: int, today: date) -> Merged:
    """Take a page's answers into the document as `rev`; `seen` is the counter the page was drawn with.

    An answer that changed since `seen` keeps its value and takes the new one beside it as `rival`, to be asked about.
    """
    after = deepcopy(with_entry(document, step.group, entry) if step.group else document)
    problems: dict[str, str] = {}
    outcomes: dict[str, str] = {}
    for question in step.questions:
        given = read(asked(question, document, entry), posted, today)
        if given is None or (not given.state and not visible(question, after, entry)):
            continue
        outcomes[question.id] = _put(after["answers"], key(question.id, entry), given, seen, rev)
        if given.error and visible(question, after, entry):
            problems[question.id] = given.error
    for id, given in crosscheck(step, after, entry).items():
        after["answers"][key(id, entry)] = given.answer(rev)
        problems[id] = given.error
    problems = unanswered(step, after, entry) | problems
    conflicts = tuple(id for id, outcome in outcomes.items() if outcome == "conflict")
    return Merged(after, problems, conflicts, sum(outcome != "same" for outcome in outcomes.values()))


def _put(answers: dict[str, Any], name: str, given: Given, seen: int, rev: int) -> str:
    """Write one answer; says whether it was the same, changed, or met a newer one."""
    current = answers.get(name)
    new = given.answer(rev)
    if _said(current) == _said(new if given.state else None):
        return "same"
    if current and current["rev"] > seen:
        answers[name] = current | {"rival": {part: value for part, value in new.items() if part != "rev"}}
        return "conflict"
    if given.state:
        answers[name] = new
    else:
        del answers[name]
    return "changed"


def _said(answer: dict[str, Any] | None) -> dict[str, Any]:
    return {part: value for part, value in (answer or {}).items() if part not in ("rev", "rival")}


def unanswered(step: Step, document: Document, entry: str) -> dict[str, str]:
    """What a page still misses, with what to do about it."""
    open_ones = [question for question in step.questions if required(question, document, entry)]
    return {question.id: _ask(question) for question in open_ones if key(question.id, entry) not in document["answers"]}


def _ask(question: Question) -> str:
    ask = _("Choose an answer.") if question.kind in CHOSEN else say(question.wrong) or _("Type an answer.")
    return f"{ask} {_not_knowing(question)}".strip()


def _not_knowing(question: Question) -> str:
    return _("“I'm not sure” is an answer too.") if question.unsure else _("You may also prefer not to say.") if question.declinable else ""


def settle(*, document: Document, step: Step, entry: str, posted: Posted, rev: int) -> Document:
    """Let the person's choice stand where two windows gave two answers: `kept` is what stood, `rival` what came second."""
    after = deepcopy(document)
    for question in rivals(step, document, entry):
        name = key(question.id, entry)
        chosen = posted.getlist(f"{question.field}_settle")
        if chosen in (["kept"], ["rival"]):
            _let_stand(after["answers"], name, rival=chosen == ["rival"], rev=rev)
    return after


def _let_stand(answers: dict[str, Any], name: str, *, rival: bool, rev: int) -> None:
    standing = answers.pop(name)
    chosen = standing["rival"] if rival else {part: value for part, value in standing.items() if part != "rival"}
    if chosen["state"]:  # a rival may be a blank: the answer taken back
        answers[name] = chosen | {"rev": rev}


def rivals(step: Step, document: Document, entry: str) -> list[Question]:
    """The questions of a page that two windows answered differently."""
    return [question for question in step.questions if "rival" in document["answers"].get(key(question.id, entry), {})]
