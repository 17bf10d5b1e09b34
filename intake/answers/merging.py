"""Putting what a page sent into the document: every answer kept, valid or not, and no newer answer written over unseen."""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

from intake.answers.asked import asked
from intake.answers.crosscheck import crosscheck, together
from intake.answers.document import was_removed, with_entry
from intake.answers.given import Given, Posted
from intake.answers.picks import no_room, with_picks
from intake.answers.reading import read
from intake.answers.required import required
from intake.answers.rivals import put, rivals
from intake.answers.seen import Seen
from intake.questionnaire import VERSION, Document, Question, Step, key, visible
from intake.questionnaire.steps.medicines import SLUG
from intake.questionnaire.words import say

CHOSEN: Final = ("choice", "choices", "entry", "band")


@dataclass(frozen=True)
class Merged:
    """The document afterwards, what is wrong with the page (question id → what to do), and which of its answers stand twice.

    `back` says that an entry which another window had taken out stands again, since something was typed for it; `no_room` are
    the names of medicines that were picked and that the list has no room for.
    """

    document: Document
    problems: dict[str, str] = field(default_factory=dict)
    conflicts: tuple[str, ...] = ()
    changes: int = 0
    back: bool = False
    no_room: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        return not (self.problems or self.conflicts or self.no_room)

    def about(self, question: str) -> "Merged":
        """The same where nothing but this question was asked: what is wrong elsewhere waits there."""
        problems = {id: problem for id, problem in self.problems.items() if id == question}
        return replace(self, problems=problems, conflicts=tuple(id for id in self.conflicts if id == question))


def merge(*, document: Document, step: Step, entry: str, posted: Posted, seen: Seen, rev: int, today: date) -> Merged:
    """Take a page's answers into the document as `rev`; `seen` is what the window knew.

    An answer that changed since keeps its value and takes the new one beside it as a rival, to be asked about.
    """
    before, document = document, with_picks(document, posted, seen, rev) if step.slug == SLUG else document
    after = deepcopy(with_entry(document, step.group, entry) if step.group else document) | {"questionnaire": VERSION}
    given = _checked(_given(step, after, entry, posted, today), step, after, entry)
    named = together({question.id for question in step.questions if seen.sends(question.field)})
    sent = {id: each for id, each in given.items() if id in named}
    changes = sum(put(after, key(id, entry), each, seen=seen, rev=rev) for id, each in sent.items()) + (document is not before)
    asked_about = [question for question in step.questions if visible(question, after, entry)]
    told = {question.id: given[question.id].error for question in asked_about if _wrong(question, given, sent, after, entry)}
    conflicts = tuple(question.id for question in rivals(step, after, entry) if question in asked_about)
    back = changes > 0 and was_removed(document, step.group, entry)
    left = no_room(after, posted) if step.slug == SLUG else ()
    return Merged(after, unanswered(step, after, entry) | told, conflicts, changes, back, left)


def _wrong(question: Question, given: Mapping[str, Given], sent: Mapping[str, Given], document: Document, entry: str) -> bool:
    """Whether the page holds something that can't be read: sent now, or standing since before."""
    if question.id not in given or not given[question.id].error:
        return False
    return question.id in sent or document["answers"].get(key(question.id, entry), {}).get("state") == "invalid"


def _given(step: Step, document: Document, entry: str, posted: Posted, today: date) -> dict[str, Given]:
    """What the page says, question by question. A blank box of a question that does not show says nothing."""
    read_ones = {question.id: read(asked(question, document, entry), posted, today) for question in step.questions}
    hidden = {question.id for question in step.questions if not visible(question, document, entry)}
    return {id: given for id, given in read_ones.items() if given is not None and (given.state or id not in hidden)}


def _checked(given: dict[str, Given], step: Step, document: Document, entry: str) -> dict[str, Given]:
    """With what can't be right together marked as such, as if the page were the only one."""
    answers = document["answers"] | {key(id, entry): each.answer(0) for id, each in given.items() if each.state}
    return given | crosscheck(step, document | {"answers": answers}, entry)


def unanswered(step: Step, document: Document, entry: str) -> dict[str, str]:
    """What a page still misses, with what to do about it."""
    open_ones = [question for question in step.questions if required(question, document, entry)]
    return {question.id: _ask(question) for question in open_ones if key(question.id, entry) not in document["answers"]}


def _ask(question: Question) -> str:
    ask = _("Choose an answer.") if question.kind in CHOSEN else say(question.wrong) or _("Type an answer.")
    return f"{ask} {_not_knowing(question)}".strip()


def _not_knowing(question: Question) -> str:
    return _("“I'm not sure” is an answer too.") if question.unsure else _("You may also prefer not to say.") if question.declinable else ""
