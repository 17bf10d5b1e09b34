"""The shapes the questionnaire is made of: plain frozen data, English words, no code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from django.utils.translation import get_language

from intake.questionnaire.conditions import Condition
from intake.questionnaire.words import Official, Words, language_of, say

Kind = Literal[
    "text",
    "long_text",
    "phone",
    "signature",
    "agreement",
    "number",
    "dose",
    "choice",
    "choices",
    "entry",  # a choice among the other entries of the group
    "band",  # a choice of bands, or a number typed instead
    "month",  # month and year, the month may be left out, "about" may be ticked
    "medicine",
]
NONE = "none"  # the tick "none of these", which stands alone


@dataclass(frozen=True)
class Choice:
    """One answer to choose. `value` is what is stored; `language` where the words it stands for are those of one language."""

    value: str | int
    label: Words
    hint: Words = ""
    language: str = ""

    @property
    def words(self) -> str:
        return say(self.label)


@dataclass(frozen=True)
class Question:
    """One question. Ids with a dot are asked once; ids without belong to an entry of the step's group.

    `unsure`, `declinable`: what may be said instead of an answer. `when`: applies only then. `waived`: asked, but not
    required then. `wrong`: what to do about an answer that can't be read. `before`: words that must be read first. `topic`:
    the heading that neighbours of one topic share. `outside`: stands above the page's first words, apart from a scale.
    the heading that neighbours of one topic share. `aids`: a date that may hang on an age or on words instead of a year.
    """

    id: str
    kind: Kind
    label: Words
    hint: str = ""
    choices: tuple[Choice, ...] = ()
    unsure: bool = True
    declinable: bool = False
    optional: bool = False
    when: Condition | None = None
    waived: Condition | None = None
    wrong: str = ""
    before: str = ""
    topic: str = ""
    outside: bool = False
    aids: bool = False
    unit: str = ""
    least: float = 0
    most: float = 0
    longest: int = 200
    fill: Mapping[str, str] = field(default_factory=dict)

    @property
    def field(self) -> str:
        """The name of its form field."""
        return self.id.replace(".", "_")

    @property
    def words(self) -> str:
        return say(self.label, self.fill)

    @property
    def full_words(self) -> str:
        """The label where its topic's heading is not in sight."""
        return f"{say(self.topic)}: {self.words}" if self.topic else self.words

    @property
    def language(self) -> str:
        """Of its words, where it is not the page's."""
        return language_of(self.label)

    @property
    def guidance(self) -> str:
        return say(self.hint, self.fill)

    @property
    def tick(self) -> Choice:
        """What its one tick box stands for, in the language of the page."""
        here = (get_language() or "en")[:2]
        return next((choice for choice in self.choices if choice.language == here), self.choices[0])

    def choice(self, value: object) -> Choice | None:
        """The choice with this value, as stored or as a form sends it."""
        return next((choice for choice in self.choices if str(choice.value) == str(value)), None)


@dataclass(frozen=True)
class Step:
    """One page: a title, why we ask, its questions. A page of a group is asked once for each entry."""

    slug: str
    title: Words
    questions: tuple[Question, ...]
    part: int = 1
    why: str = ""
    lead: Words = ""
    notice: Words = ""
    when: Condition | None = None
    group: str = ""
    minutes: int = 1
    pack: str = ""  # the optional pack it belongs to: asked only where the document says that the pack was on
    section: str = ""  # the section a page belongs to in lists; empty: it is one itself
    help: bool = False  # ways to reach help at once stand above the questions

    @property
    def heading(self) -> str:
        return say(self.title)

    @property
    def reason(self) -> str:
        return say(self.why)

    @property
    def introduction(self) -> str:
        return say(self.lead)

    @property
    def lead_language(self) -> str:
        return language_of(self.lead)

    @property
    def note(self) -> str:
        return say(self.notice)

    @property
    def note_language(self) -> str:
        return language_of(self.notice)

    @property
    def foreign(self) -> bool:
        """Whether words of it stay in English on this page, for want of an official translation."""
        return bool(self.lead_language) or any(question.language for question in self.questions)


__all__ = ["NONE", "Choice", "Kind", "Official", "Question", "Step"]
