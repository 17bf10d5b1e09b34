"""Treatments besides medicine, as the engine's procedures."""

from typing import Any

from intake.history.said import UNKNOWN, amount, one_of, yes_no
from intake.questionnaire import NONE, Said
from intake.questionnaire.steps.other_treatments import HAD, MAYBE, PERHAPS, REST, TREATMENTS, Treatment

ECT = "ect"


def procedures(said: Said) -> list[dict[str, Any]]:
    """Each treatment that was had; ECT too where the person can't say whether it was, since a list can't say "perhaps" otherwise."""
    return [_procedure(said, each) for each in TREATMENTS if _had(said, each)]


def _had(said: Said, each: Treatment) -> bool:
    answer = had(said, each.slug)
    return answer == "yes" or (each.kind == ECT and answer != "no")


def had(said: Said, slug: str) -> str:
    """yes, no, or unknown. A treatment that was not ticked was not had only where the person said that of the others."""
    ticked = said.value(HAD)
    if ticked is None or slug in ticked:
        return UNKNOWN if ticked is None else "yes"
    return "no" if ticked == [NONE] or said.value(REST) == "no" else _perhaps(said, slug)


def _perhaps(said: Said, slug: str) -> str:
    """The person is not sure about all they left out, and may have said about which."""
    perhaps = said.value(PERHAPS) if said.value(REST) == MAYBE else None
    return UNKNOWN if perhaps is None or slug in perhaps else "no"


def _procedure(said: Said, each: Treatment) -> dict[str, Any]:
    facts = {
        "id": each.slug,
        "kind": each.kind,
        "sessions": amount(said, f"{each.slug}.sessions") if each.counted else None,
        "improvement_percent": amount(said, f"{each.slug}.helped"),
        "in_current_episode": yes_no(said, f"{each.slug}.this_episode"),
    }
    return facts | ({"laterality": one_of(said, "ect.laterality", ("bilateral", "unilateral"))} if each.kind == ECT else {})
