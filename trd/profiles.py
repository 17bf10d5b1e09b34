"""Rule profiles: read from TOML, checked key by key."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from trd.catalogue import FLOORS
from trd.faults import DataFault
from trd.schema import CONDITIONS

KINDS: Final = ("definition", "coverage", "staging")
_MOST: Final = 520


@dataclass(frozen=True, slots=True)
class Failure:
    """The line of failure: improvement (percent) below, or at most, a limit."""

    word: str
    limit: float


@dataclass(frozen=True, slots=True)
class Profile:
    """One rule: how many trials, of what dose and length, with what result, and from where.

    `floor` names a column of the catalogue, `min_weeks` are weeks at or above it, `scope` is `current_episode`, `lifetime` or a number of years before `as_of`.
    """

    id: str
    name: str
    kind: str
    min_trials: int
    min_classes: int
    floor: str
    min_weeks: float
    failure: Failure
    scope: str | int
    adherence: str
    intolerance: str
    excludes: tuple[str, ...]
    citation: str
    date: str
    note: str
    other_requirements: tuple[str, ...]
    sources: tuple[str, ...]


def load(file: str, tables: object, sources: Collection[str]) -> dict[str, Profile]:
    """Profiles by id from the `profiles` table of a file. Raises DataFault naming the profile and the key."""
    if not isinstance(tables, dict) or not tables:
        raise DataFault(file, 0, "needs a table named profiles with at least one profile")
    return {id_: read(file, id_, table, sources) for id_, table in tables.items()}


def read(file: str, id_: str, table: object, sources: Collection[str]) -> Profile:
    """One profile from its table."""
    if not isinstance(table, dict):
        raise DataFault(file, 0, f"{id_} must be a table")
    wrong = _wrong_keys(table) or _wrong_values(table, sources)
    if wrong:
        raise DataFault(file, 0, f"{id_}.{wrong}")
    ((word, limit),) = table["failure"].items()
    scope = table["scope"]
    return Profile(
        id=id_,
        failure=Failure(word, limit),
        scope=scope["years"] if isinstance(scope, dict) else scope,
        excludes=tuple(table["excludes"]),
        other_requirements=tuple(table["other_requirements"]),
        sources=tuple(table["sources"]),
        **{key: table[key] for key in _PLAIN},
    )


_PLAIN: Final = (
    "name",
    "kind",
    "min_trials",
    "min_classes",
    "floor",
    "min_weeks",
    "adherence",
    "intolerance",
    "citation",
    "date",
    "note",
)


def _wrong_keys(table: Mapping[str, Any]) -> str:
    known = set(_CHECKS) | {"sources"}
    for key in table:
        if key not in known:
            return f"{key} is not a key of a profile"
    missing = sorted(known - set(table))
    return f"{missing[0]} is missing" if missing else ""


def _wrong_values(table: Mapping[str, Any], sources: Collection[str]) -> str:
    for key, fits in _CHECKS.items():
        if not fits(table[key]):
            return f"{key} is not of the right form"
    if not _texts(table["sources"]):
        return "sources is not of the right form"
    strange = [key for key in table["sources"] if key not in sources]
    return f"sources names {strange[0]}, which no source table has" if strange else ""


def _text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(_text(each) for each in value)


def _count(value: object) -> bool:
    return type(value) is int and 1 <= value <= _MOST


def _percent(value: object) -> bool:
    return type(value) in (int, float) and 0 <= float(str(value)) <= 100


def _failure(value: object) -> bool:
    return isinstance(value, dict) and len(value) == 1 and set(value) <= {"below", "at_most"} and all(map(_percent, value.values()))


def _scope(value: object) -> bool:
    if isinstance(value, dict):
        return set(value) == {"years"} and _count(value["years"])
    return value in ("current_episode", "lifetime")


_CHECKS: Final = {
    "name": _text,
    "kind": lambda value: value in KINDS,
    "min_trials": _count,
    "min_classes": _count,
    "floor": lambda value: value in FLOORS,
    "min_weeks": lambda value: type(value) in (int, float) and 0 < value <= _MOST,
    "failure": _failure,
    "scope": _scope,
    "adherence": lambda value: value in ("required", "not_rarely", "ignored"),
    "intolerance": lambda value: value in ("counts", "no"),
    "excludes": lambda value: _texts(value) and all(each in CONDITIONS for each in value),
    "citation": _text,
    "date": _text,
    "note": _text,
    "other_requirements": _texts,
}
