"""The tests a person may have had or may ask for. Patients read the plain name; the evidence label is for staff."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

PATH: Final = Path(__file__).resolve().parent.parent / "data" / "labs.toml"
EVIDENCE: Final = ("A", "B", "C", "D")


@dataclass(frozen=True)
class Lab:
    """`evidence` A to D; `mark` is how the LOINC code was verified; a D is never orderable. `unit` is UCUM."""

    id: str
    plain: str
    name: str
    group: str
    evidence: str
    loinc: str
    mark: str
    unit: str
    source: str

    @property
    def orderable(self) -> bool:
        return self.evidence != "D"


_DATA: Final = tomllib.loads(PATH.read_text())
VERSION: Final[str] = _DATA["version"]
SOURCES: Final[dict[str, str]] = _DATA["sources"]
LABS: Final = tuple(Lab(**(row | {"source": SOURCES[row["source"]]})) for row in _DATA["labs"])


def lab(id: str) -> Lab | None:
    return next((each for each in LABS if each.id == id), None)


def labelled(*evidence: str) -> tuple[Lab, ...]:
    """The tests with one of these evidence labels, in the order of the file."""
    return tuple(each for each in LABS if each.evidence in evidence)
