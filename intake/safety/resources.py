"""Where a person finds help at once: a list that the clinic keeps, with the day by which somebody looks at it again. Pure."""

import datetime
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

WAYS = ("call", "text", "chat")
NUMBER = re.compile(r"\+?\d{3,15}")
HOST = re.compile(r"[a-z0-9.-]+\.[a-z]{2,}")
# The words of the pages name these two; a list without them would contradict the page it stands on.
NAMED = {"emergency": "911", "lifeline": "988"}


@dataclass(frozen=True)
class Resource:
    """`listed`: by which of its ways it stands on the list of more help; none where the page's own words name it."""

    who: str
    source: str
    name: Mapping[str, str] = field(default_factory=dict)
    call: str = ""
    press: str = ""
    text: str = ""
    word: str = ""
    chat: str = ""
    listed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Resources:
    version: str
    reviewed_on: datetime.date
    review_again_by: datetime.date
    all: tuple[Resource, ...]

    @property
    def more(self) -> list[Resource]:
        return [each for each in self.all if each.listed]


@cache
def load(path: Path) -> Resources:
    """The list in a file. Raises ValueError with what is wrong with it."""
    try:
        return _read(tomllib.loads(path.read_text("utf-8")))
    except (OSError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path.name} is no list of crisis resources: {error!r}") from None


def _read(data: dict[str, Any]) -> Resources:
    found = tuple(_resource(each) for each in data["resource"])
    numbers = {each.who: each.call for each in found}
    if any(numbers.get(who) != number for who, number in NAMED.items()):
        raise ValueError("the words of the pages name 911 and 988: both must stand on the list")
    if not isinstance(data["reviewed_on"], datetime.date) or not data["reviewed_on"] < data["review_again_by"]:
        raise ValueError("review_again_by must be a day after reviewed_on")
    return Resources(str(data["version"]), data["reviewed_on"], data["review_again_by"], found)


def _resource(data: dict[str, Any]) -> Resource:
    ways = tuple(way for way in WAYS if data.get(way))
    listed = tuple(data.get("listed", ways)) if "name" in data else ()
    found = Resource(**(data | {"listed": listed}))
    numbers = [number for number in (found.call, found.text) if number]
    wrong = not found.source or not ways or not set(listed) <= set(ways) or ("name" in data and set(found.name) != {"en", "es"})
    if wrong or not all(NUMBER.fullmatch(number) for number in numbers) or (found.chat and not HOST.fullmatch(found.chat)):
        raise ValueError(f"{found.who!r} needs a source, a name in both languages, and numbers that can be called")
    return found
