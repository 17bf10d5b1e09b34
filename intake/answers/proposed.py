"""What was sent in an earlier form, laid beside a new one: each answer is asked about again and counts only once it is said to be still right.

The proposals stand apart from the answers (`proposed`), so that whatever reads answers knows nothing of them; what is not confirmed is
never sent. An answer that was confirmed says where it came from (`from`: the earlier submission and its day).
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from intake.answers.asked import asked, entry_name
from intake.answers.document import entries, with_entry
from intake.answers.wording import words
from intake.questionnaire import GROUP_OF, Document, Question, Step, key, visible
from intake.questionnaire.steps import asq, consent, phq9
from intake.questionnaire.steps.medicines import MOST_ENTRIES
from intake.questionnaire.whole import SCALES, homes

PART: Final = "proposed"
# Asked anew each time: what was agreed to or allowed, every scale, whatever safety rests on, and where and how somebody is today.
ANEW_PAGES: Final = {consent.STEP.slug, phq9.BEFORE.slug, phq9.STEP.slug, asq.FIRST.slug, asq.LAST.slug, *SCALES}
ANEW: Final = {
    *("about.phone", "about.message", "about.place", "about.helper", "episode.words", "exclude.birth"),
    *("doctors.ask", "support.may_come", "support.may_talk"),
}
_SAID: Final = ("answered", "not_sure", "declined")
_NAMES: Final = {"medicine": "agent"}  # the question that names an entry of a group


@dataclass(frozen=True)
class Proposal:
    """One question and what was said to it last time, in words."""

    label: str
    words: str


def laid_beside(document: Document, earlier: Document, source: dict[str, str]) -> Document:
    """The document with what may be proposed of an earlier one; `source` says which one that was."""
    kept = {name: _said(answer) for name, answer in earlier["answers"].items() if _may_be_proposed(name) and answer["state"] in _SAID}
    return document | {PART: {"from": source, "groups": deepcopy(earlier["groups"]), "answers": kept}}


def proposals(document: Document, step: Step, entry: str = "") -> list[Proposal]:
    """What a page has to ask "still right?" about: visible questions without an answer that had one last time."""
    after, names = _confirmed(document, step, entry, 0)
    return [_proposal(name, after) for name in names]


def confirmed(document: Document, step: Step, entry: str, rev: int) -> tuple[Document, int]:
    """The document in which a page's proposals are answers, and how many there were. What the person took back stays away."""
    after, names = _confirmed(document, step, entry, rev)
    return after, len(names)


def _confirmed(document: Document, step: Step, entry: str, rev: int) -> tuple[Document, list[str]]:
    """Question by question in the order asked: one that is confirmed may bring up the next."""
    if PART not in document:
        return document, []
    after, names = _with_entries(deepcopy(document), GROUP_OF.get(step.slug, ""), rev)
    for question in step.questions:
        name = key(question.id, entry)
        if _is_open(name, after) and visible(question, after, entry) and _fits(question, after, entry):
            _take(after, name, rev)
            names.append(name)
    return after, names


def _with_entries(document: Document, group: str, rev: int) -> tuple[Document, list[str]]:
    """The entries of last time by name; not those that were removed from this form."""
    names = []
    for entry in document[PART]["groups"].get(group, []):
        name = f"{group}/{entry}/{_NAMES[group]}"
        away = entry in (*entries(document, group), *document.get("removed", []))
        if not away and _is_open(name, document) and len(entries(document, group)) < MOST_ENTRIES:
            document = with_entry(document, group, entry)
            _take(document, name, rev)
            names.append(name)
    return document, names


def _is_open(name: str, document: Document) -> bool:
    """Whether something was said last time and nothing this time."""
    return name in document[PART]["answers"] and name not in document["answers"] and name not in document.get("cleared", {})


def _take(document: Document, name: str, rev: int) -> None:
    document["answers"][name] = document[PART]["answers"][name] | {"rev": rev, "from": document[PART]["from"]}


def _fits(question: Question, document: Document, entry: str) -> bool:
    """Whether the questionnaire still offers what was chosen then."""
    answer = document[PART]["answers"][key(question.id, entry)]
    value = answer.get("value")
    if answer["state"] != "answered" or question.kind not in ("choice", "choices", "entry"):
        return True
    today = asked(question, document, entry)
    return all(today.choice(each) for each in (value if isinstance(value, list) else [value]))


def _may_be_proposed(name: str) -> bool:
    id = name.rsplit("/", 1)[-1]
    return id in homes() and id not in ANEW and not ANEW_PAGES & {homes()[id][0].slug, homes()[id][0].section}


def _said(answer: dict[str, Any]) -> dict[str, Any]:
    return {part: answer[part] for part in ("state", "value", "raw") if part in answer}


def _proposal(name: str, document: Document) -> Proposal:
    *place, id = name.split("/")
    entry = place[1] if place else ""
    step, question = homes()[id]
    if id in _NAMES.values():  # of several, one below the other: not the same question each time
        return Proposal(str(step.heading), entry_name(document, entry))
    return Proposal(question.full_words, words(question, document["answers"][name], document, entry))
