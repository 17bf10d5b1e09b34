"""The picture of the trials: where bars begin and end, and what is left undrawn."""

import pytest

import trd
from clinic.review.report import Report
from clinic.review.timeline import LEFT, SHORTEST, WIDTH, Picture, picture
from clinic.review.trials import trials
from tests.trd.build import history, trial

RIGHT = WIDTH - 10


def drawn(*given: dict, **said) -> Picture | None:
    told = history(*given, **said)
    report = Report("00000000-0000-4000-8000-000000000000", told, trd.evaluate(told), "intake_screen")
    return picture(report, trials(report, lambda entry, wanted: []))


def when(start: str | None, stop: str | None, id: str = "t1", **said) -> dict:
    return trial(id, start=start, stop=stop, weeks_total=None, weeks_at_max_dose=None, **said)


SPANS = [
    ("from the episode's first day to the day described", when("2025-01-10", "2026-11-20"), (LEFT, RIGHT)),
    ("a month ends with its last day", when("2025-01-10", "2026-11"), (LEFT, RIGHT)),
    ("a year that is not over ends today", when("2025-01-10", "2026"), (LEFT, RIGHT)),
    ("still taken", when("2025-01-10", None, stopped_because=["still_taking"]), (LEFT, RIGHT)),
    ("a day is still to be seen", when("2025-01-10", "2025-01-10"), (LEFT, LEFT + SHORTEST)),
]


@pytest.mark.parametrize(("why", "given", "ends"), SPANS, ids=[row[0] for row in SPANS])
def test_a_bar_spans_the_days_that_the_dates_allow(why: str, given: dict, ends: tuple[int, int]) -> None:
    found = drawn(given, when("2025-02", "2025-03", "t2"))
    assert (found.bars[0].x, found.bars[0].x + found.bars[0].width) == ends


def test_a_trial_without_dates_keeps_its_row_and_has_no_bar() -> None:
    found = drawn(when("2025-02", "2025-03"), when(None, "2025-03", "t2"), when("2025-04", None, "t3"), when("2025-05", "2025-06", "t4"))
    assert [bool(bar.width) for bar in found.bars] == [True, False, False, True]
    assert len({bar.y for bar in found.bars}) == 4


@pytest.mark.parametrize("given", [[], [when("2025-02", "2025-03")], [when("2025-02", "2025-03"), when(None, None, "t2")]])
def test_fewer_than_two_dated_trials_make_no_picture(given: list[dict]) -> None:
    assert drawn(*given) is None


def test_the_episode_is_a_line_where_its_start_is_known() -> None:
    two = when("2024-02", "2024-03"), when("2025-04", "2025-06", "t2")
    assert drawn(*two).episode > LEFT
    assert drawn(*two, episode={"start": None}).episode is None


def test_each_year_has_its_tick_and_many_years_do_not_crowd() -> None:
    assert [tick.year for tick in drawn(when("2024-02", "2024-03"), when("2025-04", "2025-06", "t2")).ticks] == [2025, 2026]
    assert len(drawn(when("1980", "1981"), when("2025-04", "2025-06", "t2")).ticks) <= 13
