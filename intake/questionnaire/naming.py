"""Names of medicines as patients know them."""

from typing import Any, Final

from trd import Agent, catalogue, shipped
from trd.search import ingredient_named

AGENTS: Final[dict[str, Agent]] = {agent.id: agent for agent in catalogue()}
# What is prescribed most, by brand as most people remember it; a search finds the rest.
COMMON: Final = (
    "sertraline",
    "escitalopram",
    "fluoxetine",
    "citalopram",
    "bupropion-xl",
    "duloxetine",
    "venlafaxine-xr",
    "trazodone",
    "mirtazapine",
    "paroxetine-ir",
    "desvenlafaxine",
    "vortioxetine",
    "amitriptyline",
    "aripiprazole",
)
# Formulations as a bottle says them; one that is left out here is the plain one.
_FORMS: Final = {"sr hydrochloride": "SR", "xl hydrochloride": "XL", "xl hydrobromide": "XL", "weekly 90 mg": "weekly", "patch": "patch"}
_SPOKEN: Final = ("xr", "er", "cr", "sr", "xl")


def agent_name(agent: Agent) -> str:
    """The brand first, since that is what people remember: `Zoloft (sertraline)`."""
    name, other = both_names(agent)
    return f"{name} ({other})" if other else name


def both_names(agent: Agent) -> tuple[str, str]:
    """The first brand, then the plain name with its form; the plain name alone where there is no brand."""
    form = _FORMS.get(agent.formulation, agent.formulation.upper() if agent.formulation in _SPOKEN else "")
    plain = f"{agent.ingredient} {form}".strip()
    return (agent.brands[0], plain) if agent.brands else (plain.capitalize(), "")


def medicine_name(value: Any) -> str:
    """The name of an answered medicine; empty where there is none."""
    if isinstance(value, dict):
        return str(value.get("other", ""))
    return agent_name(AGENTS[value]) if value in AGENTS else ""


def ingredient(value: Any) -> str:
    """What a medicine holds, whatever it is called; for a name that is not known, the name itself. Empty where there is none."""
    if isinstance(value, dict):
        text = str(value.get("other", "")).strip()
        return ingredient_named(text, shipped()) or text.casefold()
    return AGENTS[value].ingredient if value in AGENTS else ""
