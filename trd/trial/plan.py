"""The plan: each distinct test of all profiles once, and for each profile which of them it reads.

Twelve profiles ask eight tests each, but few of them differ: one trial is judged by about two dozen comparisons instead of a hundred.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from trd.intervals import plain
from trd.profiles import Profile
from trd.trial import adherence, antidepressant, dose, duration, failed, intolerance, purpose, scope
from trd.trial.judged import TESTS, Judge

Key = tuple[object, ...]


@dataclass(slots=True)
class Step:
    """One distinct test: how to judge it, its rule in words, the floor it reads (or none), and the profiles that share it."""

    test: str
    judge: Judge
    rule: str
    floor: str | None
    profiles: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Plan:
    """Steps in the order of the tests, and for each profile the eight places of its own among them."""

    steps: list[Step]
    columns: dict[str, tuple[int, ...]]


def compile_plan(profiles: Iterable[Profile], floors: Mapping[str, Mapping[str, Any]]) -> Plan:
    """The plan for these profiles."""
    keyed: dict[Key, Step] = {}
    wanted: dict[str, list[Key]] = {}
    for profile in profiles:
        steps = _steps(profile, str(floors[profile.floor]["name"]))
        wanted[profile.id] = [key for key, _ in steps]
        for key, step in steps:
            keyed.setdefault(key, step).profiles.append(profile.id)
    order = sorted(keyed, key=lambda key: TESTS.index(str(key[0])))
    place = {key: index for index, key in enumerate(order)}
    columns = {id_: tuple(place[key] for key in keys) for id_, keys in wanted.items()}
    return Plan([keyed[key] for key in order], columns)


def _steps(profile: Profile, label: str) -> list[tuple[Key, Step]]:
    floor, weeks, line = profile.floor, profile.min_weeks, profile.failure
    reach = f"a daily dose at or above the {label} floor"
    long = f"at least {plain(weeks)} weeks at or above the {label} floor"
    less = f"improvement {line.word.replace('_', ' ')} {plain(line.limit)} percent"
    where = f"within {profile.scope} years" if isinstance(profile.scope, int) else profile.scope.replace("_", " ")
    scope_weeks = 0 if profile.scope == "lifetime" else weeks
    return [
        _step("is_antidepressant", (), antidepressant.judge, "an antidepressant, not added to another"),
        _step("for_depression", (), purpose.judge, "taken for depression"),
        _step("dose", (floor,), dose.by(floor, label), reach, floor),
        _step("duration", (floor, weeks), duration.by(floor, label, weeks), long, floor),
        _step("adherence", (profile.adherence,), adherence.by(profile.adherence), f"adherence {profile.adherence}"),
        _step("failed", (line,), failed.by(line), less),
        _step("in_scope", (profile.scope, scope_weeks), scope.by(profile.scope, weeks), f"scope: {where}"),
        _step("intolerance", (profile.intolerance,), intolerance.by(profile.intolerance), f"intolerance {profile.intolerance}"),
    ]


def _step(test: str, key: Key, judge: Judge, rule: str, floor: str | None = None) -> tuple[Key, Step]:
    return (test, *key), Step(test, judge, rule, floor)
