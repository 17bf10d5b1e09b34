"""Pages as no browser of ours sends them: any field of any page, left out, right, wrong, repeated or of another page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from random import Random
from typing import Final
from urllib.parse import quote_from_bytes

from django.conf import settings
from django.forms import MultiWidget

from intake.answers.document import entries
from intake.drafts.fields import fields_of
from intake.drafts.places import Place
from intake.questionnaire import PAGES, STEPS, Document, Question, Step
from intake.questionnaire.naming import AGENTS
from intake.questionnaire.steps.medicines import GROUP, SLUG
from tests.intake.filling import ENTRY
from tests.intake.fuzz.naughty import Text, naughty

Fields = list[tuple[str, Text]]
FORM: Final = "application/x-www-form-urlencoded"
BOUNDARY: Final = "zzz"
MULTIPART: Final = f"multipart/form-data; boundary={BOUNDARY}"
# Ways to send that browsers do not have. The server may refuse them, in words, and changes nothing then.
ODD: Final = (
    *(f"{FORM}; charset={charset}" for charset in ("utf-7", "utf-16", "nonsense", "utf-8")),
    *(f"{MULTIPART}; charset={charset}" for charset in ("utf-7", "unicode_escape", "utf-16", "rot13", "nonsense", "idna")),
    *("application/json", "text/plain", "multipart/form-data", f"{MULTIPART}x", "", "\x00", "multipart/form-data; boundary=" + "b" * 300),
)
MANY: Final = 600  # more fields than the server takes
ASIDE: Final = ("rev", "window", "only", "auto", "later", "help", "settle", "drawn", "picked", "typed", "next", "check", "then", "language")
WINDOWS: Final = ("0123456789abcdef:1", "0123456789abcdef:2", "0123456789abcdef:999999", "fedcba9876543210:7")
QUERIES: Final = (
    "",
    "",
    "",
    "?check",
    "?check=%00",
    "?then=m-00000001",
    "?then=../..",
    "?next=//evil.example",
    "?%ff=%ed%a0%80",
    "?" + "a=b&" * 50,
)


@dataclass(frozen=True)
class Post:
    """One thing sent. `fields` are what it means to say; `odd`: it is said in a way that may be refused."""

    place: Place
    fields: Fields
    query: str = ""
    content_type: str = FORM
    files: tuple[str, ...] = field(default=())

    @property
    def url(self) -> str:
        return self.place.url + self.query

    @property
    def odd(self) -> bool:
        too_much = len(self.fields) > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS or len(self.body) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE
        return too_much or len(self.files) > settings.DATA_UPLOAD_MAX_NUMBER_FILES or self.content_type not in (FORM, MULTIPART)

    @cached_property
    def body(self) -> bytes:
        if self.content_type.startswith("multipart"):
            return b"".join((*(_part(name, value) for name, value in self.fields), *map(_file, self.files), f"--{BOUNDARY}--\r\n".encode()))
        return b"&".join(f"{_quoted(name)}={_quoted(value)}".encode() for name, value in self.fields)


def _bytes(text: Text) -> bytes:
    return text if isinstance(text, bytes) else text.encode()


@cache
def _quoted(text: Text) -> str:
    return quote_from_bytes(_bytes(text), safe="")


def _part(name: str, value: Text) -> bytes:
    return f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + _bytes(value) + b"\r\n"


def _file(name: str) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"; filename="../x\x00.html"\r\nContent-Type: text/html\r\n\r\n'
    return head.encode() + b"<script>alert(1)</script>\r\n"


def places(document: Document) -> list[Place]:
    """Every page there is, with the entries that the document has, one to come and one more that nobody made."""
    listed = [*entries(document, GROUP)[:3], ENTRY, "m-0badf00d"]
    return [*map(Place, STEPS), *(Place(page, entry) for page in PAGES[GROUP] for entry in listed)]


def names(step: Step) -> list[str]:
    """Every field of a page, part by part."""
    own = [name for question in step.questions for name in _names(question)]
    return [*own, "picked", "typed", "drawn"] if step.slug == SLUG and not step.group else own


def _names(question: Question) -> Iterator[str]:
    for name, each in fields_of(question).items():
        yield from ([f"{name}{suffix}" for suffix in each.widget.widgets_names] if isinstance(each.widget, MultiWidget) else [name])


def right(step: Step, name: str, document: Document) -> list[Text]:
    """What a browser of ours could send in this field; texts may be anything."""
    if name in ("picked", "drawn"):
        return [*AGENTS, *entries(document, GROUP)]
    question = next((each for each in step.questions if each.field == name), None)
    chosen = [str(choice.value) for choice in question.choices] if question else []
    return chosen or ["yes", "50", "8", "2024", "34", "sertraline", "not_sure", "Wonder pills"]


def post(dice: Random, document: Document, place: Place, whole: bool = False) -> Post:
    """One page, sent in some way; `whole`: with each of its fields."""
    own = names(place.step)
    some = own if whole or dice.random() < 0.4 else dice.sample(own, dice.randint(0, len(own)))
    fields = [pair for name in some for pair in _given(dice, place.step, name, document)] + _foreign(dice, own)
    dice.shuffle(fields)
    if dice.random() < 0.005:
        fields += [(f"x{number}", "1") for number in range(MANY)]
    return Post(place, fields, dice.choice(QUERIES), _content_type(dice), tuple(own[:2]) if dice.random() < 0.1 else ())


def _given(dice: Random, step: Step, name: str, document: Document) -> Fields:
    times = dice.choice((1, 1, 1, 1, 1, 1, 2, 3, 20))
    return [(name, dice.choice(right(step, name, document)) if dice.random() < 0.45 else naughty(dice)) for _ in range(times)]


def _foreign(dice: Random, own: list[str]) -> Fields:
    """What the page did not ask, and what it says beside its answers."""
    fields: Fields = [("rev", dice.choice(("0", "9", "999999999", str(dice.randint(0, 60)))))] if dice.random() < 0.7 else []
    if dice.random() < 0.15:
        fields.append(("window", dice.choice(WINDOWS)))
    if dice.random() < 0.1:
        fields += [("only", dice.choice(own or ["x"])) for _ in range(dice.randint(1, 4))]
    if dice.random() < 0.15:
        fields.append(("auto", "1"))
    if dice.random() < 0.3:
        others = [name for step in dice.sample(STEPS, 2) for name in names(step)]
        fields += [
            (dice.choice([*others, *ASIDE, "x_settle", "phq9_item9_settle", "csrfmiddlewaretoken"]), naughty(dice)) for _ in range(3)
        ]
    return fields


def _content_type(dice: Random) -> str:
    throw = dice.random()
    return FORM if throw < 0.85 else MULTIPART if throw < 0.96 else dice.choice(ODD)
