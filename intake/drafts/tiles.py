"""The medicines to tick on the quick pick: the common ones and those listed, then all the others by name."""

from dataclasses import dataclass

from intake.answers.asked import entry_name
from intake.answers.document import entries
from intake.questionnaire import Document, Said
from intake.questionnaire.naming import AGENTS, COMMON, both_names
from intake.questionnaire.steps.medicines import GROUP, MOST_ENTRIES
from trd import Agent


@dataclass(frozen=True)
class Tile:
    """One tick: `value` is an entry's id where the medicine is listed already. `names` are all it can be found by."""

    value: str
    name: str
    other: str = ""
    names: str = ""
    listed: bool = False


@dataclass(frozen=True)
class Tiles:
    common: list[Tile]
    rest: list[Tile]
    full: bool = False


def tiles(document: Document) -> Tiles:
    """Every medicine once, or as often as it is listed."""
    listed = {entry: Said(document, entry).value("agent") for entry in entries(document, GROUP) if entry_name(document, entry)}
    ours = [_listed(document, entry, agent) for entry, agent in listed.items()]
    common = [_agent(AGENTS[id]) for id in COMMON if id not in listed.values()]
    rest = [_agent(agent) for id, agent in AGENTS.items() if id not in (*COMMON, *listed.values())]
    full = len(entries(document, GROUP)) >= MOST_ENTRIES
    return Tiles([*ours, *common], sorted(rest, key=lambda tile: tile.name.casefold()), full)


def _agent(agent: Agent) -> Tile:
    name, other = both_names(agent)
    return Tile(agent.id, name, other, _names(agent))


def _listed(document: Document, entry: str, agent: object) -> Tile:
    if isinstance(agent, str):
        name, other = both_names(AGENTS[agent])
        return Tile(entry, name, other, _names(AGENTS[agent]), listed=True)
    return Tile(entry, entry_name(document, entry), names=entry_name(document, entry).lower(), listed=True)


def _names(agent: Agent) -> str:
    """All names in small letters, parted by a bar, for the search in the page."""
    return "|".join(dict.fromkeys(name.lower() for name in (agent.ingredient, *agent.brands)))
