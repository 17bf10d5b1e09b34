"""Which dose floor is asked about."""

import pytest

from intake.questionnaire.floors import floor_to_ask, floors_of

CASES = [
    ("one floor, dose above it", "sertraline", 150, 50),
    ("exactly on the floor", "sertraline", 50, 50),
    ("one milligram under: below every floor, nothing to ask", "sertraline", 49, None),
    ("two floors, dose between them", "venlafaxine-xr", 100, 75),
    ("two floors, dose on the higher one", "venlafaxine-xr", 150, 150),
    ("one milligram under the higher one", "venlafaxine-xr", 149, 75),
    ("dose not known: the lowest one", "venlafaxine-xr", None, 75),
    ("a floor that is not a whole number", "tianeptine", 40, 37.5),
    ("no floor known", "esketamine", 84, None),
    ("not in the catalogue", {"other": "St. John's wort"}, 300, None),
    ("medicine not known", None, 50, None),
]


@pytest.mark.parametrize(("why", "agent", "dose", "mg"), CASES)
def test_floor_to_ask(why, agent, dose, mg):
    assert floor_to_ask(agent, dose) == mg


def test_floors_are_those_of_all_profiles_lowest_first():
    assert floors_of("duloxetine") == (40, 60)
