"""Every brand of the catalogue, asked for as people ask: in a sentence, with a strength, as "the generic of it", in capitals."""

from __future__ import annotations

from tests.trd.tables import each_of
from trd import Offer, catalogue, search

BRANDS = [(brand, agent.id, agent.ingredient) for agent in catalogue() for brand in agent.brands]
WAYS: list[tuple[str, str, tuple[str, ...]]] = [
    ("the generic of it", "the generic of {}", ("brand", "generic")),
    ("with a strength and how often", "{}, 10mg once daily", ("brand", "generic")),
    ("in a sentence", "I took {} for a while", ("mention",)),
]


def offered(typed: str) -> list[Offer]:
    """Everything that is offered, however far down."""
    return search(typed, limit=20)


@each_of(
    [
        (f"{brand} of {id}, {reason}", way.format(brand), how, id, ingredient)
        for reason, way, how in WAYS
        for brand, id, ingredient in BRANDS
    ]
)
def test_a_brand_finds_its_agent_and_no_other_ingredient(reason: str, typed: str, how: tuple[str, ...], id: str, ingredient: str) -> None:
    found = offered(typed)
    assert id in [offer.agent.id for offer in found]
    assert {offer.agent.ingredient for offer in found} == {ingredient}
    assert all(offer.how in how for offer in found if offer.agent.id == id)


@each_of(BRANDS)
def test_capitals_and_stray_marks_change_nothing(brand: str, id: str, ingredient: str) -> None:
    assert offered(f"  {brand.upper()}? ") == offered(brand)
    assert all(offer.agent.id == id or offer.agent.ingredient == ingredient for offer in offered(brand))


FORMULATIONS: list[tuple[str, str, str, list[str]]] = [
    ("the plain brand offers the plain one first", "Wellbutrin", "bupropion-ir", ["bupropion-ir"]),
    ("a formulation of the brand", "Wellbutrin XL", "bupropion-xl", ["bupropion-xl"]),
    ("another formulation of the brand", "wellbutrin sr", "bupropion-sr", ["bupropion-sr"]),
    ("the ingredient offers every formulation", "bupropion", "bupropion-ir", ["bupropion-ir", "bupropion-sr", "bupropion-xl"]),
    ("a formulation of the ingredient", "bupropion xl", "bupropion-xl", ["bupropion-xl"]),
    ("the controlled release of two", "Paxil CR", "paroxetine-cr", ["paroxetine-cr"]),
    ("the weekly one of two", "prozac weekly", "fluoxetine-weekly", ["fluoxetine-weekly"]),
    ("the extended release of two", "venlafaxine XR", "venlafaxine-xr", ["venlafaxine-xr"]),
]


@each_of(FORMULATIONS)
def test_which_formulation_comes_first(reason: str, typed: str, first: str, among: list[str]) -> None:
    found = [offer.agent.id for offer in offered(typed)]
    assert found[0] == first
    assert set(among) <= set(found)
