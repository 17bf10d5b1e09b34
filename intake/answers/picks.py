"""The quick pick: ticks and typed names become entries of the list. Each entry is the truth, a tick only shows that it is there."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from intake.answers.document import entries, new_entry, with_entry, without_entry
from intake.answers.given import Given, Posted, answered
from intake.answers.picking import medicine, typed_name
from intake.answers.seen import Seen
from intake.answers.text import plain
from intake.questionnaire import Document, Said, key, question_named
from intake.questionnaire.naming import AGENTS, medicine_name
from intake.questionnaire.steps.medicines import GROUP, MOST_ENTRIES
from trd import search

PICKED: Final = "picked"  # a tick: the id of an entry, or of a medicine that is not listed yet
DRAWN: Final = "drawn"  # the entries that stood ticked when the page was drawn
TYPED: Final = "typed"  # names that have no tick, parted by commas
AUTO: Final = "auto"  # saved by the script in between: what stood ticked and is not may be ticked again
_MOST_TYPED: Final = 20_000
_BETWEEN: Final = re.compile(r"[,;\n]")


def with_picks(document: Document, posted: Posted, seen: Seen, rev: int) -> Document:
    """The document with an entry for each new tick and name, and without those unticked again that nothing else was said of."""
    for entry in unticked(document, posted, seen):
        document = document if _told_of(document, entry) else without_entry(document, GROUP, entry)
    room = max(0, MOST_ENTRIES - len(entries(document, GROUP)))
    for given in islice(_given(document, posted), room):
        document = _with(document, given, seen, rev)
    return document


def no_room(document: Document, posted: Posted) -> tuple[str, ...]:
    """The names of what was ticked or typed and does not fit any more, once the list is full."""
    full = len(entries(document, GROUP)) >= MOST_ENTRIES
    return tuple(typed_name(given.answer(0)) or medicine_name(given.value) for given in _given(document, posted)) if full else ()


def unticked(document: Document, posted: Posted, seen: Seen) -> list[str]:
    """The entries that stood ticked on the page, or that its script saved in between, are ticked no more, and are still there."""
    stood = [] if AUTO in posted else posted.getlist(DRAWN)
    gone = [entry for entry in stood if entry not in posted.getlist(PICKED)]
    return [entry for entry in entries(document, GROUP) if entry in gone or _taken_back(document, entry, posted, seen)]


def _taken_back(document: Document, entry: str, posted: Posted, seen: Seen) -> bool:
    """Whether this window saved an entry from a tick or a name that it does not hold any more."""
    answer = document["answers"].get(key("agent", entry), {})
    if not seen.own(answer) or seen.overtaken(answer):
        return False
    typed = _typed(document, entry)
    return typed not in map(str.casefold, _names(posted)) if typed else answer.get("value") not in posted.getlist(PICKED)


def _told_of(document: Document, entry: str) -> bool:
    """Whether more than the name was said of an entry."""
    own = f"{GROUP}/{entry}/"
    return any(name.startswith(own) and name != key("agent", entry) for name in document["answers"])


def _given(document: Document, posted: Posted) -> Iterator[Given]:
    """An answer to "which medicine" for each tick and each name that the list does not hold yet."""
    listed = [Said(document, entry).value("agent") for entry in entries(document, GROUP)]
    yield from (answered(id) for id in dict.fromkeys(posted.getlist(PICKED)) if id in AGENTS and id not in listed)
    before = {_typed(document, entry) for entry in entries(document, GROUP)}
    yield from (_named(name) for name in _names(posted) if name.casefold() not in before)


def _names(posted: Posted) -> list[str]:
    """What was typed, name by name, each once."""
    parts = [plain(part) for text in posted.getlist(TYPED) for part in _BETWEEN.split(text[:_MOST_TYPED])]
    return list({part.casefold(): part for part in parts if part}.values())


def _named(name: str) -> Given:
    """A medicine's very name is that medicine; one that is near others is asked about on its own page; any other is kept as it is."""
    question = question_named("agent")
    assert question is not None  # noqa: S101
    given = medicine(question, {"typed": [name]})
    known = given.state == "answered" or len(name) > question.longest or search(name)
    return given if known else answered({"other": name}, name)


def _typed(document: Document, entry: str) -> str:
    return typed_name(document["answers"].get(key("agent", entry))).casefold()


def _with(document: Document, given: Given, seen: Seen, rev: int) -> Document:
    entry = new_entry(GROUP)
    begun = with_entry(document, GROUP, entry)
    return begun | {"answers": begun["answers"] | {key("agent", entry): given.answer(rev) | seen.mark}}
