"""Thase-Rush stages (1997), strictly hierarchical, as an interval."""

from __future__ import annotations

from typing import Any, Final

from trd.conclusion import Count
from trd.facts import History
from trd.intervals import as_document
from trd.staging import ect
from trd.verdicts import NO, YES

SOURCES: Final = ["thase_rush_1997"]
NOTE: Final = (
    "An SSRI and a tricyclic are stage III here; the strict reading asks for a third medicine and says II. "
    "RIMAs are not MAOI and maprotiline is not a tricyclic here."
)


def stage(history: History, counted: Count) -> dict[str, Any]:
    """Stage 0 to 5: over counted trials for the low end, over possible ones for the high end."""
    fifth = ect.without_benefit(history, bilateral=True)
    low = _stage(counted.ingredients, counted.drug_classes, fifth == YES)
    high = _stage(counted.possible_ingredients, counted.possible_classes, fifth != NO)
    return {"stage": as_document((low, high)), "note": NOTE, "sources": SOURCES}


def _stage(ingredients: frozenset[str], classes: frozenset[str], with_ect: bool) -> int:
    """Each stage stands only on the one below it."""
    steps = (bool(ingredients), len(classes) > 1, "TCA" in classes, "MAOI" in classes, with_ect)
    return next((number for number, reached in enumerate(steps) if not reached), len(steps))
