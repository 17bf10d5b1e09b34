"""A table as one test hides nothing: every row runs, and each that does not hold is named by its reason."""

from __future__ import annotations

from typing import Any

import pytest

from tests.trd.tables import MOST_SHOWN, Row, each_of


@pytest.fixture(autouse=True)
def _tables_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROWS", raising=False)


def offences(rows: list[Row], test: Any) -> list[str]:
    """What a failing table says, a line a row."""
    with pytest.raises(AssertionError) as failed:
        each_of(rows)(test)()
    return str(failed.value).splitlines()


def is_even(reason: str, number: int) -> None:
    assert number % 2 == 0, "is odd"


def test_every_row_runs_and_those_that_do_not_hold_are_named_in_their_order() -> None:
    seen: list[str] = []

    def noted(reason: str, number: int) -> None:
        seen.append(reason)
        is_even(reason, number)

    found = offences([("one", 1), ("two", 2), ("three", 3), ("four", 4)], noted)
    assert seen == ["one", "two", "three", "four"]
    assert [line.partition(":")[0] for line in found if ": is odd" in line] == ["one", "three"]


def test_a_table_that_holds_says_nothing() -> None:
    each_of([("two", 2), ("four", 4)])(is_even)()


def test_an_error_in_a_row_is_an_offence_and_the_rows_after_it_still_run() -> None:
    found = offences([("no number", "x"), ("one", 1)], is_even)
    assert [line.partition(":")[0] for line in found[:1]] == ["no number"]
    assert any(line.startswith("one: is odd") for line in found)


def test_a_refusal_that_does_not_come_is_an_offence() -> None:
    def refused(reason: str) -> None:
        with pytest.raises(KeyError):
            pass

    assert offences([("accepted",)], refused) == ["accepted: DID NOT RAISE KeyError"]


def test_a_table_that_is_wholly_wrong_stops_after_some_rows() -> None:
    found = offences([(str(number), 1) for number in range(MOST_SHOWN + 5)], is_even)
    assert sum("is odd" in line for line in found) == MOST_SHOWN


def test_a_table_without_rows_is_no_test() -> None:
    with pytest.raises(ValueError, match="no rows"):
        each_of([])


def test_it_stands_in_its_own_file_and_asks_for_no_fixture(request: pytest.FixtureRequest) -> None:
    made = pytest.Function.from_parent(request.node.parent, name="test_made", callobj=each_of([("two", 2)])(is_even))
    assert made.location[0] == request.node.location[0]
    assert not {"reason", "number"} & set(made.fixturenames)


def test_on_demand_each_row_is_a_test_named_by_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROWS", "1")
    (mark,) = each_of([("two", 2), ("four", 4)])(is_even).pytestmark  # type: ignore[attr-defined]
    assert (mark.args, mark.kwargs["ids"]) == ((["reason", "number"], [("two", 2), ("four", 4)]), ["two", "four"])
