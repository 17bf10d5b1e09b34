"""The medicines: names, codes and dose floors, each figure with how it was verified."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from trd.faults import DataFault

FLOORS: Final = ("label", "canmat", "strict")
AGENT_ROLES: Final = ("antidepressant", "augmenter", "course", "not_antidepressant")
MARKS: Final = {
    "V": "verified",
    "V-2": "secondary",
    "C": "corroborated",
    "M": "from memory",
    "": "verification not recorded",
}

_COLUMNS: Final = [
    "id",
    "ingredient",
    "formulation",
    "route",
    "role",
    "class",
    "brands",
    "atc",
    "rxnorm",
    "rxnorm_status",
    "label_min_mg",
    "label_status",
    "canmat_min_mg",
    "strict_min_mg",
    "notes",
]
_HIGHEST_COLUMNS: Final = ["id", "highest_mg", "status", "source"]
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ATC: Final = re.compile(r"(?:[A-Z][0-9]{2}[A-Z]{2}[0-9]{2})?")
_RXNORM: Final = re.compile(r"(?:[0-9]{1,8}(?:;[0-9]{1,8})*)?")
_LETTERS: Final = frozenset({"cr", "dr", "er", "ir", "sr", "xl", "xr"})  # of formulations, written large as on a bottle
_FIGURE: Final = re.compile(r"[0-9]+(?:\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A daily dose in mg, with how it was verified and where it comes from."""

    mg: float
    status: str
    source: str


@dataclass(frozen=True, slots=True)
class Agent:
    """One medicine in one formulation. A floor that is None is unknown, never zero; `highest` is the highest daily dose its sources name."""

    id: str
    ingredient: str
    formulation: str
    route: str
    role: str
    class_: str
    brands: tuple[str, ...]
    atc: str
    rxnorm: tuple[str, ...]
    rxnorm_status: str
    floors: Mapping[str, Figure | None]
    highest: Figure | None
    notes: str

    @property
    def name(self) -> str:
        """What a clinician reads: the ingredient, and the formulation where it matters.

        >>> from trd import shipped
        >>> shipped().catalogue["venlafaxine-xr"].name
        'venlafaxine XR'
        """
        form = " ".join(word.upper() if word in _LETTERS else word for word in self.formulation.split())
        return f"{self.ingredient} {form}".strip()


def load(text: str, highest: str, floors: Mapping[str, Mapping[str, Any]]) -> dict[str, Agent]:
    """The catalogue by id, from `catalogue.csv`, `highest_doses.csv` and the floors' table of `sources.toml`.

    Raises DataFault with the file and the line for a wrong column, code, role or figure, an id that stands twice, and a floor above the highest dose.
    """
    tops = _highest(highest)
    agents: dict[str, Agent] = {}
    for line, row in _rows("catalogue.csv", text, _COLUMNS):
        agent = _agent(line, row, tops.pop(row["id"], None), floors)
        if agent.id in agents:
            raise DataFault("catalogue.csv", line, f"the id {agent.id} stands twice")
        agents[agent.id] = agent
    for name in tops:
        raise DataFault("highest_doses.csv", 0, f"{name} is not in the catalogue")
    return agents


def _rows(name: str, text: str, columns: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.DictReader(io.StringIO(text))
    if reader.fieldnames != columns:
        raise DataFault(name, 1, f"the columns must be {', '.join(columns)}")
    for row in reader:
        if None in row or None in row.values():
            raise DataFault(name, reader.line_num, f"must have {len(columns)} cells")
        yield reader.line_num, row


def _highest(text: str) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for line, row in _rows("highest_doses.csv", text, _HIGHEST_COLUMNS):
        figure = _figure("highest_doses.csv", line, row["highest_mg"], row["status"], row["source"])
        if figure is None or row["id"] in figures:
            raise DataFault("highest_doses.csv", line, "needs one figure an id")
        figures[row["id"]] = figure
    return figures


def _figure(name: str, line: int, mg: str, mark: str, source: str) -> Figure | None:
    if mark not in MARKS:
        raise DataFault(name, line, f"{mark} is no verification mark")
    if not mg:
        return None
    if not _FIGURE.fullmatch(mg) or float(mg) <= 0:
        raise DataFault(name, line, f"{mg} is no dose in mg above 0")
    return Figure(float(mg), MARKS[mark], source)


def _agent(line: int, row: dict[str, str], top: Figure | None, floors: Mapping[str, Mapping[str, Any]]) -> Agent:
    _check(line, row)
    agent = Agent(
        id=row["id"],
        ingredient=row["ingredient"],
        formulation=row["formulation"],
        route=row["route"],
        role=row["role"],
        class_=row["class"],
        brands=tuple(filter(None, row["brands"].split(";"))),
        atc=row["atc"],
        rxnorm=tuple(filter(None, row["rxnorm"].split(";"))),
        rxnorm_status=MARKS[row["rxnorm_status"]],
        floors={name: _floor(line, row, name, floors[name]) for name in FLOORS},
        highest=top,
        notes=row["notes"],
    )
    for figure in agent.floors.values():
        if figure and top and figure.mg > top.mg:
            raise DataFault("catalogue.csv", line, f"a floor of {figure.mg} mg is above the highest dose, {top.mg} mg")
    return agent


def _check(line: int, row: dict[str, str]) -> None:
    faults = {
        "id": not _ID.fullmatch(row["id"]),
        "ingredient": not row["ingredient"],
        "role": row["role"] not in AGENT_ROLES,
        "class": not row["class"],
        "atc": not _ATC.fullmatch(row["atc"]),
        "rxnorm": not _RXNORM.fullmatch(row["rxnorm"]),
        "rxnorm_status": row["rxnorm_status"] not in MARKS,
    }
    for column, wrong in faults.items():
        if wrong:
            raise DataFault("catalogue.csv", line, f"{column} is not of the right form")


def _floor(line: int, row: dict[str, str], name: str, about: Mapping[str, Any]) -> Figure | None:
    mark = row["label_status"] if name == "label" else ""
    figure = _figure("catalogue.csv", line, row[f"{name}_min_mg"], mark, str(about["source"]))
    if figure is None or name == "label":
        return figure
    by_analogy = row["id"] in about.get("by_analogy", ())
    return Figure(figure.mg, "by analogy" if by_analogy else str(about["status"]), figure.source)
