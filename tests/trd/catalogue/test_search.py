"""Names as patients type them: misspelled, half remembered, with a strength, with words around."""

from __future__ import annotations

import pytest

from tests.trd.tables import each_of
from trd import search

FIRST: list[tuple[str, str, str]] = [
    ("the generic of a brand", "the generic of Lexapro", "escitalopram"),
    ("generic for a brand", "generic for lexapro", "escitalopram"),
    ("generic before a brand", "generic Lexapro", "escitalopram"),
    ("a brand with its strength", "Zoloft 50mg", "sertraline"),
    ("a generic with its salt", "sertraline HCl", "sertraline"),
    ("a generic with its long salt", "bupropion hydrochloride sr", "bupropion-sr"),
    ("a formulation", "Effexor XR", "venlafaxine-xr"),
    ("a formulation after the generic", "venlafaxine xr", "venlafaxine-xr"),
    ("the other formulation", "venlafaxine ir", "venlafaxine-ir"),
    ("no formulation", "effexor", "venlafaxine-ir"),
    ("a brand in two words", "Prozac Weekly", "fluoxetine-weekly"),
    ("the plain brand of two", "Prozac", "fluoxetine"),
    ("a patch", "Emsam patch", "selegiline-transdermal"),
    ("capitals", "CYMBALTA", "duloxetine"),
    ("accents", "Zolóft", "sertraline"),
    ("spaces around", "  zoloft  ", "sertraline"),
    ("a comma", "zoloft, 100 mg daily", "sertraline"),
    ("a letter dropped", "zolof", "sertraline"),
    ("letters swapped", "zolfot", "sertraline"),
    ("lexipro", "lexipro", "escitalopram"),
    ("prosac", "prosac", "fluoxetine"),
    ("cymbolta", "cymbolta", "duloxetine"),
    ("cimbalta", "cimbalta", "duloxetine"),
    ("wellbutrin with one l", "welbutrin", "bupropion-ir"),
    ("wellbutrin with an e", "wellbutren", "bupropion-ir"),
    ("effexer", "effexer", "venlafaxine-ir"),
    ("sertaline", "sertaline", "sertraline"),
    ("sertralin", "sertralin", "sertraline"),
    ("setraline", "setraline", "sertraline"),
    ("citalapram", "citalapram", "citalopram"),
    ("escitalipram", "escitalipram", "escitalopram"),
    ("floxetine", "floxetine", "fluoxetine"),
    ("fluoxitine", "fluoxitine", "fluoxetine"),
    ("trazadone", "trazadone", "trazodone"),
    ("trazidone", "trazidone", "trazodone"),
    ("mirtazipine", "mirtazipine", "mirtazapine"),
    ("mertazapine", "mertazapine", "mirtazapine"),
    ("venlafaxin", "venlafaxin", "venlafaxine-ir"),
    ("duloxatine", "duloxatine", "duloxetine"),
    ("buproprion", "buproprion", "bupropion-ir"),
    ("bupropian", "bupropian", "bupropion-ir"),
    ("amitriptiline", "amitriptiline", "amitriptyline"),
    ("amitryptiline", "amitryptiline", "amitriptyline"),
    ("nortriptylin", "nortriptylin", "nortriptyline"),
    ("paroxitine", "paroxitine", "paroxetine-ir"),
    ("paxel", "paxel", "paroxetine-ir"),
    ("celexia", "celexia", "citalopram"),
    ("remron", "remron", "mirtazapine"),
    ("pristique", "pristique", "desvenlafaxine"),
    ("abilfy", "abilfy", "aripiprazole"),
    ("seroquil", "seroquil", "quetiapine-ir"),
    ("lithum", "lithum", "lithium"),
    ("lamictil", "lamictil", "lamotrigine"),
    ("xanex", "xanex", "alprazolam"),
    ("klonipin", "klonipin", "clonazepam"),
    ("the beginning of three words", "omega-3 f", "omega-3"),
    ("a name in a sentence", "I think it was called zoloft", "sertraline"),
]


@each_of(FIRST)
def test_what_is_offered_first(reason: str, typed: str, expected: str) -> None:
    assert search(typed)[0].agent.id == expected


NOTHING: list[tuple[str, str]] = [
    ("nothing", ""),
    ("spaces", "   "),
    ("a strength", "50 mg"),
    ("only words around a name", "the little pill"),
    ("a formulation alone", "XR"),
    ("nothing like any name", "qqqqqqqq"),
    ("two letters", "zo"),
    ("two slips in a name of five letters", "luxov"),
    ("another script", "золофт"),
    ("very much of it", "x" * 100_000),
]


@each_of(NOTHING)
def test_what_is_near_nothing_is_offered_nothing(reason: str, typed: str) -> None:
    assert search(typed) == []


HOW: list[tuple[str, str, str]] = [
    ("sertraline", "generic", "sertraline"),
    ("zoloft", "brand", "Zoloft"),
    ("zol", "beginning", "Zoloft"),
    ("zolfot", "misspelling", "Zoloft"),
    ("I think it was called zoloft", "mention", "Zoloft"),
    ("it was sertraline I believe", "mention", "sertraline"),
    ("I think it was called zolfot", "misspelling", "Zoloft"),
    ("they gave me drizalma sprinkle then", "mention", "Drizalma Sprinkle"),
    ("not zoloft", "mention", "Zoloft"),
    ("they gave me drizalma sprinkel then", "misspelling", "Drizalma Sprinkle"),
    ("effexor", "brand", "Effexor"),
    ("zolof xr", "beginning", "Zoloft"),
    ("luvx cr", "misspelling", "Luvox CR"),
    ("they gave me zoloft xr then", "mention", "Zoloft"),
]


@each_of(HOW)
def test_each_offer_says_by_what_name_and_how_it_was_found(typed: str, how: str, name: str) -> None:
    offer = search(typed)[0]
    assert (offer.how, offer.name) == (how, name)


AMONG: list[tuple[str, str, str]] = [
    ("two slips in a name of six letters", "lexa", "citalopram"),
    ("three slips in a name of ten letters", "ketamin", "esketamine"),
]


@each_of(AMONG)
def test_a_longer_name_may_have_more_slips(reason: str, typed: str, among: str) -> None:
    assert among in [offer.agent.id for offer in search(typed)]


ALONE: list[tuple[str, str, str]] = [
    ("a brand that begins another", "Paxil", "paroxetine-ir"),
    ("a brand that begins a weekly one", "prozac", "fluoxetine"),
    ("a brand with its formulation", "Paxil CR", "paroxetine-cr"),
]


@each_of(ALONE)
def test_the_very_name_is_offered_alone(reason: str, typed: str, only: str) -> None:
    assert [offer.agent.id for offer in search(typed)] == [only]


def test_of_equally_near_names_antidepressants_come_first() -> None:
    roles = [offer.agent.role == "antidepressant" for offer in search("pro", limit=20) if offer.how == "beginning"]
    assert roles == sorted(roles, reverse=True)
    assert len(set(roles)) == 2


def test_a_formulation_in_a_sentence_comes_first() -> None:
    assert [offer.agent.id for offer in search("I took effexor xr back then")][:2] == ["venlafaxine-xr", "venlafaxine-ir"]


def test_two_names_in_one_sentence_are_both_offered() -> None:
    assert {offer.agent.ingredient for offer in search("first zoloft and after it prozac")} == {"sertraline", "fluoxetine"}


def test_a_name_of_several_formulations_offers_them_all_and_picks_none() -> None:
    assert {offer.agent.id for offer in search("bupropion")} >= {"bupropion-ir", "bupropion-sr", "bupropion-xl"}
    assert [offer.agent.ingredient for offer in search("paroxetine")][:2] == ["paroxetine", "paroxetine"]


def test_an_agent_is_offered_once_whatever_its_names() -> None:
    ids = [offer.agent.id for offer in search("doxepin", limit=50)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(("limit", "most"), [(0, 0), (1, 1), (3, 3), (-1, 0)])
def test_no_more_than_the_limit(limit: int, most: int) -> None:
    assert len(search("tri", limit)) <= most


def test_eight_at_most_where_nobody_says_how_many() -> None:
    assert len(search("zoloft prozac luvox celexa lexapro cymbalta remeron trintellix viibryd")) == 8


def test_the_same_text_offers_the_same_in_the_same_order() -> None:
    assert search("ami", 20) == search("ami", 20)
