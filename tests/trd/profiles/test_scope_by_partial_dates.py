"""Scope by months and years alone; the episode began on 2025-01-10 and the day described is 2026-11-20."""

from __future__ import annotations

from typing import Any

from tests.trd.build import history, trial, verdict
from tests.trd.tables import each_of
from trd import evaluate, findings_of

CASES: list[tuple[str, str, Any, Any, str]] = [
    ("intake_screen: begun in the month of the episode", "intake_screen", "2025-01", None, "unknown"),
    ("intake_screen: begun in the month after it", "intake_screen", "2025-02", None, "yes"),
    ("intake_screen: begun in the year of the episode", "intake_screen", "2025", None, "unknown"),
    ("intake_screen: begun in the year after", "intake_screen", "2026", None, "yes"),
    ("intake_screen: begun in the year before", "intake_screen", "2024", None, "unknown"),
    ("intake_screen: stopped in the year before", "intake_screen", None, "2024", "no"),
    ("intake_screen: stopped in the month of the episode", "intake_screen", None, "2025-01", "unknown"),
    ("intake_screen: stopped in the year of the episode", "intake_screen", None, "2025", "unknown"),
    ("intake_screen: stopped in the year after", "intake_screen", None, "2026", "yes"),
    ("intake_screen: begun and stopped long before", "intake_screen", "2015", "2016", "no"),
    ("intake_screen: begun long before, stop not known", "intake_screen", "2015", None, "unknown"),
    ("intake_screen: begun before and stopped well after", "intake_screen", "2024-06", "2025-09", "yes"),
    ("consensus: begun in the month of the episode", "consensus", "2025-01", None, "unknown"),
    ("consensus: begun in the month after it", "consensus", "2025-02", None, "yes"),
    ("consensus: begun in the year of the episode", "consensus", "2025", None, "unknown"),
    ("consensus: begun in the year after", "consensus", "2026", None, "yes"),
    ("consensus: begun in the year before", "consensus", "2024", None, "unknown"),
    ("consensus: stopped in the year before", "consensus", None, "2024", "no"),
    ("consensus: stopped in the month of the episode", "consensus", None, "2025-01", "unknown"),
    ("consensus: stopped in the year of the episode", "consensus", None, "2025", "unknown"),
    ("consensus: stopped in the year after", "consensus", None, "2026", "yes"),
    ("consensus: begun and stopped long before", "consensus", "2015", "2016", "no"),
    ("consensus: begun long before, stop not known", "consensus", "2015", None, "unknown"),
    ("consensus: begun before and stopped well after", "consensus", "2024-06", "2025-09", "yes"),
    ("canadian: begun in the month of the episode", "canadian", "2025-01", None, "unknown"),
    ("canadian: begun in the month after it", "canadian", "2025-02", None, "yes"),
    ("canadian: begun in the year of the episode", "canadian", "2025", None, "unknown"),
    ("canadian: begun in the year after", "canadian", "2026", None, "yes"),
    ("canadian: begun in the year before", "canadian", "2024", None, "unknown"),
    ("canadian: stopped in the year before", "canadian", None, "2024", "no"),
    ("canadian: stopped in the month of the episode", "canadian", None, "2025-01", "unknown"),
    ("canadian: stopped in the year of the episode", "canadian", None, "2025", "unknown"),
    ("canadian: stopped in the year after", "canadian", None, "2026", "yes"),
    ("canadian: begun and stopped long before", "canadian", "2015", "2016", "no"),
    ("canadian: begun long before, stop not known", "canadian", "2015", None, "unknown"),
    ("canadian: begun before and stopped well after", "canadian", "2024-06", "2025-09", "yes"),
    ("esketamine_trial: begun in the month of the episode", "esketamine_trial", "2025-01", None, "unknown"),
    ("esketamine_trial: begun in the month after it", "esketamine_trial", "2025-02", None, "yes"),
    ("esketamine_trial: begun in the year of the episode", "esketamine_trial", "2025", None, "unknown"),
    ("esketamine_trial: begun in the year after", "esketamine_trial", "2026", None, "yes"),
    ("esketamine_trial: begun in the year before", "esketamine_trial", "2024", None, "unknown"),
    ("esketamine_trial: stopped in the year before", "esketamine_trial", None, "2024", "no"),
    ("esketamine_trial: stopped in the month of the episode", "esketamine_trial", None, "2025-01", "unknown"),
    ("esketamine_trial: stopped in the year of the episode", "esketamine_trial", None, "2025", "unknown"),
    ("esketamine_trial: stopped in the year after", "esketamine_trial", None, "2026", "yes"),
    ("esketamine_trial: begun and stopped long before", "esketamine_trial", "2015", "2016", "no"),
    ("esketamine_trial: begun long before, stop not known", "esketamine_trial", "2015", None, "unknown"),
    ("esketamine_trial: begun before and stopped well after", "esketamine_trial", "2024-06", "2025-09", "yes"),
    ("strict_form: begun in the month of the episode", "strict_form", "2025-01", None, "unknown"),
    ("strict_form: begun in the month after it", "strict_form", "2025-02", None, "yes"),
    ("strict_form: begun in the year of the episode", "strict_form", "2025", None, "unknown"),
    ("strict_form: begun in the year after", "strict_form", "2026", None, "yes"),
    ("strict_form: begun in the year before", "strict_form", "2024", None, "unknown"),
    ("strict_form: stopped in the year before", "strict_form", None, "2024", "no"),
    ("strict_form: stopped in the month of the episode", "strict_form", None, "2025-01", "unknown"),
    ("strict_form: stopped in the year of the episode", "strict_form", None, "2025", "unknown"),
    ("strict_form: stopped in the year after", "strict_form", None, "2026", "yes"),
    ("strict_form: begun and stopped long before", "strict_form", "2015", "2016", "no"),
    ("strict_form: begun long before, stop not known", "strict_form", "2015", None, "unknown"),
    ("strict_form: begun before and stopped well after", "strict_form", "2024-06", "2025-09", "yes"),
    ("lifetime: begun in the month of the episode", "lifetime", "2025-01", None, "yes"),
    ("lifetime: begun in the month after it", "lifetime", "2025-02", None, "yes"),
    ("lifetime: begun in the year of the episode", "lifetime", "2025", None, "yes"),
    ("lifetime: begun in the year after", "lifetime", "2026", None, "yes"),
    ("lifetime: begun in the year before", "lifetime", "2024", None, "yes"),
    ("lifetime: stopped in the year before", "lifetime", None, "2024", "yes"),
    ("lifetime: stopped in the month of the episode", "lifetime", None, "2025-01", "yes"),
    ("lifetime: stopped in the year of the episode", "lifetime", None, "2025", "yes"),
    ("lifetime: stopped in the year after", "lifetime", None, "2026", "yes"),
    ("lifetime: begun and stopped long before", "lifetime", "2015", "2016", "yes"),
    ("lifetime: begun long before, stop not known", "lifetime", "2015", None, "yes"),
    ("lifetime: begun before and stopped well after", "lifetime", "2024-06", "2025-09", "yes"),
    ("payer_two_class: begun in the month of the episode", "payer_two_class", "2025-01", None, "unknown"),
    ("payer_two_class: begun in the month after it", "payer_two_class", "2025-02", None, "yes"),
    ("payer_two_class: begun in the year of the episode", "payer_two_class", "2025", None, "unknown"),
    ("payer_two_class: begun in the year after", "payer_two_class", "2026", None, "yes"),
    ("payer_two_class: begun in the year before", "payer_two_class", "2024", None, "unknown"),
    ("payer_two_class: stopped in the year before", "payer_two_class", None, "2024", "no"),
    ("payer_two_class: stopped in the month of the episode", "payer_two_class", None, "2025-01", "unknown"),
    ("payer_two_class: stopped in the year of the episode", "payer_two_class", None, "2025", "unknown"),
    ("payer_two_class: stopped in the year after", "payer_two_class", None, "2026", "yes"),
    ("payer_two_class: begun and stopped long before", "payer_two_class", "2015", "2016", "no"),
    ("payer_two_class: begun long before, stop not known", "payer_two_class", "2015", None, "unknown"),
    ("payer_two_class: begun before and stopped well after", "payer_two_class", "2024-06", "2025-09", "yes"),
    ("payer_five_year: begun in the month of the episode", "payer_five_year", "2025-01", None, "yes"),
    ("payer_five_year: begun in the month after it", "payer_five_year", "2025-02", None, "yes"),
    ("payer_five_year: begun in the year of the episode", "payer_five_year", "2025", None, "yes"),
    ("payer_five_year: begun in the year after", "payer_five_year", "2026", None, "yes"),
    ("payer_five_year: begun in the year before", "payer_five_year", "2024", None, "yes"),
    ("payer_five_year: stopped in the year before", "payer_five_year", None, "2024", "yes"),
    ("payer_five_year: stopped in the month of the episode", "payer_five_year", None, "2025-01", "yes"),
    ("payer_five_year: stopped in the year of the episode", "payer_five_year", None, "2025", "yes"),
    ("payer_five_year: stopped in the year after", "payer_five_year", None, "2026", "yes"),
    ("payer_five_year: begun and stopped long before", "payer_five_year", "2015", "2016", "no"),
    ("payer_five_year: begun long before, stop not known", "payer_five_year", "2015", None, "unknown"),
    ("payer_five_year: begun before and stopped well after", "payer_five_year", "2024-06", "2025-09", "yes"),
    ("payer_three: begun in the month of the episode", "payer_three", "2025-01", None, "yes"),
    ("payer_three: begun in the month after it", "payer_three", "2025-02", None, "yes"),
    ("payer_three: begun in the year of the episode", "payer_three", "2025", None, "yes"),
    ("payer_three: begun in the year after", "payer_three", "2026", None, "yes"),
    ("payer_three: begun in the year before", "payer_three", "2024", None, "yes"),
    ("payer_three: stopped in the year before", "payer_three", None, "2024", "yes"),
    ("payer_three: stopped in the month of the episode", "payer_three", None, "2025-01", "yes"),
    ("payer_three: stopped in the year of the episode", "payer_three", None, "2025", "yes"),
    ("payer_three: stopped in the year after", "payer_three", None, "2026", "yes"),
    ("payer_three: begun and stopped long before", "payer_three", "2015", "2016", "yes"),
    ("payer_three: begun long before, stop not known", "payer_three", "2015", None, "yes"),
    ("payer_three: begun before and stopped well after", "payer_three", "2024-06", "2025-09", "yes"),
    ("tms_one: begun in the month of the episode", "tms_one", "2025-01", None, "unknown"),
    ("tms_one: begun in the month after it", "tms_one", "2025-02", None, "yes"),
    ("tms_one: begun in the year of the episode", "tms_one", "2025", None, "unknown"),
    ("tms_one: begun in the year after", "tms_one", "2026", None, "yes"),
    ("tms_one: begun in the year before", "tms_one", "2024", None, "unknown"),
    ("tms_one: stopped in the year before", "tms_one", None, "2024", "no"),
    ("tms_one: stopped in the month of the episode", "tms_one", None, "2025-01", "unknown"),
    ("tms_one: stopped in the year of the episode", "tms_one", None, "2025", "unknown"),
    ("tms_one: stopped in the year after", "tms_one", None, "2026", "yes"),
    ("tms_one: begun and stopped long before", "tms_one", "2015", "2016", "no"),
    ("tms_one: begun long before, stop not known", "tms_one", "2015", None, "unknown"),
    ("tms_one: begun before and stopped well after", "tms_one", "2024-06", "2025-09", "yes"),
    ("tms_two_class: begun in the month of the episode", "tms_two_class", "2025-01", None, "unknown"),
    ("tms_two_class: begun in the month after it", "tms_two_class", "2025-02", None, "yes"),
    ("tms_two_class: begun in the year of the episode", "tms_two_class", "2025", None, "unknown"),
    ("tms_two_class: begun in the year after", "tms_two_class", "2026", None, "yes"),
    ("tms_two_class: begun in the year before", "tms_two_class", "2024", None, "unknown"),
    ("tms_two_class: stopped in the year before", "tms_two_class", None, "2024", "no"),
    ("tms_two_class: stopped in the month of the episode", "tms_two_class", None, "2025-01", "unknown"),
    ("tms_two_class: stopped in the year of the episode", "tms_two_class", None, "2025", "unknown"),
    ("tms_two_class: stopped in the year after", "tms_two_class", None, "2026", "yes"),
    ("tms_two_class: begun and stopped long before", "tms_two_class", "2015", "2016", "no"),
    ("tms_two_class: begun long before, stop not known", "tms_two_class", "2015", None, "unknown"),
    ("tms_two_class: begun before and stopped well after", "tms_two_class", "2024-06", "2025-09", "yes"),
    ("vns_four: begun in the month of the episode", "vns_four", "2025-01", None, "yes"),
    ("vns_four: begun in the month after it", "vns_four", "2025-02", None, "yes"),
    ("vns_four: begun in the year of the episode", "vns_four", "2025", None, "yes"),
    ("vns_four: begun in the year after", "vns_four", "2026", None, "yes"),
    ("vns_four: begun in the year before", "vns_four", "2024", None, "yes"),
    ("vns_four: stopped in the year before", "vns_four", None, "2024", "yes"),
    ("vns_four: stopped in the month of the episode", "vns_four", None, "2025-01", "yes"),
    ("vns_four: stopped in the year of the episode", "vns_four", None, "2025", "yes"),
    ("vns_four: stopped in the year after", "vns_four", None, "2026", "yes"),
    ("vns_four: begun and stopped long before", "vns_four", "2015", "2016", "yes"),
    ("vns_four: begun long before, stop not known", "vns_four", "2015", None, "yes"),
    ("vns_four: begun before and stopped well after", "vns_four", "2024-06", "2025-09", "yes"),
]


@each_of(CASES)
def test_scope_by_partial_dates(reason: str, profile: str, start: Any, stop: Any, expected: str) -> None:
    said = trial(in_current_episode=None, start=start, stop=stop)
    assert verdict(profile, "in_scope", trial_said=said) == expected


MONTH: list[tuple[str, Any, str]] = [
    ("stopped inside the month the episode began in", "2025-01-10", "unknown"),
    ("stopped on its last day", "2025-01-31", "unknown"),
    ("stopped on its first day", "2025-01-01", "unknown"),
    ("stopped the day before it", "2024-12-31", "no"),
    ("stopped four weeks after its last day", "2025-02-28", "yes"),
    ("stopped a day short of that", "2025-02-27", "unknown"),
]


@each_of(MONTH)
def test_an_episode_that_began_in_some_month(reason: str, stop: Any, expected: str) -> None:
    said = trial(in_current_episode=None, start=None, stop=stop)
    assert verdict("consensus", "in_scope", trial_said=said, episode={"start": "2025-01"}) == expected


FIVE_YEARS: list[tuple[str, Any, Any, str]] = [
    ("begun in the year five years ago lies in", "2021", None, "unknown"),
    ("begun in the month it lies in", "2021-11", None, "unknown"),
    ("begun in the month after", "2021-12", None, "yes"),
    ("stopped in the month it lies in", None, "2021-11", "unknown"),
    ("stopped in the month after", None, "2021-12", "yes"),
    ("stopped in the month before", None, "2021-10", "no"),
]


@each_of(FIVE_YEARS)
def test_about_five_years_ago(reason: str, start: Any, stop: Any, expected: str) -> None:
    said = trial(in_current_episode=None, start=start, stop=stop)
    assert verdict("payer_five_year", "in_scope", trial_said=said) == expected


def test_a_month_that_ends_on_the_very_day_five_years_ago_may_reach_it() -> None:
    said = trial(in_current_episode=None, start=None, stop="2021-11")
    assert verdict("payer_five_year", "in_scope", trial_said=said, as_of="2026-11-30") == "unknown"
    assert verdict("payer_five_year", "in_scope", trial_said=said, as_of="2026-12-01") == "no"


def test_without_a_start_of_the_episode_the_answer_itself_is_asked_for() -> None:
    report = evaluate(history(trial(in_current_episode=None), episode={}))
    assert findings_of(report, "consensus", "t1")[6]["place"] == "trials[0].in_current_episode"
