"""Reading a history document: its shape by the schema, then what its fields say about one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from trd import crosschecks
from trd.catalogue import Agent
from trd.dates import Days
from trd.facts import History, Procedure, Row, Scale, Trial
from trd.intervals import ANY
from trd.refusal import Bad, refused
from trd.schema import DOCUMENT

_NOTHING: frozenset[str] = frozenset()


def read(document: Mapping[str, Any], agents: Mapping[str, Agent]) -> History:
    """A history from its document. Raises Refused with every fault that was found; nothing is guessed and nothing dropped."""
    whole = dict(document) if isinstance(document, Mapping) else document
    try:
        taken = DOCUMENT(whole)
    except Bad as bad:
        raise refused(Bad(*bad.faults, *crosschecks.of_unread(whole, agents))) from None
    faults = list(crosschecks.of_document(taken, agents))
    if faults:
        raise refused(Bad(*faults))
    return _history(whole, taken, agents)


def _history(document: dict[str, Any], taken: dict[str, Any], agents: Mapping[str, Agent]) -> History:
    as_of: date = taken["as_of"][0]
    patient, episode = taken.get("patient", {}), taken.get("episode", {})
    return History(
        as_of=as_of,
        age_years=patient.get("age_years"),
        episode_start=_past(episode.get("start"), as_of),
        severity=episode.get("severity"),
        psychotic_features=episode.get("psychotic_features", "unknown"),
        conditions=taken.get("conditions", {}),
        confirmed=frozenset(taken.get("confirmed_by_clinician", ())),
        scales=[_scale(each, as_of) for each in taken.get("scales", ())],
        trials=list(_trials(document, taken, as_of, agents)),
        procedures=[_procedure(each) for each in taken.get("procedures", ())],
        document=document,
    )


def _past(days: Days | None, as_of: date) -> Days | None:
    """A partial date stands for every day in it up to `as_of`."""
    return days if days is None or days[1] <= as_of else (days[0], as_of)


def _scale(taken: dict[str, Any], as_of: date) -> Scale:
    return Scale(taken.get("scale"), taken.get("score"), _past(taken.get("date"), as_of))


def _procedure(taken: dict[str, Any]) -> Procedure:
    return Procedure(
        kind=taken["kind"],
        laterality=taken.get("laterality", "unknown"),
        sessions=taken.get("sessions"),
        improvement_percent=taken.get("improvement_percent"),
        in_current_episode=taken.get("in_current_episode", "unknown"),
    )


def _trials(document: dict[str, Any], taken: dict[str, Any], as_of: date, agents: Mapping[str, Agent]) -> Iterator[Trial]:
    for index, each in enumerate(taken.get("trials", ())):
        yield _trial(f"trials[{index}]", document["trials"][index], each, as_of, agents)


def _trial(place: str, said: dict[str, Any], taken: dict[str, Any], as_of: date, agents: Mapping[str, Agent]) -> Trial:
    get = taken.get
    because = get("stopped_because")
    reasons = None if because is None else frozenset(because)
    stop = (as_of, as_of) if reasons and "still_taking" in reasons else _past(get("stop"), as_of)
    return Trial(
        id=taken["id"],
        place=place,
        said=said,
        **_agent(taken["agent"], agents),
        purposes=frozenset(get("purposes", _NOTHING)),
        max_daily_dose_mg=get("max_daily_dose_mg"),
        weeks_at_max_dose=get("weeks_at_max_dose"),
        weeks_at_or_above=[_row(row) for row in get("weeks_at_or_above", ())],
        weeks_total=get("weeks_total"),
        start=_past(get("start"), as_of),
        stop=stop,
        improvement_percent=get("improvement_percent"),
        wore_off=get("wore_off", "unknown"),
        adherence=get("adherence", "unknown"),
        stopped_because=reasons,
        in_current_episode=get("in_current_episode", "unknown"),
        augments=get("augments"),
    )


def _row(taken: dict[str, Any]) -> Row:
    return Row(taken.get("mg") or ANY, taken.get("weeks") or ANY)


def _agent(said: str | dict[str, Any], agents: Mapping[str, Agent]) -> dict[str, Any]:
    """Agent, name, role, ingredient and class; what no catalogue knows is an ingredient and a class of its own, by its text."""
    if isinstance(said, str):
        agent = agents[said]
        return _named(agent, agent.name, agent.role, agent.ingredient, agent.class_)
    name = said["other"].strip()
    key = f"other:{name.casefold()}"
    return _named(None, name, said.get("role", "unknown"), key, key)


def _named(agent: Agent | None, name: str, role: str, ingredient: str, drug_class: str) -> dict[str, Any]:
    return {"agent": agent, "name": name, "role": role, "ingredient": ingredient, "drug_class": drug_class}
