"""Scales as data: words, codes and licence from their files, each language held to its hash."""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from intake.questionnaire.words import Official

FOLDER: Final = Path(__file__).resolve().parent.parent / "data" / "scales"


class Altered(Exception):
    """The words of a scale are not those that its hash was made of."""


@dataclass(frozen=True)
class Item:
    loinc: str
    words: Official


@dataclass(frozen=True)
class Answer:
    """`score` counts in the total; `id` names an answer that is never scored."""

    loinc: str
    words: Official
    score: int = 0
    id: str = ""


@dataclass(frozen=True)
class Scale:
    id: str
    title: str
    version: str
    licence: str
    source_url: str
    loinc_panel: str
    loinc_total: str
    stem: Official
    items: tuple[Item, ...]
    answers: tuple[Answer, ...]
    difficulty: Official
    difficulty_answers: tuple[Answer, ...]
    sha256: str  # of the whole file: what was asked, in every language

    def score(self, given: dict[int, int]) -> int | None:
        """The total, from item number to its score; None unless every item has an answer of the scale: no partial totals."""
        allowed = {answer.score for answer in self.answers}
        scores = [given.get(number) for number in range(1, len(self.items) + 1)]
        return sum(s for s in scores if s is not None) if all(s in allowed for s in scores) else None


def load(path: Path) -> Scale:
    """A scale from its file. Raises Altered where a word differs from the hash of its language."""
    text = path.read_bytes()
    data = tomllib.loads(text.decode())
    for language, expected in data["sha256"].items():
        if words_digest(data, language) != expected:
            raise Altered(f"{path.name}: the words in {language} are not those of the hash")
    difficulty = data["difficulty"]
    return Scale(
        **{key: data[key] for key in ("id", "title", "version", "licence", "source_url", "loinc_panel", "loinc_total")},
        stem=_official(data["stem"]),
        items=tuple(Item(item["loinc"], _official(item)) for item in data["items"]),
        answers=tuple(_answer(answer) for answer in data["answers"]),
        difficulty=_official(difficulty),
        difficulty_answers=tuple(_answer(answer) for answer in difficulty["answers"]),
        sha256=sha256(text).hexdigest(),
    )


def words_digest(data: dict[str, Any], language: str) -> str:
    """SHA-256 of stem, items, answers and the difficulty question in one language, a line each."""
    parts = [data["stem"], *data["items"], *data["answers"], data["difficulty"], *data["difficulty"]["answers"]]
    return sha256("\n".join(part[language] for part in parts if language in part).encode()).hexdigest()


def _official(words: dict[str, str]) -> Official:
    return Official(words["en"], words.get("es", ""))


def _answer(data: dict[str, Any]) -> Answer:
    return Answer(data["loinc"], _official(data), data.get("score", 0), data.get("id", ""))


PHQ9: Final = load(FOLDER / "phq9.toml")
DIGESTS: Final = {PHQ9.id: PHQ9.sha256}
