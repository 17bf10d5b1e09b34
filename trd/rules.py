"""Everything the engine reads besides a history: catalogue, profiles and sources, loaded once and digested."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from trd import catalogue, profiles
from trd.catalogue import Agent
from trd.faults import DataFault
from trd.profiles import Profile
from trd.trial.plan import Plan, compile_plan
from trd.version import VERSION

_FILES: Final = ("catalogue.csv", "highest_doses.csv", "profiles.toml", "sources.toml")
_MARKS: Final = ("verified", "secondary", "corroborated", "from memory", "own")


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Agents, profiles and sources by id, the plan that judges a trial once for all profiles and for staging, and the engine's stamp."""

    catalogue: dict[str, Agent]
    profiles: dict[str, Profile]
    sources: dict[str, dict[str, str]]
    floors: dict[str, dict[str, Any]]
    plan: Plan
    stamp: dict[str, str]

    @property
    def digest(self) -> str:
        """SHA-256 over the version and every data file, the clinic's own included."""
        return self.stamp["rules_sha256"]


@lru_cache(maxsize=1)
def shipped() -> Rules:
    """The rules this package ships with."""
    return _build(_shipped_texts(), {})


def with_profiles(path: Path) -> Rules:
    """The shipped rules and a clinic's own profiles beside them. Raises DataFault for a file that does not fit, OSError for one that cannot be read."""
    return _build(_shipped_texts(), {path.name: path.read_bytes()})


def _shipped_texts() -> dict[str, bytes]:
    folder = files("trd") / "data"
    return {name: (folder / name).read_bytes() for name in _FILES}


def _build(texts: dict[str, bytes], own: dict[str, bytes]) -> Rules:
    about = _toml("sources.toml", texts["sources.toml"])
    sources = _sources("sources.toml", about)
    agents = catalogue.load(texts["catalogue.csv"].decode(), texts["highest_doses.csv"].decode(), about["floors"])
    table = _toml("profiles.toml", texts["profiles.toml"])
    every = profiles.load("profiles.toml", table["profiles"], sources)
    for name, content in own.items():
        _add(every, name, _toml(name, content), sources)
    staging = profiles.read("profiles.toml", "staging", table["staging"], sources)
    plan = compile_plan([*every.values(), staging], about["floors"])
    stamp = {
        "version": VERSION,
        "profiles": str(table["version"]),
        "catalogue": str(about["catalogue"]["version"]),
        "rules_sha256": _digest([*(texts[name] for name in sorted(texts)), *own.values()]),
    }
    return Rules(agents, every, sources, about["floors"], plan, stamp)


def _toml(name: str, content: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataFault(name, 0, f"is not TOML in UTF-8: {error}") from None


def _sources(file: str, about: dict[str, Any]) -> dict[str, dict[str, str]]:
    for key, source in about["sources"].items():
        if not _is_source(source):
            raise DataFault(file, 0, f"{key} needs citation, mark and read, each a text; mark is one of: {', '.join(_MARKS)}")
    for key, floor in about["floors"].items():
        if floor["source"] not in about["sources"]:
            raise DataFault(file, 0, f"the floor {key} names {floor['source']}, which no source table has")
    return dict(about["sources"])


def _is_source(source: object) -> bool:
    if not isinstance(source, dict) or set(source) != {"citation", "mark", "read"}:
        return False
    return all(isinstance(each, str) and each.strip() for each in source.values()) and source["mark"] in _MARKS


def _add(every: dict[str, Profile], name: str, table: dict[str, Any], sources: dict[str, dict[str, str]]) -> None:
    own_sources = table.get("sources", {})
    if not isinstance(own_sources, dict):
        raise DataFault(name, 0, "sources must be a table")
    for key, source in _sources(name, {"sources": own_sources, "floors": {}}).items():
        if key in sources:
            raise DataFault(name, 0, f"{key} is the key of a shipped source; choose another")
        sources[key] = source
    for id_, profile in profiles.load(name, table.get("profiles"), sources).items():
        if id_ in every or id_ == "staging":
            raise DataFault(name, 0, f"{id_} is the id of a shipped profile; choose another")
        every[id_] = profile


def _digest(texts: Iterable[bytes]) -> str:
    whole = sha256(VERSION.encode())
    for text in texts:
        whole.update(sha256(text).digest())
    return whole.hexdigest()
