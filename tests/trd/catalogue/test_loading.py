"""Data files that do not fit: each refused with the file, the line and what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.trd.tables import each_of
from trd import catalogue, profiles, shipped, with_profiles
from trd.catalogue import load
from trd.faults import DataFault
from trd.rules import _build, _shipped_texts
from trd.schema import CONDITIONS

HEAD = (
    "id,ingredient,formulation,route,role,class,brands,atc,rxnorm,rxnorm_status,"
    "label_min_mg,label_status,canmat_min_mg,strict_min_mg,notes\n"
)
GOOD = "x,x,,oral,antidepressant,SSRI,X;Y,N06AB04,1;2,V,20,M,30,40,a note\n"
TOPS = "id,highest_mg,status,source\n"
FLOORS: dict[str, dict[str, Any]] = {
    "label": {"source": "a"},
    "canmat": {"source": "b", "status": "secondary", "by_analogy": ["x"]},
    "strict": {"source": "c", "status": "secondary"},
}


def test_a_good_row_is_read_whole() -> None:
    (agent,) = load(HEAD + GOOD, TOPS + "x,50,V,label\n", FLOORS).values()
    assert (agent.brands, agent.rxnorm, agent.rxnorm_status) == (("X", "Y"), ("1", "2"), "verified")
    assert (agent.route, agent.atc, agent.notes) == ("oral", "N06AB04", "a note")
    figures = [(figure.mg, figure.status, figure.source) for figure in agent.floors.values() if figure]
    assert figures == [(20, "from memory", "a"), (30, "by analogy", "b"), (40, "secondary", "c")]
    assert agent.highest
    assert (agent.highest.mg, agent.highest.status) == (50, "verified")


CATALOGUE: list[tuple[str, str, int, str]] = [
    ("another column", HEAD.replace("atc", "ATC") + GOOD, 1, "the columns must be id,"),
    ("an empty file", "", 1, "the columns must be id,"),
    ("a cell too few", HEAD + "x,x,,oral\n", 2, "must have 15 cells"),
    ("a cell too many", HEAD + GOOD.strip() + ",more\n", 2, "must have 15 cells"),
    ("an id in capitals", HEAD + GOOD.replace("x,x", "X,x", 1), 2, "id is not of the right form"),
    ("an id with a space", HEAD + GOOD.replace("x,x", "x y,x", 1), 2, "id is not of the right form"),
    ("no ingredient", HEAD + GOOD.replace("x,x", "x,", 1), 2, "ingredient is not of the right form"),
    ("a role that is none", HEAD + GOOD.replace("antidepressant", "pill"), 2, "role is not of the right form"),
    ("no class", HEAD + GOOD.replace("SSRI", ""), 2, "class is not of the right form"),
    ("an ATC code too short", HEAD + GOOD.replace("N06AB04", "N06AB"), 2, "atc is not of the right form"),
    ("an ATC code in small letters", HEAD + GOOD.replace("N06AB04", "n06ab04"), 2, "atc is not of the right form"),
    ("an RxNorm code with a letter", HEAD + GOOD.replace("1;2", "1;b"), 2, "rxnorm is not of the right form"),
    ("an RxNorm code too long", HEAD + GOOD.replace("1;2", "123456789"), 2, "rxnorm is not of the right form"),
    ("a mark that is none", HEAD + GOOD.replace(",V,", ",Z,"), 2, "rxnorm_status is not of the right form"),
    ("a mark of a floor that is none", HEAD + GOOD.replace(",M,", ",Z,"), 2, "Z is no verification mark"),
    ("a floor in words", HEAD + GOOD.replace(",20,", ",twenty,"), 2, "twenty is no dose in mg above 0"),
    ("a floor of nought", HEAD + GOOD.replace(",20,", ",0,"), 2, "0 is no dose in mg above 0"),
    ("a floor below nought", HEAD + GOOD.replace(",20,", ",-20,"), 2, "-20 is no dose in mg above 0"),
    ("a floor as an exponent", HEAD + GOOD.replace(",20,", ",2e1,"), 2, "2e1 is no dose in mg above 0"),
    ("an id twice", HEAD + GOOD + GOOD, 3, "the id x stands twice"),
    ("the second row is wrong", HEAD + GOOD + GOOD.replace("x,x", "y,", 1), 3, "ingredient is not of the right form"),
    ("a floor above the highest dose", HEAD + GOOD.replace(",40,", ",60,"), 2, "a floor of 60.0 mg is above the highest dose, 50.0 mg"),
]


@each_of(CATALOGUE)
def test_a_catalogue_that_does_not_fit(reason: str, text: str, line: int, message: str) -> None:
    with pytest.raises(DataFault) as fault:
        load(text, TOPS + "x,50,V,label\n", FLOORS)
    assert (fault.value.file, fault.value.line) == ("catalogue.csv", line)
    assert fault.value.message.startswith(message)
    assert str(fault.value).startswith(f"catalogue.csv:{line}: ")


HIGHEST: list[tuple[str, str, int, str]] = [
    ("another column", "id,mg\n", 1, "the columns must be id, highest_mg, status, source"),
    ("an id twice", TOPS + "x,50,V,label\nx,60,V,label\n", 3, "needs one figure an id"),
    ("no figure", TOPS + "x,,V,label\n", 2, "needs one figure an id"),
    ("a figure in words", TOPS + "x,much,V,label\n", 2, "much is no dose in mg above 0"),
    ("a mark that is none", TOPS + "x,50,Z,label\n", 2, "Z is no verification mark"),
    ("an id of no agent", TOPS + "y,50,V,label\n", 0, "y is not in the catalogue"),
]


@each_of(HIGHEST)
def test_highest_doses_that_do_not_fit(reason: str, text: str, line: int, message: str) -> None:
    with pytest.raises(DataFault) as fault:
        load(HEAD + GOOD, text, FLOORS)
    assert (fault.value.file, fault.value.line, fault.value.message) == ("highest_doses.csv", line, message)


OWN = (Path(__file__).parent.parent / "cli" / "own_profiles.toml").read_text("utf-8")
NO_SOURCE = "our_guideline needs citation, mark and read, each a text; mark is one of: verified, secondary, corroborated, from memory, own"

PROFILES: list[tuple[str, str, str, str]] = [
    ("no trials", "min_trials = 5", "min_trials = 0", "our_clinic.min_trials is not of the right form"),
    ("half a trial", "min_trials = 5", "min_trials = 2.5", "our_clinic.min_trials is not of the right form"),
    ("trials as a truth value", "min_trials = 5", "min_trials = true", "our_clinic.min_trials is not of the right form"),
    ("no classes", "min_classes = 3", "min_classes = 0", "our_clinic.min_classes is not of the right form"),
    ("a floor nobody has", 'floor = "canmat"', 'floor = "who"', "our_clinic.floor is not of the right form"),
    ("no weeks", "min_weeks = 5.5", "min_weeks = 0", "our_clinic.min_weeks is not of the right form"),
    ("weeks in words", "min_weeks = 5.5", 'min_weeks = "six"', "our_clinic.min_weeks is not of the right form"),
    ("more weeks than ten years", "min_weeks = 5.5", "min_weeks = 521", "our_clinic.min_weeks is not of the right form"),
    ("two lines of failure", "{ at_most = 30 }", "{ at_most = 30, below = 50 }", "our_clinic.failure is not of the right form"),
    ("no line of failure", "{ at_most = 30 }", "{}", "our_clinic.failure is not of the right form"),
    ("another line of failure", "{ at_most = 30 }", "{ above = 30 }", "our_clinic.failure is not of the right form"),
    ("a line above 100", "{ at_most = 30 }", "{ at_most = 101 }", "our_clinic.failure is not of the right form"),
    ("a line below nought", "{ at_most = 30 }", "{ at_most = -1 }", "our_clinic.failure is not of the right form"),
    ("a line in words", "{ at_most = 30 }", '{ at_most = "x" }', "our_clinic.failure is not of the right form"),
    ("a scope that is none", "{ years = 10 }", '"ever"', "our_clinic.scope is not of the right form"),
    ("a scope of no years", "{ years = 10 }", "{ years = 0 }", "our_clinic.scope is not of the right form"),
    ("a scope of months", "{ years = 10 }", "{ months = 10 }", "our_clinic.scope is not of the right form"),
    ("an adherence that is none", '"not_rarely"', '"often"', "our_clinic.adherence is not of the right form"),
    ("an intolerance that is none", '"counts"', '"yes"', "our_clinic.intolerance is not of the right form"),
    ("a condition nobody asks", '"dementia"', '"anxiety"', "our_clinic.excludes is not of the right form"),
    ("excludes that are no list", '["bipolar", "dementia"]', '"bipolar"', "our_clinic.excludes is not of the right form"),
    ("a kind that is none", '"definition"', '"rule"', "our_clinic.kind is not of the right form"),
    ("no citation", 'citation = "Our clinic\'s guideline, edition 3"\ndate', 'citation = ""\ndate', "our_clinic.citation is not of the right form"),
    ("a date that is no text", 'date = "2026-10"', "date = 2026", "our_clinic.date is not of the right form"),
    ("requirements that are no list", '["Seen twice"]', '"Seen twice"', "our_clinic.other_requirements is not of the right form"),
    ("an empty requirement", '["Seen twice"]', '[""]', "our_clinic.other_requirements is not of the right form"),
    ("a source nobody has", '"canmat_2023"', '"hearsay"', "our_clinic.sources names hearsay, which no source table has"),
    ("sources that are no list", '["our_guideline", "canmat_2023"]', "3", "our_clinic.sources is not of the right form"),
    ("a key that is none", 'note = "An example."', 'note = "An example."\nweeks = 3', "our_clinic.weeks is not a key of a profile"),
    ("a key that is missing", 'note = "An example."\n', "", "our_clinic.note is missing"),
    ("the id of a shipped one", "[profiles.our_clinic]", "[profiles.consensus]", "consensus is the id of a shipped profile; choose another"),
    ("the id of the staging rule", "[profiles.our_clinic]", "[profiles.staging]", "staging is the id of a shipped profile; choose another"),
    ("no profiles", "[profiles.our_clinic]", "[profile.our_clinic]", "needs a table named profiles with at least one profile"),
    ("profiles that are a number", OWN, "profiles = 3", "needs a table named profiles with at least one profile"),
    ("a table without profiles", OWN, "[profiles]", "needs a table named profiles with at least one profile"),
    ("profiles that are no tables", OWN, "[profiles]\nx = 3", "x must be a table"),
    ("a source without a mark", 'mark = "own"\n', "", NO_SOURCE),
    ("a source with a mark that is none", 'mark = "own"', 'mark = "sure"', NO_SOURCE),
    ("a source with a mark that is a list", 'mark = "own"', 'mark = ["own"]', NO_SOURCE),
    ("a source with another key", 'mark = "own"', 'mark = "own"\nyear = "2026"', NO_SOURCE),
    ("a source read nowhere", 'read = "written here"', 'read = " "', NO_SOURCE),
    ("a source that is a number", OWN, "[sources]\nour_guideline = 3\n[profiles]\nx = 3", NO_SOURCE),
    ("the key of a shipped source", "[sources.our_guideline]", "[sources.us_labels]", "us_labels is the key of a shipped source; choose another"),
    ("sources that are no table", OWN, "sources = 3\n[profiles]\nx = 3", "sources must be a table"),
    ("no TOML", OWN, "= 3", "is not TOML in UTF-8: Invalid statement (at line 1, column 1)"),
]  # fmt: skip


@pytest.mark.parametrize(("reason", "old", "new", "message"), PROFILES, ids=[case[0] for case in PROFILES])
def test_profiles_that_do_not_fit(reason: str, old: str, new: str, message: str, tmp_path: Path) -> None:
    assert old in OWN
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace(old, new), "utf-8")
    with pytest.raises(DataFault) as fault:
        with_profiles(path)
    assert (str(fault.value), fault.value.line) == (f"own.toml: {message}", 0)


EDGES: list[tuple[str, str, str]] = [
    ("the most trials", "min_trials = 5", "min_trials = 520"),
    ("the most weeks", "min_weeks = 5.5", "min_weeks = 520"),
    ("no improvement at all", "{ at_most = 30 }", "{ at_most = 0 }"),
    ("half a percent", "{ at_most = 30 }", "{ at_most = 0.5 }"),
    ("all improvement", "{ at_most = 30 }", "{ at_most = 100 }"),
]


@pytest.mark.parametrize(("reason", "old", "new"), EDGES, ids=[case[0] for case in EDGES])
def test_a_figure_on_its_limit_fits(reason: str, old: str, new: str, tmp_path: Path) -> None:
    assert old in OWN
    path = tmp_path / "own.toml"
    path.write_text(OWN.replace(old, new), "utf-8")
    assert "our_clinic" in with_profiles(path).profiles


def test_profiles_that_are_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(b"x = '\xe4'")
    with pytest.raises(DataFault, match="is not TOML in UTF-8"):
        with_profiles(path)


SHIPPED: list[tuple[str, str, bytes, bytes, str]] = [
    ("a floor whose source is not there", "sources.toml", b'source = "us_labels"', b'source = "nowhere"', "the floor label names nowhere, which no source table has"),
    ("a source without a mark", "sources.toml", b'mark = "', b'marked = "', "contract needs citation, mark and read"),
    ("sources that are no TOML", "sources.toml", b"=", b"==", "is not TOML in UTF-8"),
    ("profiles that are no TOML", "profiles.toml", b"=", b"==", "is not TOML in UTF-8"),
    ("a profile", "profiles.toml", b"min_trials = 2", b"min_trials = 0", "intake_screen.min_trials is not of the right form"),
    ("the staging rule", "profiles.toml", b"[staging]", b"[staging]\nweeks = 3", "staging.weeks is not a key of a profile"),
]  # fmt: skip


@each_of(SHIPPED)
def test_a_shipped_file_that_does_not_fit_is_named(reason: str, name: str, old: bytes, new: bytes, message: str) -> None:
    texts = _shipped_texts()
    assert old in texts[name]
    with pytest.raises(DataFault) as fault:
        _build(texts | {name: texts[name].replace(old, new, 1)}, {})
    assert str(fault.value).startswith(f"{name}: {message}")
    assert fault.value.line == 0


@pytest.mark.parametrize("name", ["catalogue.csv", "highest_doses.csv", "profiles.toml", "sources.toml"])
def test_the_digest_moves_with_every_file(name: str) -> None:
    texts = _shipped_texts()
    texts[name] += b"\n" if name.endswith("toml") else b""
    moved = _build(texts | {name: texts[name].replace(b"CANMAT", b"Canmat", 1)}, {}) if name.endswith("csv") else _build(texts, {})
    assert moved.digest != shipped().digest


def test_the_digest_moves_with_a_clinics_own_profiles(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    assert with_profiles(path).digest != shipped().digest
    assert with_profiles(path).digest == with_profiles(path).digest


def test_a_clinics_file_named_like_a_shipped_one_hides_none_of_it_from_the_digest(tmp_path: Path) -> None:
    path = tmp_path / "profiles.toml"
    path.write_text(OWN, "utf-8")
    texts = _shipped_texts()
    texts["profiles.toml"] += b"\n"
    assert with_profiles(path).digest != _build(texts, {"profiles.toml": OWN.encode()}).digest


def test_an_own_source_stands_beside_the_shipped_ones_and_leaves_them_alone(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    own = with_profiles(path).sources
    assert own["our_guideline"]["mark"] == "own"
    assert {key: source for key, source in own.items() if key != "our_guideline"} == shipped().sources


def test_each_ingredient_has_one_class_so_that_two_classes_are_two_ingredients() -> None:
    classes: dict[str, set[str]] = {}
    for agent in catalogue():
        classes.setdefault(agent.ingredient, set()).add(agent.class_)
    assert all(len(each) == 1 for each in classes.values())


def test_the_shipped_data_is_whole() -> None:
    assert len(catalogue()) == 89
    assert [profile.id for profile in profiles()] == [
        "intake_screen",
        "consensus",
        "canadian",
        "esketamine_trial",
        "strict_form",
        "lifetime",
        "payer_two_class",
        "payer_five_year",
        "payer_three",
        "tms_one",
        "tms_two_class",
        "vns_four",
    ]
    assert all({"bipolar", "primary_psychotic_disorder"} <= set(profile.excludes) <= set(CONDITIONS) for profile in profiles())
    assert all(bool(profile.other_requirements) == (profile.kind == "coverage") for profile in profiles())
    assert all(profile.note and profile.citation and profile.date for profile in profiles())
