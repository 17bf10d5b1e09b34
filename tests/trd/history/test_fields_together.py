"""What the fields of a history must not say about one another, and what they may."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import history, trial
from tests.trd.tables import each_of
from trd import Refused, evaluate, shipped
from trd.reading import read

ECT = {"id": "p1", "kind": "ect"}

REFUSED: list[tuple[str, dict[str, Any], list[str]]] = [
    ("an agent no catalogue knows, as an id", history(trial(agent="zoloft")), ["trials[0].agent"]),
    ("an agent that is a number", history(trial(agent=7)), ["trials[0].agent"]),
    ("an agent that is a list", history(trial(agent=["sertraline"])), ["trials[0].agent"]),
    ("another agent without its name", history(trial(agent={"role": "augmenter"})), ["trials[0].agent.other"]),
    ("another agent of a role that is none", history(trial(agent={"other": "x", "role": "course"})), ["trials[0].agent.role"]),
    ("another agent with a dose in it", history(trial(agent={"other": "x", "mg": 5})), ["trials[0].agent.mg"]),
    ("no agent", history(trial(agent=...)), ["trials[0].agent"]),
    ("an agent that is null", history(trial(agent=None)), ["trials[0].agent"]),
    ("no id", history(trial(id=...)), ["trials[0].id"]),
    ("no schema", history(schema=...), ["schema"]),
    ("another schema", history(schema="trd.history/2"), ["schema"]),
    ("no day", history(as_of=...), ["as_of"]),
    ("a day that is only a month", history(as_of="2026-11"), ["as_of"]),
    ("one id twice", history(trial("a"), trial("b"), trial("a")), ["trials[2].id"]),
    ("one id of a procedure twice", history(procedures=[ECT, ECT]), ["procedures[1].id"]),
    ("a procedure without a kind", history(procedures=[{"id": "p1"}]), ["procedures[0].kind"]),
    ("augments nothing", history(trial(augments="t9")), ["trials[0].augments"]),
    ("augments itself", history(trial(augments="t1")), ["trials[0].augments"]),
    ("augments a procedure", history(trial(augments="p1"), procedures=[ECT]), ["trials[0].augments"]),
    ("more weeks at the top than in all", history(trial(weeks_at_max_dose=9, weeks_total=8)), ["trials[0].weeks_at_max_dose"]),
    ("surely more weeks at the top", history(trial(weeks_at_max_dose={"min": 9}, weeks_total={"max": 8})), ["trials[0].weeks_at_max_dose"]),
    ("stopped before it was begun", history(trial(start="2025-06", stop="2025-05")), ["trials[0].stop"]),
    ("stopped the day before it was begun", history(trial(start="2025-06-02", stop="2025-06-01")), ["trials[0].stop"]),
    ("still taken and stopped", history(trial(stopped_because=["still_taking"], stop="2025-06")), ["trials[0].stop"]),
    ("begun tomorrow", history(trial(start="2026-11-21", stop=None)), ["trials[0].start"]),
    ("stopped next month", history(trial(stop="2026-12")), ["trials[0].stop"]),
    ("an episode from next year", history(episode={"start": "2027"}), ["episode.start"]),
    ("a score of tomorrow", history(scales=[{"scale": "phq9", "score": 3, "date": "2026-11-21"}]), ["scales[0].date"]),
    ("laterality of magnetic stimulation", history(procedures=[{"id": "p1", "kind": "rtms", "laterality": "unilateral"}]), ["procedures[0].laterality"]),
    ("an age over 130", history(patient={"age_years": 130.5}), ["patient.age_years"]),
    ("more improvement than all", history(trial(improvement_percent=100.5)), ["trials[0].improvement_percent"]),
    ("a dose of nothing", history(trial(max_daily_dose_mg=0)), ["trials[0].max_daily_dose_mg"]),
    ("a dose of at most nothing", history(trial(max_daily_dose_mg={"max": 0})), ["trials[0].max_daily_dose_mg.max"]),
    ("a row at no dose", history(trial(weeks_at_or_above=[{"mg": 0, "weeks": 2}])), ["trials[0].weeks_at_or_above[0].mg"]),
    ("a condition nobody named", history(conditions={"anxiety": "yes"}), ["conditions.anxiety"]),
    ("a condition confirmed that is none", history(confirmed_by_clinician=["anxiety"]), ["confirmed_by_clinician[0]"]),
    ("a field at every depth", history(trial(dosage=1), notes="x", patient={"name": "x"}), ["trials[0].dosage", "notes", "patient.name"]),
    ("everything at once", history(trial(agent="zoloft", stop="2027", adherence="often"), trial(), as_of="2026-11-20", patient=3), ["trials[0].agent", "trials[0].stop", "trials[0].adherence", "trials[1].id", "patient"]),
    ("two fields nobody named, one after the other", history(notes="x", more="y"), ["notes", "more"]),
    ("a field whose name is a capital X", history(X=1), ["X"]),
    ("a laterality beside a kind that cannot be read", history(procedures=[{"id": "p1", "kind": "laser", "laterality": "bilateral"}]), ["procedures[0].kind"]),
    ("a laterality without a kind", history(procedures=[{"id": "p1", "laterality": "bilateral"}]), ["procedures[0].kind"]),
    ("an episode from next year beside a fault elsewhere", history(notes="x", episode={"start": "2027"}), ["notes", "episode.start"]),
    ("a fault in one field leaves the others read", history(trial(start="2025-06", stop="2025-05", dosage=1)), ["trials[0].stop", "trials[0].dosage"]),
]  # fmt: skip


@each_of(REFUSED)
def test_refused_whole_with_every_place(reason: str, document: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        evaluate(document)
    assert sorted(error["place"] for error in refused.value.errors) == sorted(places)


ACCEPTED: list[tuple[str, dict[str, Any]]] = [
    ("nothing but a day", {"schema": "trd.history/1", "as_of": "2026-11-20"}),
    ("everything null", dict.fromkeys(history()) | {"schema": "trd.history/1", "as_of": "2026-11-20", "scales": None, "procedures": None}),
    ("a trial of which nothing is known", history({"id": "t1", "agent": "sertraline"})),
    ("every field of a trial null", history(dict.fromkeys(trial()) | {"id": "t1", "agent": "sertraline", "wore_off": None, "augments": None})),
    ("a row of which nothing is known", history(trial(weeks_at_or_above=[{}, {"mg": None, "weeks": None}]))),
    ("an interval with neither end", history(trial(max_daily_dose_mg={}, weeks_total={"min": None, "max": None}))),
    ("as many weeks at the top as in all", history(trial(weeks_at_max_dose=8, weeks_total=8))),
    ("perhaps more weeks at the top than in all", history(trial(weeks_at_max_dose={"min": 8, "max": 12}, weeks_total={"min": 4, "max": 8}))),
    ("begun and stopped in one month", history(trial(start="2025-06", stop="2025-06"))),
    ("begun and stopped on one day", history(trial(start="2025-06-01", stop="2025-06-01"))),
    ("stopped in the month that holds the start", history(trial(start="2025-06-20", stop="2025-06"))),
    ("stopped on a day of the month it was begun in", history(trial(start="2025-06", stop="2025-06-15"))),
    ("begun today", history(trial(start="2026-11-20", stop=None))),
    ("begun in the year that holds today", history(trial(start="2026", stop=None))),
    ("still taken without a stop", history(trial(stopped_because=["still_taking"], stop=None))),
    ("laterality unknown of anything", history(procedures=[{"id": "p1", "kind": "vns", "laterality": "unknown"}])),
    ("one id for a trial and a procedure", history(trial("x"), procedures=[{"id": "x", "kind": "ect"}])),
    ("two trials that augment one another", history(trial("a", augments="b"), trial("b", augments="a"))),
    ("the same purpose twice", history(trial(purposes=["sleep", "sleep"]))),
    ("no purposes", history(trial(purposes=[]))),
    ("the youngest", history(patient={"age_years": 0})),
    ("the oldest", history(patient={"age_years": 130})),
    ("a score without a date or a scale", history(scales=[{"score": 3}, {}])),
    ("the first day there is", history(as_of="0001-01-01", trials=[{"id": "t1", "agent": "sertraline"}], episode={})),
    ("the last day there is", history(as_of="9999-12-31")),
    ("the largest history", history(*(trial(f"t{number}") for number in range(1000)))),
]  # fmt: skip


@each_of(ACCEPTED)
def test_accepted(reason: str, document: dict[str, Any]) -> None:
    assert evaluate(document)["schema"] == "trd.report/1"


WHOLE: list[tuple[str, Any]] = [("null", None), ("a list", []), ("a text", "x"), ("a number", 3), ("an empty object", {})]


@each_of(WHOLE)
def test_what_is_no_history_at_all(reason: str, document: Any) -> None:
    with pytest.raises(Refused):
        evaluate(document)


def test_the_exception_names_places_and_never_what_was_said() -> None:
    said = trial(agent={"other": "Aunt Mary's tea", "role": "tea"}, adherence="whenever Mary says")
    with pytest.raises(Refused) as refused:
        evaluate(history(said, secret="Mary"))
    assert "Mary" not in str(refused.value)
    assert "Mary" not in str(refused.value.errors)
    assert str(refused.value) == "refused: trials[0].agent.role, trials[0].adherence, secret"


def test_an_answer_left_out_is_read_as_unknown() -> None:
    (bare,) = read(history({"id": "t1", "agent": "sertraline"}), shipped().catalogue).trials
    assert (bare.wore_off, bare.adherence, bare.in_current_episode) == ("unknown", "unknown", "unknown")
