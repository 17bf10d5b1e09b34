"""What the fields of a history must not say about one another, and which ids must exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from trd.catalogue import Agent
from trd.dates import Days
from trd.fields import MOST_ENTRIES
from trd.refusal import Bad
from trd.schema import FIELDS

Found = Iterator[tuple[str, str]]


def of_document(taken: dict[str, Any], agents: Mapping[str, Agent]) -> Found:
    """Faults between the fields of what the schema has read; fields it could not read are left out."""
    as_of: Days | None = taken.get("as_of")
    trials, procedures = taken.get("trials", ()), taken.get("procedures", ())
    for place, days in _dates(taken):
        if as_of and days and days[0] > as_of[1]:
            yield place, "must not lie after as_of"
    yield from _same_ids("trials", trials)
    yield from _same_ids("procedures", procedures)
    ids = {trial.get("id") for trial in trials}
    for index, trial in enumerate(trials):
        yield from _trial(f".trials[{index}]", trial, agents, ids)
    for index, procedure in enumerate(procedures):
        if procedure.get("laterality", "unknown") != "unknown" and procedure.get("kind", "ect") != "ect":
            yield f".procedures[{index}].laterality", "is for ECT only; leave it out or say unknown"


def of_unread(document: object, agents: Mapping[str, Agent]) -> list[tuple[str, str]]:
    """The same faults in a document the schema refused, from the fields that can be read, so that all are named at once."""
    if not isinstance(document, dict):
        return []
    return list(of_document(_readable(document, FIELDS), agents))


def _readable(value: dict[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    taken: dict[str, Any] = {}
    for key, reader in fields.items():
        inner = value.get(key)
        if isinstance(reader, dict):
            taken[key] = _readable(inner, reader) if isinstance(inner, dict) else {}
        elif isinstance(reader, list):
            listed = inner if isinstance(inner, list) else []
            taken[key] = [_readable(each, reader[0]) if isinstance(each, dict) else {} for each in listed[:MOST_ENTRIES]]
        elif inner is not None:
            _take(taken, key, reader, inner)
    return taken


def _take(taken: dict[str, Any], key: str, reader: Any, inner: object) -> None:
    try:
        taken[key] = reader(inner)
    except Bad:
        return


def _dates(taken: dict[str, Any]) -> Iterator[tuple[str, Days | None]]:
    yield ".episode.start", taken.get("episode", {}).get("start")
    for index, scale in enumerate(taken.get("scales", ())):
        yield f".scales[{index}].date", scale.get("date")
    for index, trial in enumerate(taken.get("trials", ())):
        yield f".trials[{index}].start", trial.get("start")
        yield f".trials[{index}].stop", trial.get("stop")


def _same_ids(name: str, entries: Any) -> Found:
    seen: set[str] = set()
    for index, entry in enumerate(entries):
        id_ = entry.get("id")
        if id_ in seen:
            yield f".{name}[{index}].id", "stands twice; give each entry an id of its own"
        if id_ is not None:
            seen.add(id_)


def _trial(place: str, trial: dict[str, Any], agents: Mapping[str, Agent], ids: set[str | None]) -> Found:
    agent = trial.get("agent")
    if isinstance(agent, str) and agent not in agents:
        yield f"{place}.agent", 'is not an id of the catalogue; name an agent it does not know as {"other": "…"}'
    augments = trial.get("augments")
    if augments is not None and (augments not in ids or augments == trial.get("id")):
        yield f"{place}.augments", "must be the id of another trial of this history"
    at_most, total = trial.get("weeks_at_max_dose"), trial.get("weeks_total")
    if at_most and total and at_most[0] > total[1]:
        yield f"{place}.weeks_at_max_dose", "must not surely exceed weeks_total"
    start, stop = trial.get("start"), trial.get("stop")
    if stop and "still_taking" in trial.get("stopped_because", ()):
        yield f"{place}.stop", "must be left out while the medicine is still taken"
    elif start and stop and stop[1] < start[0]:
        yield f"{place}.stop", "must not lie before start"
