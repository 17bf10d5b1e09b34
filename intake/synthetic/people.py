"""Invented people, drawn from a seed: nobody real, and the same seed draws the same ones."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Final, TypeVar

Value = TypeVar("Value")

FIRST: Final = (
    "Alder",
    "Briar",
    "Clover",
    "Dahlia",
    "Elowen",
    "Fern",
    "Hazel",
    "Iris",
    "Juniper",
    "Linden",
    "Marigold",
    "Olive",
    "Rowan",
    "Sage",
)
LAST: Final = (
    "Ashgrove",
    "Birchwood",
    "Cedarfield",
    "Driftwood",
    "Elmshade",
    "Fernbank",
    "Hollybrook",
    "Larchmont",
    "Mossdale",
    "Oakhurst",
)
YOUNGEST, OLDEST = datetime.date(1940, 1, 1), datetime.date(2005, 12, 31)


@dataclass(frozen=True)
class Person:
    name: str
    date_of_birth: datetime.date
    language: str


def person(random: Random) -> Person:
    days = (OLDEST - YOUNGEST).days
    born = YOUNGEST + datetime.timedelta(days=random.randint(0, days))
    return Person(f"{random.choice(FIRST)} {random.choice(LAST)}", born, weighted(random, {"en": 85, "es": 15}))


def weighted(random: Random, weights: Mapping[Value, float]) -> Value:
    """One of the keys, as likely as its weight."""
    return random.choices(list(weights), list(weights.values()))[0]
