"""Which medicine was meant. The program offers; a name counts as chosen only where it is exactly one medicine's name."""

from typing import Any, Final

from django.utils.translation import gettext as _

from intake.answers.given import Given, Parts, answered, invalid, wrong
from intake.answers.text import one, plain
from intake.questionnaire import Choice, Question
from intake.questionnaire.naming import AGENTS, COMMON, agent_name
from trd import Offer, search

KEEP: Final = "keep"  # "something else: keep what I typed"
_EXACT: Final = ("generic", "brand")


def medicine(question: Question, parts: Parts) -> Given:
    """An agent of the catalogue, or `{"other": text}` where the person keeps a name that it does not know."""
    chosen, typed = one(parts), plain(one(parts, "typed"))
    if len(typed) > question.longest:
        return invalid(parts, _("Make the name shorter."))
    if chosen and chosen != KEEP:
        return _chosen(question, parts, chosen, typed)
    exact = named(typed)
    if exact:
        return answered(exact, typed)
    if not typed:
        return invalid(parts, wrong(question))
    return answered({"other": typed}, typed) if chosen == KEEP else invalid(parts, _not_found(typed))


def _chosen(question: Question, parts: Parts, chosen: str, typed: str) -> Given:
    if chosen not in AGENTS:
        return invalid(parts, wrong(question))
    if typed and chosen not in {offer.agent.id for offer in search(typed, limit=len(AGENTS))}:
        return invalid(parts, _("You chose one medicine and typed another. Choose the one you mean here; add the other one after."))
    return answered(chosen, typed or None)


def _not_found(typed: str) -> str:
    if search(typed):
        return _("Is it one of these? Choose the one you mean, or keep the name as you typed it.")
    return _("We do not know this name. Keep it as you typed it, or type another one.")


def named(typed: str) -> str:
    """The agent whose very name was typed; empty where it names none, or more than one."""
    offers: list[Offer] = search(typed) if typed else []
    return offers[0].agent.id if len(offers) == 1 and offers[0].how in _EXACT else ""


def offered(current: dict[str, Any] | None) -> tuple[Choice, ...]:
    """What to choose from: what was typed and not found brings its likely names, else the common ones; what is chosen stays there."""
    typed = typed_name(current)
    if typed and current and current["state"] == "invalid":
        likely = [offer.agent.id for offer in search(typed)]
        chosen = current["raw"].get("", [""])[0] if isinstance(current["raw"], dict) else ""
        return (*_agents([*likely, chosen]), Choice(KEEP, _("Something else: keep “%(name)s”") % {"name": typed}))
    value = current.get("value") if current else None
    if isinstance(value, dict):
        return (*_agents(COMMON), Choice(KEEP, _("Something else: keep “%(name)s”") % {"name": typed}))
    return _agents([*COMMON, value])


def typed_name(current: dict[str, Any] | None) -> str:
    """What was typed in the search box."""
    raw = current.get("raw") if current else None
    return raw.get("typed", [""])[0] if isinstance(raw, dict) else raw or ""


def _agents(ids: Any) -> tuple[Choice, ...]:
    """A choice for each agent, each once."""
    return tuple(Choice(id, agent_name(AGENTS[id])) for id in dict.fromkeys(ids) if id in AGENTS)
