"""What must hold for every history, and for every JSON document whatever."""

from __future__ import annotations

import io
import json
import os
from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.trd.strategies import ANY_JSON, alterations, altered, high, histories, intervals_in, low, numbers_in, slips, trials
from trd import Refused, evaluate, explain, shipped
from trd.document import parse
from trd.lines import evaluate_lines

# Every drawn document stands for so many altered ones: drawing is what takes the time.
EACH = 50
DOCUMENTS = int(os.environ.get("TRD_FUZZ", "20000"))
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
FEW = settings(max_examples=DOCUMENTS // 400, deadline=None, suppress_health_check=SLOW, database=None)
SOME = settings(max_examples=DOCUMENTS // 200, deadline=None, suppress_health_check=SLOW, database=None)
MANY = settings(max_examples=DOCUMENTS // EACH, deadline=None, suppress_health_check=SLOW, database=None)

WIDTH = "an interval that is wider than before"


def reports(*documents: dict[str, Any]) -> list[dict[str, Any]]:
    """The reports of documents that are all accepted; others are passed over."""
    found = [accepted(document) for document in documents]
    assume(None not in found)
    return [report for report in found if report]


def accepted(document: dict[str, Any]) -> dict[str, Any] | None:
    """A report; None for a document that is refused, or that says of a trial what its dates deny."""
    with suppress(Refused):
        report = evaluate(document)
        return report if all(each["code"] != "episode_against_dates" for each in report["contradictions"]) else None
    return None


@MANY
@given(st.one_of(ANY_JSON, histories(most=2)), st.integers(0, 2**32))
def test_any_json_gives_a_report_or_a_refusal(document: Any, seed: int) -> None:
    for each in alterations(document, seed, EACH):
        answer = report_or_errors(each)
        assert answer
        assert all(error["place"] and error["message"] for error in answer)


def report_or_errors(document: Any) -> list[dict[str, str]]:
    """The errors of a refused document; of an accepted one its schema in the same shape."""
    try:
        return [{"place": "schema", "message": evaluate(document)["schema"]}]
    except Refused as refused:
        return [dict(error) for error in refused.errors]


@SOME
@given(histories(most=2), st.integers(0, 2**32))
def test_slips_in_the_bytes_of_a_history_give_a_line_each(history: dict[str, Any], seed: int) -> None:
    lines = [one_line(each) for each in slips(json.dumps(history).encode(), seed, EACH)]
    answers = io.BytesIO()
    code = evaluate_lines(io.BytesIO(b"".join(line + b"\n" for line in lines)), answers, "intake_screen", shipped())
    read = [json.loads(answer) for answer in answers.getvalue().splitlines()]
    assert len(read) == len(lines)
    assert code == int(any("errors" in answer for answer in read))


def one_line(content: bytes) -> bytes:
    """The same bytes without an end of line among them."""
    return content.replace(b"\n", b" ")


@FEW
@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_a_refusal(content: bytes) -> None:
    with suppress(Refused):
        parse(content)


@FEW
@given(histories())
def test_the_same_history_gives_the_same_bytes_and_a_text(history: dict[str, Any]) -> None:
    first, second = reports(history, json.loads(json.dumps(history)))
    assert json.dumps(first) == json.dumps(second)
    assert explain(first, history) == explain(second, history)


@FEW
@given(histories())
def test_min_is_never_above_max(history: dict[str, Any]) -> None:
    (report,) = reports(history)
    assert all(each["min"] <= each["max"] for each in numbers_in(report))


@FEW
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_trials_changes_nothing_but_order(history: dict[str, Any], random: Any) -> None:
    shuffled = [*history["trials"]]
    random.shuffle(shuffled)
    first, second = reports(history, history | {"trials": shuffled})
    assert first["staging"] == second["staging"]
    for id_, section in first["profiles"].items():
        assert unordered(section) == unordered(second["profiles"][id_])


def unordered(section: dict[str, Any]) -> dict[str, Any]:
    """A profile's section with its lists of trials as sorted ones."""
    lists = ("intolerant_trials", "would_settle", "unknown_floors")
    return section | {name: sorted(map(str, section[name])) for name in lists}


@FEW
@given(histories(most=3), st.data())
def test_adding_a_trial_never_lowers_a_count(history: dict[str, Any], data: Any) -> None:
    added = data.draw(trials(9))
    assume(added["augments"] is None or history["trials"])
    before, after = reports(history, history | {"trials": [*history["trials"], added]})
    for id_, section in before["profiles"].items():
        for name in ("failed_trials", "classes"):
            assert all(section[name][end] <= after["profiles"][id_][name][end] for end in ("min", "max"))


UNKNOWN_FACTS = [
    ("max_daily_dose_mg", st.integers(1, 400)),
    ("weeks_at_max_dose", st.integers(0, 20)),
    ("weeks_total", st.integers(0, 80)),
    ("improvement_percent", st.integers(0, 100)),
    ("adherence", st.sampled_from(["most_days", "about_half", "rarely"])),
    ("in_current_episode", st.sampled_from(["yes", "no"])),
    ("stopped_because", st.sampled_from([["no_benefit"], ["side_effects"], ["cost"]])),
    ("purposes", st.sampled_from([["depression"], ["sleep"], ["pain", "depression"]])),
    # Not wore_off: by the contract "yes" there makes an open question of a trial that surely helped.
]


# Where it was stopped for no benefit alone, a blank improvement is not unknown: the contract reads it as 0 to 24 percent, and a
# figure beyond that changes a fact instead of making one known.
NO_BENEFIT = st.integers(0, 24)


# Where another field tells of it, a blank is not unknown either, and a figure that does not go with that one changes a fact.
TOLD_BY = {"weeks_total": "start", "max_daily_dose_mg": "weeks_at_or_above"}


def read_as_no_benefit(trial: dict[str, Any]) -> bool:
    reasons = set(trial["stopped_because"] or [])
    return "no_benefit" in reasons and not reasons & {"some_benefit", "got_better"}


@FEW
@given(histories(), st.data())
def test_making_an_unknown_known_never_makes_an_answer_unknown(history: dict[str, Any], data: Any) -> None:
    assume(history["trials"])
    index = data.draw(st.integers(0, len(history["trials"]) - 1))
    field, values = data.draw(st.sampled_from(UNKNOWN_FACTS))
    if field == "improvement_percent" and read_as_no_benefit(history["trials"][index]):
        values = NO_BENEFIT
    if field in TOLD_BY:
        history = altered(history, ("trials", index, TOLD_BY[field]), None)
    before, after = reports(*(altered(history, ("trials", index, field), value) for value in (None, data.draw(values))))
    for id_, section in before["profiles"].items():
        for name, trial in section["trials"].items():
            now = after["profiles"][id_]["trials"][name]
            answers = [(trial["counts"], now["counts"]), *((trial["tests"][test], now["tests"][test]) for test in trial["tests"])]
            assert all(new != "unknown" for old, new in answers if old != "unknown")


@FEW
@given(histories(), st.randoms(use_true_random=False))
def test_narrowing_an_interval_never_widens_a_result(history: dict[str, Any], random: Any) -> None:
    """Each interval of a history in turn: a history takes longer to draw than to judge."""
    (before,) = reports(history)
    for place, said in intervals_in(history):
        after = accepted(altered(history, place, narrowed(said, random)))
        if after:
            assert_no_wider(before, after)


def narrowed(said: dict[str, float], random: Any) -> Any:
    """A point of an interval, or the interval from there up."""
    point = random.choice([low(said, 0.01), random.uniform(low(said, 0.01), high(said, 500)), high(said, 500)])
    return random.choice([point, said | {"min": point}])


@FEW
@given(histories(), st.sampled_from(["2024", "2025", "2026"]), st.integers(1, 11), st.integers(1, 20))
def test_narrowing_the_start_of_the_episode_never_widens_a_result(history: dict[str, Any], year: str, month: int, day: int) -> None:
    wider, narrower = year, f"{year}-{month:02}"
    day_exact = f"{narrower}-{day:02}"
    several = [altered(history, ("episode", "start"), start) for start in (None, wider, narrower, day_exact)]
    whole = reports(*several)
    for before, after in zip(whole, whole[1:], strict=False):
        assert_no_wider(before, after)


def assert_no_wider(before: dict[str, Any], after: dict[str, Any]) -> None:
    """Every count and score lies within what it was, and what was answered stays; a Maudsley score may cease to apply, and never begins to."""
    moved = [(old, new) for old, new in zip(answers(before), answers(after), strict=True) if old[-1] not in ("unknown", new[-1])]
    assert moved == []
    for wide, tight in zip(results(before), results(after), strict=True):
        assert tight is None or (wide and wide["min"] <= tight["min"] <= tight["max"] <= wide["max"]), WIDTH


def answers(report: dict[str, Any]) -> list[tuple[str, ...]]:
    """Every verdict on every trial, by profile, trial and test.

    Not of the weeks: narrowed ones may contradict other weeks of the trial, and the contract then lowers the low end.
    """
    return [
        (profile, trial, test, verdict)
        for profile, section in report["profiles"].items()
        for trial, tested in section["trials"].items()
        for test, verdict in tested["tests"].items()
        if test != "duration"
    ]


def results(report: dict[str, Any]) -> list[dict[str, float] | None]:
    """Every count and score; None for a Maudsley score that does not apply."""
    counts = [section[name] for section in report["profiles"].values() for name in ("failed_trials", "classes")]
    staging = report["staging"]
    return [*counts, staging["thase_rush"]["stage"], staging["mgh_s"]["score"], staging["maudsley"].get("score")]
