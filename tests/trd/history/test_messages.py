"""What each refusal says: one sentence that tells what to write instead, and never repeats what was written."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.build import history, trial
from tests.trd.strategies import altered
from tests.trd.tables import each_of
from trd import Refused, evaluate

NUMBER = "must be a number, or an object with min and max"
PARTIAL = "must be a date that exists, as YYYY, YYYY-MM or YYYY-MM-DD"
ID = 'is not an id of the catalogue; name an agent it does not know as {"other": "…"}'
ECT = {"id": "p1", "kind": "ect"}

ONE: list[tuple[str, tuple[Any, ...], Any, str, str]] = [
    ("no object at all", ("patient",), 3, "patient", "must be an object"),
    ("a field nobody named", ("patient", "name"), "x", "patient.name", "is not a field of this document"),
    ("another schema", ("schema",), "trd.history/2", "schema", "must be trd.history/1"),
    ("a month where a day stands", ("as_of",), "2026-11", "as_of", "must be a full date that exists, as YYYY-MM-DD"),
    ("no day", ("as_of",), None, "as_of", "is required"),
    ("no id", ("trials", 0, "id"), None, "trials[0].id", "is required"),
    ("an id of spaces", ("trials", 0, "id"), "  ", "trials[0].id", "must be a text that is not empty"),
    ("half a letter", ("trials", 0, "id"), "\ud800", "trials[0].id", "must be text that can be written as UTF-8"),
    ("an agent that is a number", ("trials", 0, "agent"), 7, "trials[0].agent", "must be an id from the catalogue, or an object with other"),
    ("an agent no catalogue knows", ("trials", 0, "agent"), "zoloft", "trials[0].agent", ID),
    ("another agent without a name", ("trials", 0, "agent"), {"role": "unknown"}, "trials[0].agent.other", "is required"),
    ("text where a number stands", ("patient", "age_years"), "46", "patient.age_years", NUMBER),
    ("a truth value where a number stands", ("patient", "age_years"), True, "patient.age_years", NUMBER),
    ("an endless number", ("patient", "age_years"), float("inf"), "patient.age_years", "must be a finite number"),
    ("an age below nought", ("patient", "age_years"), -0.5, "patient.age_years", "must be at least 0"),
    ("an age above every person's", ("patient", "age_years"), 131, "patient.age_years", "must be at most 130"),
    ("an end above every person's", ("patient", "age_years"), {"max": 131}, "patient.age_years.max", "must be at most 130"),
    ("an end below nought", ("patient", "age_years"), {"min": -1}, "patient.age_years.min", "must be at least 0"),
    ("min above max", ("patient", "age_years"), {"min": 41, "max": 40}, "patient.age_years", "min must not be above max"),
    ("min above the highest there is", ("patient", "age_years"), {"min": 131}, "patient.age_years.min", "must be at most 130"),
    ("no dose", ("trials", 0, "max_daily_dose_mg"), 0, "trials[0].max_daily_dose_mg", "must be above 0"),
    ("a dose below nought", ("trials", 0, "max_daily_dose_mg"), -5, "trials[0].max_daily_dose_mg", "must be above 0"),
    ("weeks beyond counting", ("trials", 0, "weeks_total"), 10**15 + 1, "trials[0].weeks_total", "must be at most 1000000000000000"),
    ("more than all improvement", ("trials", 0, "improvement_percent"), 100.1, "trials[0].improvement_percent", "must be at most 100"),
    ("a word outside its list", ("trials", 0, "wore_off"), "maybe", "trials[0].wore_off", "must be one of: yes, no, unknown"),
    ("an adherence outside its list", ("trials", 0, "adherence"), "often", "trials[0].adherence", "must be one of: most_days, about_half, rarely, unknown"),
    ("a list that is a word", ("trials", 0, "purposes"), "depression", "trials[0].purposes", "must be a list"),
    ("a word in a list", ("trials", 0, "purposes"), ["mood"], "trials[0].purposes[0]", "must be one of: depression, anxiety, sleep, pain, other, unknown"),
    ("a list without end", ("trials", 0, "purposes"), ["pain"] * 1001, "trials[0].purposes", "must have at most 1000 entries"),
    ("no such day", ("trials", 0, "start"), "2025-02-29", "trials[0].start", PARTIAL),
    ("a stop of next month", ("trials", 0, "stop"), "2026-12", "trials[0].stop", "must not lie after as_of"),
    ("an episode of next year", ("episode", "start"), "2027", "episode.start", "must not lie after as_of"),
    ("a score of tomorrow", ("scales",), [{"date": "2026-11-21"}], "scales[0].date", "must not lie after as_of"),
    ("a stop before the start", ("trials", 0, "stop"), "2025-05", "trials[0].stop", "must not lie before start"),
    ("a stop of what is still taken", ("trials", 0, "stopped_because"), ["still_taking"], "trials[0].stop", "must be left out while the medicine is still taken"),
    ("more weeks at the top than in all", ("trials", 0, "weeks_at_max_dose"), 13, "trials[0].weeks_at_max_dose", "must not surely exceed weeks_total"),
    ("augments nothing", ("trials", 0, "augments"), "t9", "trials[0].augments", "must be the id of another trial of this history"),
    ("augments itself", ("trials", 0, "augments"), "t1", "trials[0].augments", "must be the id of another trial of this history"),
    ("one id twice", ("procedures",), [ECT, ECT], "procedures[1].id", "stands twice; give each entry an id of its own"),
    ("laterality of another treatment", ("procedures",), [{"id": "p", "kind": "vns", "laterality": "bilateral"}], "procedures[0].laterality", "is for ECT only; leave it out or say unknown"),
]  # fmt: skip


@each_of(ONE)
def test_each_refusal_says_what_to_write_instead(reason: str, path: tuple[Any, ...], value: Any, place: str, message: str) -> None:
    with pytest.raises(Refused) as refused:
        evaluate(altered(history(trial()), path, value))
    assert refused.value.errors == [{"place": place, "message": message}]
    assert str(refused.value) == f"refused: {place}"


WHOLE: list[tuple[str, Any]] = [("null", None), ("a list", [1]), ("a text", "x"), ("a number", 3.5), ("a truth value", True)]


@each_of(WHOLE)
def test_what_is_no_object_is_refused_as_a_whole(reason: str, document: Any) -> None:
    with pytest.raises(Refused) as refused:
        evaluate(document)
    assert refused.value.errors == [{"place": "document", "message": "must be an object"}]


SECOND: list[tuple[str, dict[str, Any], str]] = [
    ("an agent", {"agent": "zoloft"}, "trials[1].agent"),
    ("a start after the day", {"start": "2027", "stop": None}, "trials[1].start"),
    ("a stop after the day", {"start": None, "stop": "2027"}, "trials[1].stop"),
    ("a stop before the start", {"stop": "2025-05"}, "trials[1].stop"),
    ("weeks", {"weeks_at_max_dose": 13}, "trials[1].weeks_at_max_dose"),
    ("what it augments", {"augments": "t9"}, "trials[1].augments"),
    ("a row", {"weeks_at_or_above": [{"mg": 50}, {"mg": 0}]}, "trials[1].weeks_at_or_above[1].mg"),
    ("a field nobody named", {"dosage": 5}, "trials[1].dosage"),
]


@pytest.mark.parametrize(("reason", "said", "place"), SECOND, ids=[case[0] for case in SECOND])
@pytest.mark.parametrize("first", [trial("t1"), {"id": "t1", "agent": "sertraline"}], ids=["after a whole one", "after a bare one"])
def test_a_fault_in_the_second_trial_stands_at_the_second(first: dict[str, Any], reason: str, said: dict[str, Any], place: str) -> None:
    with pytest.raises(Refused) as refused:
        evaluate(history(first, trial("t2", **said)))
    assert [error["place"] for error in refused.value.errors] == [place]


@each_of(SECOND)
def test_a_fault_elsewhere_hides_none_between_the_fields(reason: str, said: dict[str, Any], place: str) -> None:
    with pytest.raises(Refused) as refused:
        evaluate(history(trial("t1", adherence="often"), trial("t2", **said), nickname="x"))
    assert {error["place"] for error in refused.value.errors} == {"trials[0].adherence", "nickname", place}
