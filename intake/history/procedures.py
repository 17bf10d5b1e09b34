"""Treatments besides medicine, as the engine's procedures."""

from typing import Any

from intake.history.said import amount, one_of, yes_no
from intake.questionnaire import Said
from intake.questionnaire.steps.other_treatments import TREATMENTS, Treatment

ECT = "ect"


def procedures(said: Said) -> list[dict[str, Any]]:
    """Each treatment that was had; ECT too where the person can't say whether it was, since a list can't say "perhaps" otherwise."""
    return [_procedure(said, each) for each in TREATMENTS if _had(said, each)]


def _had(said: Said, each: Treatment) -> bool:
    answer = said.value(f"treatments.{each.slug}")
    return answer == "yes" or (each.kind == ECT and answer != "no")


def _procedure(said: Said, each: Treatment) -> dict[str, Any]:
    facts = {
        "id": each.slug,
        "kind": each.kind,
        "sessions": amount(said, f"{each.slug}.sessions") if each.counted else None,
        "improvement_percent": amount(said, f"{each.slug}.helped"),
        "in_current_episode": yes_no(said, f"{each.slug}.this_episode"),
    }
    return facts | ({"laterality": one_of(said, "ect.laterality", ("bilateral", "unilateral"))} if each.kind == ECT else {})
