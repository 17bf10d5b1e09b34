"""What must hold after anything was sent: an answer in words, no answer disturbed, nothing typed lost."""

import re
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponse, QueryDict
from django.utils.html import escape

from intake.answers.picks import AUTO, DRAWN, PICKED, _names, typed_name
from intake.answers.reading import MOST_KEPT, part
from intake.answers.rivals import variants_of
from intake.answers.seen import Seen
from intake.drafts.places import Place
from intake.questionnaire import Document, Question, key
from intake.questionnaire.steps.medicines import GROUP, SLUG
from tests.intake.fuzz.posts import Post

ANSWERS = {200, 302, 303, 409, 422}  # 200 is what the script is told
REFUSED = {400, 403}
NO_LETTER = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
NO_ROOM = ("There is no more room in this list", "No queda más lugar en esta lista")  # nothing to mend, so no link
STILL_HERE = ("Anything you saved before is still here", "Lo que guardó antes sigue aquí")
TYPED = {"band": ("number",), "month": ("year", "age", "words"), "medicine": ("typed",)}
BOXES = ("text", "long_text", "phone", "signature", "number", "dose")


def complaints(post: Post, before: Document, after: Document, response: HttpResponse) -> Iterator[str]:
    """What is not as it must be, a line each."""
    source = response.content.decode()
    if response.status_code not in ANSWERS and not (post.odd and response.status_code in REFUSED):
        yield f"answered {response.status_code}"
        return
    if "<script>alert" in source or "onerror=alert(1)>" in source:
        yield "what was typed is an element of the page"
    if response.status_code in REFUSED:
        yield from ["refused, and changed the draft"] if before != after else []
        yield from [] if any(words in source for words in STILL_HERE) else ["refused without a word of what is kept"]
        return
    given = response.wsgi_request.POST
    if response.status_code == 422 and AUTO not in given:
        yield from unclear(source)
    yield from disturbed(post.place, before, after, given)
    yield from lost(post.place, given, before, after) if "settle" not in given else ()
    yield from unlisted(given, after, source) if post.place.step.slug == SLUG and "settle" not in given else ()


def unclear(source: str) -> Iterator[str]:
    """A page that says something is wrong names each place, and each link lands."""
    links = re.findall(r'<a href="#(id_[^"]+)"', source)
    if not links and not any(words in source for words in NO_ROOM):
        yield "422 without a link to what is wrong"
    ids = set(re.findall(r'\bid="([^"]+)"', source))
    yield from (f"the error's link #{link} leads nowhere" for link in links if link not in ids)


def disturbed(place: Place, before: Document, after: Document, given: QueryDict) -> Iterator[str]:
    """Answers of other pages that are not as they were. Only an unticked medicine of which nothing else was told may go."""
    own = {key(question.id, place.entry) for question in place.step.questions}
    gone = set(before["groups"][GROUP]) - set(after["groups"][GROUP])
    for entry in gone:
        told = [name for name in before["answers"] if name.startswith(f"{GROUP}/{entry}/") and name != key("agent", entry)]
        unticked = place.step.slug == SLUG and entry not in given.getlist(PICKED) and (entry in given.getlist(DRAWN) or "window" in given)
        if told or not unticked:
            yield f"entry {entry} is gone"
    others = [name for name in before["answers"] if name not in own and not (name.startswith(f"{GROUP}/") and name.split("/")[1] in gone)]
    yield from (f"{name} was disturbed" for name in others if before["answers"][name] != after["answers"].get(name))


def lost(place: Place, given: QueryDict, before: Document, after: Document) -> Iterator[str]:
    """Texts that were typed and stand nowhere."""
    if place.step.group and place.entry not in after["groups"][GROUP]:
        return  # refused: no page of this form
    seen = Seen.of(given)
    for question in place.step.questions:
        name = key(question.id, place.entry)
        older = any(seen.overtaken(each) for each in variants_of(before["answers"].get(name)))
        if seen.sends(question.field) and not older:
            yield from (f"{name}: typed {text[:60]!r}, which is lost" for text in _missing(question, given, after["answers"].get(name)))


def unlisted(given: QueryDict, after: Document, source: str) -> Iterator[str]:
    """Medicines that were typed on the list, and neither stand in it nor are named as those it has no room for."""
    if AUTO in given or "window" in given:
        return
    listed = {typed_name(after["answers"].get(key("agent", entry))).casefold() for entry in after["groups"][GROUP]}
    missing = [name for name in _names(given) if name.casefold() not in listed]
    yield from (f"medicine {name[:60]!r} was typed and is not listed" for name in missing if escape(name) not in source)


def _missing(question: Question, given: QueryDict, answer: Any) -> list[str]:
    suffixes = TYPED.get(question.kind, ("",) if question.kind in BOXES else ())
    texts = [text for suffix in suffixes for text in given.getlist(part(question, suffix)) if text.strip()]
    kept = set(_leaves(answer))
    if sum(len(text) for field, texts in given.lists() if field.startswith(question.field) for text in texts) > MOST_KEPT:
        texts = [text[:MOST_KEPT] for text in texts[:1] if suffixes[0] == ""]  # the page then says where it was cut
    return [text for text in texts if plain(text) and not {text, plain(text), text.strip(), text.strip().lstrip("0")} & kept]


def plain(text: str) -> str:
    """What of a text is to be kept: lines, and every letter that is one."""
    return NO_LETTER.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _leaves(thing: Any) -> Iterator[str]:
    if isinstance(thing, dict | list):
        for each in thing.values() if isinstance(thing, dict) else thing:
            yield from _leaves(each)
    else:
        yield str(thing)
