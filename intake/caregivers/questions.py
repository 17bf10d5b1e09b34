"""The few questions for somebody close, as the data file has them."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from intake.questionnaire.words import Official, say

PATH: Final = Path(__file__).resolve().parent.parent / "data" / "caregiver.toml"
WORRY: Final = "worry"


@dataclass(frozen=True)
class Asked:
    """One question; `choices` are value and words, none for a text."""

    id: str
    kind: str
    label: Official
    hint: Official
    choices: tuple[tuple[str, Official], ...] = ()

    def words(self, value: str) -> str:
        """An answer as it was seen."""
        return next((say(words) for each, words in self.choices if each == value), value)


def _asked(row: dict[str, Any]) -> Asked:
    choices = tuple((each["value"], Official(each["en"], each["es"])) for each in row.get("choices", ()))
    return Asked(row["id"], row["kind"], Official(row["en"], row["es"]), Official(row.get("hint_en", ""), row.get("hint_es", "")), choices)


_DATA: Final = tomllib.loads(PATH.read_text("utf-8"))
VERSION: Final[str] = _DATA["version"]
QUESTIONS: Final = tuple(_asked(row) for row in _DATA["questions"])
