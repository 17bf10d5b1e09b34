"""Which dose floor to ask about. The floors are the catalogue's; here is only the choice between them."""

from functools import cache

from trd import catalogue, profiles


@cache
def floors_of(agent: object) -> tuple[float, ...]:
    """The floors in mg a day that profiles use for a medicine, lowest first; none for what the catalogue does not know."""
    known = next((each for each in catalogue() if each.id == agent), None)
    return tuple(sorted({floor.mg for floor in known.floors.values() if floor})) if known else ()


@cache
def all_floors() -> tuple[float, ...]:
    """Every floor that may be asked about, lowest first."""
    return tuple(sorted({mg for agent in catalogue() for mg in floors_of(agent.id)}))


def floor_to_ask(agent: object, dose: object) -> float | None:
    """The highest floor not above the highest dose; with the dose unknown the lowest one; None where no floor is reached or known."""
    floors = floors_of(agent) if isinstance(agent, str) else ()
    if not isinstance(dose, int | float):
        return floors[0] if floors else None
    return max((mg for mg in floors if mg <= dose), default=None)


@cache
def weeks_asked(agent: object, mg: float) -> tuple[float, ...]:
    """The least weeks that profiles ask for at this floor of a medicine."""
    known = next((each for each in catalogue() if each.id == agent), None)
    names = [name for name, floor in known.floors.items() if floor and floor.mg == mg] if known else []
    return tuple(sorted({profile.min_weeks for profile in profiles() if profile.floor in names}))


@cache
def lower_floors() -> tuple[float, ...]:
    """Every floor that has a higher one of the same medicine above it, lowest first."""
    return tuple(sorted({mg for agent in catalogue() for mg in floors_of(agent.id)[:-1]}))


def plain(mg: float) -> str:
    """A dose as people write it: 50, 37.5."""
    return f"{mg:g}"
