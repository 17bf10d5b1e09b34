"""Arbitrary JSON, arbitrary documents of the contract's shape, and ways to know more about one."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.trd.build import CONDITIONS
from trd import catalogue

AGENTS = [agent.id for agent in catalogue()]
ANSWER = st.sampled_from(["yes", "no", "unknown", None])
# Every key of the contract, so that arbitrary documents come near it.
KEYS = [
    "schema",
    "as_of",
    "patient",
    "age_years",
    "sex_at_birth",
    "episode",
    "start",
    "severity",
    "psychotic_features",
    "conditions",
    "bipolar",
    "scales",
    "scale",
    "score",
    "date",
    "trials",
    "id",
    "agent",
    "other",
    "role",
    "purposes",
    "max_daily_dose_mg",
    "weeks_at_max_dose",
    "weeks_at_or_above",
    "mg",
    "weeks",
    "weeks_total",
    "stop",
    "min",
    "max",
    "improvement_percent",
    "wore_off",
    "adherence",
    "stopped_because",
    "in_current_episode",
    "augments",
    "procedures",
    "kind",
    "laterality",
    "sessions",
    "confirmed_by_clinician",
]
WORDS = ["trd.history/1", "2026-11-20", "2025", "2025-02", "0000-00-00", "sertraline", "depression", "unknown", "yes", "ect", "phq9", ""]

# All that UTF-8 holds, by category: by the codec, as is the default, it takes Hypothesis more than a second to find out.
CHARACTERS = st.characters(exclude_categories=["Cs"])
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.sampled_from(WORDS),
    st.text(CHARACTERS, max_size=8),
    st.sampled_from([10**400, -1, 0, 1e308, 5e-324, "\ud800", "2026-13-01"]),
)
ANY_JSON = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(KEYS), st.text(CHARACTERS, max_size=4)), inner, max_size=6),
    ),
    max_leaves=25,
)


def interval(low: float, high: float) -> st.SearchStrategy[Any]:
    """A number, an interval with one or two ends, or null, within some limits."""
    number = st.one_of(st.integers(int(low) + 1, int(high)), st.floats(low + 0.5, high))
    return st.one_of(
        st.none(),
        number,
        st.builds(lambda a, b: {"min": min(a, b), "max": max(a, b)}, number, number),
        st.builds(lambda a: {"min": a}, number),
        st.builds(lambda a: {"max": a}, number),
    )


DATES = st.one_of(
    st.none(),
    st.integers(2015, 2026).map(str),
    st.builds("{}-{:02}".format, st.integers(2019, 2026), st.integers(1, 11)),
    st.builds("{}-{:02}-{:02}".format, st.integers(2019, 2025), st.integers(1, 12), st.integers(1, 28)),
)
AGENT = st.one_of(
    st.sampled_from(AGENTS),
    st.sampled_from(["sertraline", "venlafaxine-xr", "nortriptyline", "phenelzine", "lithium"]),
    st.builds(
        lambda name, role: {"other": name, "role": role},
        st.sampled_from(["x", "X ", "y"]),
        st.sampled_from(["antidepressant", "augmenter", None]),
    ),
)
REASONS = ["no_benefit", "some_benefit", "side_effects", "missed_doses", "cost", "got_better", "pregnancy", "other", "still_taking"]


# Strategies are made here, once: one made while drawing is looked through anew for every history, which costs more than the drawing.
TRIAL = st.fixed_dictionaries(
    {
        "agent": AGENT,
        "purposes": st.one_of(st.none(), st.just(["depression"]), st.lists(st.sampled_from(["depression", "anxiety", "sleep", "unknown"]))),
        "max_daily_dose_mg": interval(0, 400),
        "weeks_at_max_dose": interval(0, 15),
        "weeks_at_or_above": st.one_of(
            st.none(), st.lists(st.fixed_dictionaries({"mg": interval(0, 400), "weeks": interval(0, 20)}), max_size=3)
        ),
        "weeks_total": st.one_of(st.none(), interval(14, 80)),
        "start": DATES,
        "stop": DATES,
        "improvement_percent": interval(0, 99),
        "wore_off": ANSWER,
        "adherence": st.sampled_from(["most_days", "most_days", "about_half", "rarely", "unknown", None]),
        "stopped_because": st.one_of(st.none(), st.just(["no_benefit"]), st.lists(st.sampled_from(REASONS), max_size=3)),
        "in_current_episode": ANSWER,
        "augments": st.sampled_from([None, None, None, "t0"]),
    }
)


def trials(number: int) -> st.SearchStrategy[dict[str, Any]]:
    """One trial of the contract's shape."""
    return TRIAL.map(lambda said: _numbered(number, said))


def _numbered(number: int, said: dict[str, Any]) -> dict[str, Any]:
    return _fitting({"id": f"t{number}"} | said)


def _fitting(said: dict[str, Any]) -> dict[str, Any]:
    """The same trial without what the contract refuses between its fields."""
    if said["start"] and said["stop"] and said["stop"][:4] <= said["start"][:4]:
        said["stop"] = None
    if "still_taking" in (said["stopped_because"] or ()):
        said["stop"] = None
    if said["augments"] == said["id"]:
        said["augments"] = None
    if low(said["weeks_at_max_dose"], 0) > high(said["weeks_total"], 1000):
        said["weeks_total"] = None
    return said


def low(value: Any, without: float) -> float:
    """The low end of a number or interval as the document writes it."""
    return without if value is None else value.get("min", without) if isinstance(value, dict) else value


def high(value: Any, without: float) -> float:
    """The high end of a number or interval as the document writes it."""
    return without if value is None else value.get("max", without) if isinstance(value, dict) else value


PROCEDURES = st.fixed_dictionaries(
    {"kind": st.just("ect"), "laterality": st.sampled_from(["bilateral", "unilateral", "unknown"]), "sessions": interval(0, 12)}
    | {"improvement_percent": interval(0, 99), "in_current_episode": ANSWER}
)


HISTORY = st.fixed_dictionaries(
    {
        "schema": st.just("trd.history/1"),
        "as_of": st.just("2026-11-20"),
        "patient": st.fixed_dictionaries({"age_years": interval(0, 129)}),
        "episode": st.fixed_dictionaries(
            {
                "start": DATES,
                "severity": st.sampled_from(["subsyndromal", "mild", "moderate", "severe", None]),
                "psychotic_features": ANSWER,
            }
        ),
        "conditions": st.fixed_dictionaries(dict.fromkeys(CONDITIONS, st.sampled_from(["no", "no", "yes", "unknown"]))),
        "confirmed_by_clinician": st.lists(st.sampled_from(CONDITIONS), max_size=3),
    }
)


def histories(most: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    """A whole history of the contract's shape, with much of it unknown."""
    return st.builds(_history, HISTORY, st.lists(TRIAL, max_size=most), st.lists(PROCEDURES, max_size=2))


def _history(said: dict[str, Any], tried: list[dict[str, Any]], procedures: list[dict[str, Any]]) -> dict[str, Any]:
    """With an id for each of what was tried, in order."""
    return said | {
        "trials": [_numbered(index, each) for index, each in enumerate(tried)],
        "procedures": [{"id": f"p{index}", **each} for index, each in enumerate(procedures)],
    }


def numbers_in(report: Any) -> Iterator[dict[str, float]]:
    """Every object with min and max in a report, the findings' own values left out."""
    if isinstance(report, dict):
        if set(report) == {"min", "max"}:
            yield report
        for key, value in report.items():
            yield from numbers_in(value) if key != "value" else ()
    elif isinstance(report, list):
        for value in report:
            yield from numbers_in(value)


def intervals_in(value: Any, place: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], dict[str, float]]]:
    """Every interval that a history gives as one, with its place."""
    if isinstance(value, dict) and value and set(value) <= {"min", "max"}:
        yield place, value
    elif isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from intervals_in(inner, (*place, key))


def altered(history: dict[str, Any], place: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """A copy of a history with one value set."""
    copied = copy.deepcopy(history)
    target: Any = copied
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = value
    return copied


ODD: list[Any] = [
    None,
    True,
    -1,
    0,
    10**400,
    1e308,
    float("nan"),
    float("inf"),
    "",
    "\ud800",
    "0000-00-00",
    "2026-11-20",
    "yes",
    [],
    {},
    [[]],
]


def alterations(document: Any, seed: int, number: int) -> Iterator[Any]:
    """A document and altered ones: at some places another value, a missing key, or a key that does not belong."""
    random = Random(seed)
    yield document
    for _ in range(number - 1):
        yield _altered(document, random)


def _altered(value: Any, random: Random, chance: float = 0.02) -> Any:
    if random.random() < chance:
        return random.choice(ODD)
    if isinstance(value, dict):
        kept = {key: _altered(inner, random) for key, inner in value.items() if random.random() > 0.02}
        return kept | ({random.choice(KEYS): random.choice(ODD)} if random.random() < 0.02 else {})
    return [_altered(inner, random) for inner in value] if isinstance(value, list) else value


# What JSON may hold and no history does, and what cuts a document in two.
BITS = [b"", b"\xff", b"\x00", b'"', b"{", b"[", b"}", b",", b":", b"NaN", b"-Infinity", b"1e999", b"9" * 400, b"\\ud800", b"null", b"-"]


def slips(content: bytes, seed: int, number: int) -> Iterator[bytes]:
    """A document's bytes with up to three short stretches replaced by something odd."""
    random = Random(seed)
    for _ in range(number):
        slipped = content
        for _ in range(random.randint(1, 3)):
            place = random.randrange(len(slipped) + 1)
            slipped = slipped[:place] + random.choice(BITS) + slipped[place + random.randint(0, 3) :]
        yield slipped
