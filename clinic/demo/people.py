"""The invented people of the demo, from their data file."""

import datetime
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils import timezone

from intake.questionnaire.whole import SCALES

DATA = Path(__file__).parent / "data" / "patients.toml"
Said = dict[str, Any]  # a question's id → what is typed or ticked: a text, several ticks, or the parts of a field


@dataclass(frozen=True)
class Person:
    """`says` and `medicines` hold an answer for every question that this person is asked."""

    slug: str
    name: str
    born: datetime.date
    ends: str
    language: str = "en"
    says: Said = field(default_factory=dict)
    medicines: tuple[Said, ...] = ()

    @property
    def email(self) -> str:
        return f"{self.slug}@patients.example"


def people() -> list[Person]:
    data = tomllib.loads(DATA.read_text("utf-8"))
    return [_person(row, data["usual"], data["usual_medicine"]) for row in data["people"]]


def _person(row: Said, usual: Said, usual_medicine: Said) -> Person:
    scales = [scale for scale in SCALES.values() if scale.id in row]
    items = {
        f"{scale.id}.item{item.number}": str(score) for scale in scales for item, score in zip(scale.items, row[scale.id], strict=False)
    }
    medicines = tuple(usual_medicine | medicine for medicine in row.get("medicines", []))
    taken = {"medicines.any": "yes"} if medicines else {}
    return Person(
        slug=row["slug"],
        name=row["name"],
        born=_born(row),
        ends=row["ends"],
        language=row.get("language", "en"),
        says=usual | {"consent.signature": row["name"]} | taken | items | row.get("says", {}),
        medicines=medicines,
    )


def _born(row: Said) -> datetime.date:
    """A date, or one so many years ago: somebody under 18 must not grow up with the demo."""
    if "born" in row:
        return datetime.date.fromisoformat(row["born"])
    today = timezone.localdate()
    return today.replace(year=today.year - row["born_years_ago"], day=1)
