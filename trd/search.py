"""Names a patient would type: brand, generic, misspelling, "the generic of Lexapro". It offers agents and never picks one."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from trd.catalogue import Agent
from trd.rules import Rules, shipped
from trd.spelling import distance

_MOST_TYPED: Final = 100
_WORD: Final = re.compile(r"[a-z]+(?:-[a-z]+)*")
# Words that say nothing about which medicine it is.
_FILLERS: Final = frozenset(
    [
        "a",
        "the",
        "of",
        "for",
        "generic",
        "brand",
        "version",
        "name",
        "called",
        "like",
        "my",
        "some",
        "old",
        "new",
        "medicine",
        "medication",
        "drug",
        "pill",
        "pills",
        "tablet",
        "tablets",
        "capsule",
        "capsules",
        "patch",
        "spray",
        "oral",
        "mg",
        "mcg",
        "ml",
        "daily",
        "day",
        "once",
        "twice",
        "hcl",
        "hydrochloride",
        "hydrobromide",
        "sodium",
        "extended",
        "release",
    ]
)
_FORMULATIONS: Final = frozenset(["ir", "cr", "sr", "xr", "er", "xl", "dr", "la", "weekly"])


@dataclass(frozen=True, slots=True)
class Offer:
    """One agent offered for what was typed: the name it was found by, and how.

    `generic` or `brand` where nothing else was typed, else a `beginning` of the name, a `mention` of it among other words, or a `misspelling`.
    """

    agent: Agent
    name: str
    how: str


def search(text: str, limit: int = 8, rules: Rules | None = None) -> list[Offer]:
    """Agents for what a person typed, the likeliest first; each agent once, none where nothing is near.

    >>> [offer.agent.id for offer in search("the generic of Lexapro")]
    ['escitalopram']
    >>> [(offer.agent.id, offer.how) for offer in search("zolof")]
    [('sertraline', 'beginning')]
    """
    typed = _typed(_words(text[:_MOST_TYPED]))
    if not typed.bare:
        return []
    ranked = sorted(filter(None, (_best(agent, names, typed) for agent, names in _index(rules or shipped()))), key=_rank)
    if ranked and ranked[0][0] == 0:
        ranked = [each for each in ranked if each[0] == 0]
    return [offer for *_, offer in ranked[: max(0, limit)]]


def ingredient_named(text: str, rules: Rules) -> str:
    """The ingredient a text names exactly, by brand or generic name; empty where it names none or more than one."""
    typed = _words(text[:_MOST_TYPED])
    found = _exact(rules).get(" ".join(typed), frozenset())
    return next(iter(found)) if len(found) == 1 else ""


_Ranked = tuple[int, bool, int, Offer]


def _rank(each: _Ranked) -> tuple[int, bool, int]:
    """The nearest name first, of equally near ones antidepressants, then plain names before those of a formulation, then the catalogue's order."""
    return each[:3]


def _words(text: str) -> list[str]:
    """What was typed without accents, figures, fillers and punctuation, in small letters."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return [word for word in _WORD.findall(plain) if word not in _FILLERS]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the catalogue; `bare` is it without its formulation, `whole` that as one word."""

    text: str
    words: tuple[str, ...]
    kind: str
    bare: tuple[str, ...]
    whole: str


def _name(text: str, words: tuple[str, ...], kind: str) -> _Name:
    bare = _bare(words)
    return _Name(text, words, kind, bare, "".join(bare))


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was typed, with the formulations among it apart, made ready once for all names."""

    words: list[str]
    bare: tuple[str, ...]
    whole: str
    formulations: frozenset[str]


def _typed(words: list[str]) -> _Typed:
    bare = _bare(words)
    return _Typed(words, bare, "".join(bare), frozenset(words) - frozenset(bare))


_Index = tuple[tuple[Agent, tuple[_Name, ...]], ...]


@lru_cache(maxsize=4)
def _index(rules: Rules) -> _Index:
    return tuple((agent, tuple(_names(agent))) for agent in rules.catalogue.values())


def _names(agent: Agent) -> list[_Name]:
    written = dict.fromkeys((tuple(_words(agent.ingredient)), tuple(_words(agent.name))))
    generic = [_name(agent.ingredient, words, "generic") for words in written]
    return generic + [_name(brand, tuple(_words(brand)), "brand") for brand in agent.brands]


def _best(agent: Agent, names: tuple[_Name, ...], typed: _Typed) -> _Ranked | None:
    """The nearest name of one agent; a formulation that was typed and is not the agent's puts it behind the others."""
    near = [(score, name) for name in names if (score := _score(name, typed)) is not None]
    if not near:
        return None
    score, name = min(near, key=lambda each: (each[0], len(each[1].words)))
    how = name.kind if score < 10 else "beginning" if score < 18 else "mention" if score < 20 else "misspelling"
    return score, agent.role != "antidepressant", len(name.words), Offer(agent, name.text, how)


def _score(name: _Name, typed: _Typed) -> int | None:
    """0 for the very name, up to 9 for it without its formulation, from 10 a beginning, from 18 a mention, from 20 a slip; None for nothing near."""
    aside = 0 if typed.formulations <= set(name.words) else 5
    if name.bare == typed.bare:
        exact = aside == 0 and len(name.words) == len(typed.words)
        return 0 if exact else 1 + aside
    if len(typed.whole) >= 3 and name.whole.startswith(typed.whole):
        return 10 + aside
    most = _allowed(name.whole)
    slips = min(distance(name.whole, part, most) for part in (typed.whole, *_stretches(typed.bare, len(name.bare))))
    if slips == 0:
        return 18 + aside // 5
    return 20 + 2 * slips + aside // 5 if slips <= most else None


def _stretches(words: tuple[str, ...], length: int) -> list[str]:
    """Every so many words in a row, as one: a name may stand anywhere in a sentence."""
    return ["".join(words[first : first + length]) for first in range(len(words) - length + 1)]


def _bare(words: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in _FORMULATIONS)


def _allowed(name: str) -> int:
    """How many slips still make the same name: more in a longer one."""
    return 1 if len(name) < 6 else 2 if len(name) < 10 else 3


@lru_cache(maxsize=4)
def _exact(rules: Rules) -> dict[str, frozenset[str]]:
    exact: dict[str, frozenset[str]] = {}
    for agent, names in _index(rules):
        for name in names:
            for words in (name.words, name.bare, tuple(_words(agent.ingredient))):
                key = " ".join(words)
                exact[key] = exact.get(key, frozenset()) | {agent.ingredient}
    return exact
