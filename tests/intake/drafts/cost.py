"""What a page costs a person, by a keystroke-level model: docs/completion-cost.md says what it leaves out."""

from html.parser import HTMLParser
from typing import NamedTuple

# Card, Moran & Newell, "The keystroke-level model", CACM 23(7), 1980: to decide, to point, to press.
DECIDE_SECONDS, POINT_SECONDS, PRESS_SECONDS = 1.35, 1.10, 0.20
# Palin et al., "How do people type on mobile devices?", MobileHCI 2019: 36.2 words a minute, a word being five characters.
CHARACTER_SECONDS = 60 / (36.2 * 5)
# Brysbaert, "How many words do we read per minute?", J. Memory and Language 109, 2019: most adults read 175 to 300. A tired one reads the least.
WORD_SECONDS = 60 / 175
PAGE_SECONDS = 1.0  # ours: until the next page stands there on an ordinary connection
UNREAD = ("script", "select", "details", "textarea")


class Cost(NamedTuple):
    """`taps` are choices, ticks, boxes touched and buttons; `words` those not read before on the way."""

    pages: int = 0
    taps: int = 0
    typed: int = 0
    words: int = 0

    def plus(self, other: "Cost") -> "Cost":
        return Cost(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def minutes(self) -> float:
        """Of a person who knows the questions, which is all that the model claims to tell."""
        tapping = self.taps * (DECIDE_SECONDS + POINT_SECONDS + PRESS_SECONDS)
        return (self.pages * PAGE_SECONDS + tapping + self.typed * CHARACTER_SECONDS) / 60

    @property
    def minutes_reading(self) -> float:
        """Of a person who reads every word."""
        return self.minutes + self.words * WORD_SECONDS / 60

    def row(self, when: str) -> str:
        """As a line of the table."""
        return f"| {when} | {self.pages} | {self.taps} | {self.typed} | {self.minutes:.1f} | {self.words:,} | {self.minutes_reading:.1f} |"


class Reader(HTMLParser):
    """The words in sight between the page's heading and its end: not what is folded away, nor what only screen readers say."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.skipping: list[str] = []
        self.inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = self.inside or tag == "main"
        unread = tag in UNREAD or "unseen" in (dict(attrs).get("class") or "")
        if tag not in ("input", "br", "img", "meta", "link") and (self.skipping or unread):
            self.skipping.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.skipping and tag in self.skipping:
            del self.skipping[self.skipping.index(tag) if self.skipping.count(tag) == 1 else -1 :]
        self.inside = self.inside and tag != "main"

    def handle_data(self, data: str) -> None:
        if self.inside and not self.skipping:
            self.texts.append(" ".join(data.split()))


def texts_of(source: str) -> list[str]:
    reader = Reader()
    reader.feed(source)
    return reader.texts


class Eyes:
    """A person's: what they have read already they know again at a glance."""

    def __init__(self) -> None:
        self.known: set[str] = set()

    def read(self, source: str) -> int:
        """How many words of a page are new."""
        new = [text for text in dict.fromkeys(texts_of(source)) if text not in self.known]
        self.known.update(new)
        return sum(len(text.split()) for text in new)
