"""The public vectors, as the suite runs them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "vectors"


def load() -> Iterator[tuple[str, dict[str, Any]]]:
    """(file name, vector) for every vector."""
    for path in sorted(FOLDER.glob("*.json")):
        yield from ((path.stem, row) for row in json.loads(path.read_text("utf-8")))


def differences(expected: Any, found: Any, place: str = "") -> list[str]:
    """One line for each expected value that is missing or another; keys not named are free, lists stand at full length."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return [line for key, value in expected.items() for line in _of_key(value, found, key, place)]
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = enumerate(zip(expected, found, strict=True))
        return [line for index, (want, got) in pairs for line in differences(want, got, f"{place}[{index}]")]
    return [] if _same(expected, found) else [f"{place}: expected {expected!r}, found {found!r}"]


def _of_key(value: Any, found: dict[str, Any], key: str, place: str) -> list[str]:
    inner = f"{place}.{key}"
    return differences(value, found[key], inner) if key in found else [f"{inner}: missing"]


def _same(expected: Any, found: Any) -> bool:
    numbers = all(isinstance(each, (int, float)) and not isinstance(each, bool) for each in (expected, found))
    return abs(expected - found) <= 1e-9 if numbers else type(expected) is type(found) and expected == found


def unnamed(places: list[Any], errors: list[dict[str, str]]) -> list[Any]:
    """The expected places that no error names; a list in them is a choice."""
    found = [error["place"] for error in errors]
    return [place for place in places if not any(_names(each, found) for each in _choices(place))]


def _choices(place: Any) -> list[str]:
    return place if isinstance(place, list) else [place]


def _names(place: str, found: list[str]) -> bool:
    return any(each == place or each.startswith((place + ".", place + "[")) for each in found)
