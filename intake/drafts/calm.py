"""One question at a time: the same pages, asked piece by piece, for who has little strength.

The mode and the place where the person stopped stand in the sealed document, under `calm`: a part that only drafts have.
"""

from dataclasses import dataclass, replace
from typing import Final

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_noop

from intake.answers.required import waived
from intake.drafts.places import Place, before, following, named
from intake.questionnaire import GROUP_OF, Document, Question, Said, key, visible
from intake.questionnaire.steps.other_treatments import HAD, REST, TREATMENTS

CALM: Final = "calm"
PICKS: Final = "picked"  # the quick pick of a list: what is asked before its questions
INVALID: Final = {"state": "invalid"}  # nothing said waits for an answer too
OUTSIDE: Final = 0  # the number in the address of what stands outside a scale


@dataclass(frozen=True)
class One:
    """What is asked: `id` of a question, or PICKS. It is the `number`th of `all` that its page asks this person."""

    place: Place
    id: str
    number: int
    all: int

    def url(self, **more: str) -> str:
        return address(self.place, one=str(self.number), **more)

    def asks(self, question: Question) -> bool:
        return question.id == self.id

    @property
    def field(self) -> str:
        """The form's field it is asked in."""
        return self.id.replace(".", "_")


def address(place: Place, **more: str) -> str:
    return f"{place.url}?{urlencode(more)}" if more else place.url


def is_on(document: Document) -> bool:
    return bool(document.get(CALM, {}).get("on"))


def switched(document: Document, on: bool) -> Document:
    """The document with the mode switched; whatever was said stays."""
    return document | {CALM: {"on": on}}


def left_at(document: Document, one: One, done: bool) -> Document:
    """The document with the question the person is at; `done` says that they go on from there."""
    now = {"place": one.place.exact_name, "id": one.id, "done": done}
    return document | {CALM: document.get(CALM, {}) | now}


def ones(place: Place, document: Document) -> list[One]:
    """What a page asks one after the other: none for a page that only tells something."""
    ids = _ids(place, document)
    return [One(place, id, number, len(ids)) for number, id in enumerate(ids, 1)]


def numbered(place: Place, document: Document, query: QueryDict) -> One | None:
    """The one that an address names; None where it names none of this page."""
    number = query.get("one", "")
    if number == str(OUTSIDE):
        return next((One(place, question.id, OUTSIDE, 0) for question in _outside(place, document)), None)
    return next((one for one in ones(place, document) if str(one.number) == number), None)


def asked_for(place: Place, document: Document, query: QueryDict) -> tuple[One | None, str]:
    """What a page shows in this document's mode: one question, or (None) all of it; or the address of the question to show instead."""
    if not is_on(document):
        return None, ""
    one = numbered(place, document, query)
    if one and one.number:
        return one, ""
    first = standing(place, document)
    return None, first.url(**from_check(query)) if first else ""


def from_check(query: QueryDict) -> dict[str, str]:
    """What an address keeps for who came from where the answers are checked."""
    return {"check": "1"} if "check" in query else {}


def standing(place: Place, document: Document) -> One | None:
    """The first without an answer that can be read, else the first."""
    listed, said = ones(place, document), document["answers"]
    waiting = (one for one in listed if one.id == PICKS or said.get(key(one.id, place.entry), INVALID)["state"] == "invalid")
    return next(waiting, listed[0] if listed else None)


def after(one: One, document: Document) -> One | None:
    """The next of the same page, as the document stands now."""
    later = _order(one.place)[_order(one.place).index(one.id) + 1 :]
    return next((each for each in ones(one.place, document) if each.id in later), None)


def back(place: Place, one: One | None, document: Document, **more: str) -> str:
    """The address of the one before: of the same page, or the last of the page before."""
    earlier = ones(place, document)[: one.number - 1] if one and one.number else []
    if earlier:
        return earlier[-1].url(**more)
    page = before(place, document)
    last = ones(page, document)[-1:] if page else []
    return last[0].url() if last else page.url if page else reverse("intake:home")


def recalled(question: Question, document: Document) -> Question:
    """A question that speaks of the answer before it, with that answer in its hint, since it is not in sight."""
    if question.id != REST:
        return question
    ticked = Said(document).value(HAD) or []
    names = [each.name for each in TREATMENTS if each.slug not in ticked]
    return replace(question, hint=gettext_noop("You did not tick: {names}."), fill={"names": ", ".join(map(gettext, names))})


def stopped_in(document: Document) -> Place | None:
    """The page they stopped on, if it still applies."""
    return named(document.get(CALM, {}).get("place", ""), document)


def stopped_at(document: Document) -> str:
    """The address to go on from: the question they stopped at, or what comes after it if they were done with it.

    Empty where that is not known, or is not asked any more.
    """
    kept, place = document.get(CALM, {}), stopped_in(document)
    one = next((each for each in ones(place, document) if each.id == kept.get("id")), None) if place else None
    if one is None or not kept.get("done"):
        return one.url() if one else ""
    following_one = after(one, document)
    return following_one.url() if following_one else following(one.place, document)


def _ids(place: Place, document: Document) -> list[str]:
    said = Said(document, place.entry)
    left_out = [question.id for question in _outside(place, document) if said.value(question.id)]
    if left_out:
        return left_out
    shown = [question for question in place.step.questions if visible(question, document, place.entry) and not question.outside]
    asked = [question.id for question in shown if not waived(question, said)]
    return [PICKS, *asked] if _has_picks(place) else asked


def _outside(place: Place, document: Document) -> list[Question]:
    return [question for question in place.step.questions if question.outside and visible(question, document, place.entry)]


def _order(place: Place) -> list[str]:
    return [PICKS, *(question.id for question in place.step.questions)]


def _has_picks(place: Place) -> bool:
    return not place.step.group and place.slug in GROUP_OF
