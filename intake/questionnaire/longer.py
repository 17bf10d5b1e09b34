"""Whether the weeks at the highest floor leave a profile open that reads a lower one: only then is the lower one asked about."""

from dataclasses import dataclass
from math import inf
from typing import Final

from intake.questionnaire.bands import INTERVALS
from intake.questionnaire.conditions import Scope
from intake.questionnaire.floors import floor_to_ask, floors_of, plain, weeks_asked

READS: Final = ("agent", "highest_dose", "weeks_total")
_SAID: Final = ("answered", "not_sure", "declined")


def at_floor(mg: float) -> str:
    """The id of the question for the weeks at one floor. A later floor is another question, so no answer is ever misread."""
    return f"weeks_at_{plain(mg).replace('.', '_')}"


def also_at_floor(mg: float) -> str:
    """The id of the same question at a lower floor, asked after the first."""
    return f"weeks_also_at_{plain(mg).replace('.', '_')}"


def open_floors(scope: Scope) -> tuple[float, ...]:
    """The lower floors at which some profile still hangs, lowest first; none before the first answer is given."""
    agent = scope.value("agent")
    first = floor_to_ask(agent, scope.value("highest_dose"))
    if first is None or scope.state(at_floor(first)) not in _SAID:
        return ()
    low, high = _ends(scope.value(at_floor(first)))[0], _ends(scope.value("weeks_total"))[1]
    return tuple(mg for mg in floors_of(agent) if mg < first and any(low < weeks <= high for weeks in weeks_asked(agent, mg)))


def _ends(weeks: object) -> tuple[float, float]:
    """The least and the most weeks an answer may mean."""
    meant = INTERVALS[weeks] if isinstance(weeks, str) else weeks
    if isinstance(meant, dict):
        return meant["min"], meant.get("max", inf)
    return (meant, meant) if isinstance(meant, int | float) else (0, inf)


@dataclass(frozen=True)
class LeavesFloorOpen:
    """A lower floor has to be asked about."""

    def holds(self, scope: Scope) -> bool:
        return bool(open_floors(scope))

    @property
    def reads(self) -> tuple[str, ...]:
        return READS


@dataclass(frozen=True)
class AsksLowerFloor:
    """This lower floor has to be asked about."""

    mg: float

    def holds(self, scope: Scope) -> bool:
        return self.mg in open_floors(scope)

    @property
    def reads(self) -> tuple[str, ...]:
        return READS
