"""Health conditions as grouped ticks, from their data file."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PATH: Final = Path(__file__).resolve().parent.parent / "data" / "conditions.toml"


@dataclass(frozen=True)
class HealthCondition:
    """`plain` is what the patient reads; `icd10cm` is for staff, `mark` how it was verified."""

    id: str
    plain: str
    icd10cm: str
    mark: str


@dataclass(frozen=True)
class HealthGroup:
    id: str
    title: str
    conditions: tuple[HealthCondition, ...]


_DATA: Final = tomllib.loads(PATH.read_text())
VERSION: Final[str] = _DATA["version"]
GROUPS: Final = tuple(
    HealthGroup(group["id"], group["title"], tuple(HealthCondition(**row) for row in group["conditions"])) for group in _DATA["groups"]
)
