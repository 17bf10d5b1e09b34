"""Scales as data: words, codes, licence and scoring from their files, each language held to its hash."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from intake.questionnaire.words import NO_WORDS, Official

FOLDER: Final = Path(__file__).resolve().parent.parent / "data" / "scales"
SCORINGS: Final = ("sum", "mean", "none")


class Altered(Exception):
    """The words of a scale are not those that its hash was made of."""


@dataclass(frozen=True)
class Answer:
    """`score` counts in the total; `id` names an answer that is never scored."""

    loinc: str
    words: Official
    score: int = 0
    id: str = ""


@dataclass(frozen=True)
class Item:
    """`counted`: whether its score is part of the total. `sex`: asked only of those who gave this sex, or "other" for the rest."""

    number: int
    loinc: str
    words: Official
    answers: tuple[Answer, ...]
    counted: bool = True
    sex: str = ""


@dataclass(frozen=True)
class Gate:
    """The item asked first; with one of these scores the rest is not asked, and the total is nought."""

    item: int
    stops: tuple[int, ...]


@dataclass(frozen=True)
class Band:
    """What clinicians read beside a total; `sex` where the published cut depends on it, "" for everyone else."""

    least: float
    most: float
    words: str
    sex: str = ""


@dataclass(frozen=True)
class Scale:
    id: str
    title: str
    version: str
    licence: str
    licence_status: str
    source_url: str
    source_read: str
    scoring: str
    loinc_panel: str
    loinc_total: str
    note: str
    stem: Official
    then: Official
    items: tuple[Item, ...]
    answers: tuple[Answer, ...]
    difficulty: Official
    difficulty_answers: tuple[Answer, ...]
    gate: Gate | None
    bands: tuple[Band, ...]
    sha256: str  # of the whole file: what was asked, in every language

    @property
    def most(self) -> int:
        """The highest total there is."""
        highest = [max(answer.score for answer in item.answers) for item in self.items if item.counted]
        return max(highest) if self.scoring == "mean" else sum(highest)

    def score(self, given: Mapping[int, int]) -> float | None:
        """The total, from item number to its score; None unless every item has an answer of the scale: no partial totals."""
        if self.scoring == "none":
            return None
        if self.gate and given.get(self.gate.item) in self.gate.stops:
            return 0
        if not all(given.get(item.number) in {answer.score for answer in item.answers} for item in self.items):
            return None
        scores = [given[item.number] for item in self.items if item.counted]
        return round(sum(scores) / len(scores), 1) if self.scoring == "mean" else sum(scores)

    def band(self, total: float, sex: str) -> str:
        """The published words for a total; empty where nothing is published."""
        of_sex = [band for band in self.bands if band.sex == sex] or [band for band in self.bands if not band.sex]
        return next((band.words for band in of_sex if band.least <= total <= band.most), "")


def load(path: Path) -> Scale:
    """A scale from its file. Raises Altered where a word differs from the hash of its language, KeyError where a part is missing."""
    text = path.read_bytes()
    data = tomllib.loads(text.decode())
    for language, expected in data["sha256"].items():
        if words_digest(data, language) != expected:
            raise Altered(f"{path.name}: the words in {language} are not those of the hash")
    names = [
        "id",
        "title",
        "version",
        "licence",
        "licence_status",
        "source_url",
        "source_read",
        "scoring",
        "loinc_panel",
        "loinc_total",
        "note",
    ]
    difficulty = data.get("difficulty", {})
    shared = tuple(_answer(answer) for answer in data.get("answers", ()))
    return Scale(
        **{name: data[name] for name in names},
        stem=_official(data.get("stem")),
        then=_official(data.get("then")),
        items=tuple(_item(number, item, shared) for number, item in enumerate(data["items"], _first(data))),
        answers=shared,
        difficulty=_official(difficulty),
        difficulty_answers=tuple(_answer(answer) for answer in difficulty.get("answers", ())),
        gate=Gate(data["gate"]["item"], tuple(data["gate"]["stops"])) if "gate" in data else None,
        bands=tuple(Band(**band) for band in data.get("bands", ())),
        sha256=sha256(text).hexdigest(),
    )


def words_digest(data: dict[str, Any], language: str) -> str:
    """SHA-256 of stem, items, answers and the difficulty question in one language, a line each."""
    items = [part for item in data["items"] for part in (item, *item.get("answers", ()))]
    difficulty = data.get("difficulty", {})
    parts = [data.get("stem", {}), *items, *data.get("answers", ()), difficulty, *difficulty.get("answers", ()), data.get("then", {})]
    return sha256("\n".join(part[language] for part in parts if language in part).encode()).hexdigest()


def _first(data: dict[str, Any]) -> int:
    """Items are numbered from 1, unless the first one says that it is the number 0: asked before them and not counted."""
    return int(data["items"][0].get("number", 1))


def _official(words: dict[str, Any] | None) -> Official:
    return Official(words["en"], words.get("es", "")) if words else NO_WORDS


def _item(number: int, item: dict[str, Any], shared: tuple[Answer, ...]) -> Item:
    answers = tuple(_answer(answer) for answer in item.get("answers", ())) or shared
    return Item(number, item["loinc"], _official(item), answers, item.get("counted", True), item.get("sex", ""))


def _answer(data: dict[str, Any]) -> Answer:
    return Answer(data["loinc"], _official(data), data.get("score", 0), data.get("id", ""))


PHQ9: Final = load(FOLDER / "phq9.toml")
GAD7: Final = load(FOLDER / "gad7.toml")
PCPTSD5: Final = load(FOLDER / "pcptsd5.toml")
AUDITC: Final = load(FOLDER / "auditc.toml")
TAPS1: Final = load(FOLDER / "taps1.toml")
PEG: Final = load(FOLDER / "peg.toml")
ASQ: Final = load(FOLDER / "asq.toml")
SHIPPED: Final = (PHQ9, ASQ, GAD7, PCPTSD5, AUDITC, TAPS1, PEG)
