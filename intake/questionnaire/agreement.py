"""The words that people agree to, version by version, each language found again by its hash."""

import tomllib
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

PATH: Final = Path(__file__).resolve().parent.parent / "data" / "consent.toml"
LANGUAGES: Final = ("en", "es")


@dataclass(frozen=True)
class Agreement:
    """`value` is what the answer holds: the version and the SHA-256 of the words in that language."""

    version: str
    language: str
    text: str

    @property
    def sha256(self) -> str:
        return sha256(self.text.encode()).hexdigest()

    @property
    def value(self) -> str:
        return f"consent@{self.version}:{self.sha256}"


EVERY: Final = tuple(
    Agreement(row["version"], language, row[language])
    for row in tomllib.loads(PATH.read_text("utf-8"))["versions"]
    for language in LANGUAGES
)
CURRENT: Final = EVERY[-len(LANGUAGES) :]


def agreement(value: object) -> Agreement | None:
    """The words that an answer agreed to; None for a value that no version ever had."""
    return next((each for each in EVERY if each.value == value), None)


def in_language(language: str) -> Agreement:
    """The words as they stand now, in a person's language; English where they are not in it."""
    return next((each for each in CURRENT if each.language == language), CURRENT[0])
