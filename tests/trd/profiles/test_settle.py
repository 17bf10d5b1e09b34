"""What would settle an undetermined conclusion, what hangs on a blank floor, and the questions a person can be asked."""

from __future__ import annotations

from typing import Any

from tests.trd.build import history, judged, trial
from tests.trd.tables import each_of
from trd import evaluate

OPEN = {"stopped_because": ["cost"]}
BLANK = "bupropion-hbr-xl"


def asked(profile: str, *trials: dict[str, Any], **said: Any) -> list[tuple[str, str, str]]:
    """`would_settle` as tuples."""
    section = judged(profile, *trials, **said)
    return [(each["trial"], each["test"], each["missing"]) for each in section["would_settle"]]


ONE: list[tuple[str, str, dict[str, Any], list[tuple[str, str]]]] = [
    ("role unknown", "tms_one", {"agent": {"other": "x"}}, [("is_antidepressant", "agent")]),
    ("purpose unknown", "tms_one", {"purposes": None}, [("for_depression", "purposes")]),
    ("dose unknown, and with it the weeks", "tms_one", {"max_daily_dose_mg": None}, [("dose", "max_daily_dose_mg"), ("duration", "weeks_at_or_above")]),
    ("weeks unknown", "tms_one", {"weeks_at_max_dose": None}, [("duration", "weeks_at_or_above")]),
    ("improvement unknown", "tms_one", {"improvement_percent": None, **OPEN}, [("failed", "improvement_percent")]),
    ("wore off", "tms_one", {"improvement_percent": 80, "wore_off": "yes"}, [("failed", "improvement_percent")]),
    ("episode unknown", "tms_one", {"in_current_episode": None, "start": None, "stop": None}, [("in_scope", "in_current_episode")]),
    ("reason unknown of a low dose", "tms_one", {"max_daily_dose_mg": 1, "stopped_because": None}, [("intolerance", "stopped_because")]),
    ("a sure trial asks nothing", "tms_one", {}, []),
    ("a sure no asks nothing", "tms_one", {"purposes": ["pain"], "improvement_percent": None, **OPEN}, []),
]  # fmt: skip


@each_of(ONE)
def test_each_unknown_test_names_the_field_to_ask_for(
    reason: str, profile: str, said: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert asked(profile, trial(**said)) == [("t1", test, field) for test, field in expected]


def test_under_years_the_stop_is_asked_for() -> None:
    undated = {"in_current_episode": None, "start": None, "stop": None}
    found = asked("payer_five_year", trial(**undated), trial("t2", "duloxetine"))
    assert found == [("t1", "in_scope", "stop")]


def test_adherence_is_asked_only_where_it_is_required() -> None:
    trials = [trial(adherence=None), trial("t2", "duloxetine")]
    assert asked("consensus", *trials) == [("t1", "adherence", "adherence")]
    assert asked("canadian", *trials) == []


def test_fewest_unknown_tests_first_then_the_order_of_the_history() -> None:
    three = trial("a", improvement_percent=None, max_daily_dose_mg=None, **OPEN)
    one = trial("b", "duloxetine", adherence=None)
    another = trial("c", "fluoxetine", adherence=None)
    two = trial("d", "mirtazapine", improvement_percent=None, adherence=None, **OPEN)
    assert [entry[0] for entry in asked("consensus", three, two, one, another)] == ["b", "c", "d", "d", "a", "a", "a"]


def test_what_hangs_on_a_blank_floor_is_asked_of_nobody_and_still_counts_as_unknown() -> None:
    section = judged("consensus", trial("a", BLANK, adherence=None), trial("b", adherence=None, improvement_percent=None, **OPEN))
    assert [(each["trial"], each["test"]) for each in section["would_settle"]] == [("b", "adherence"), ("b", "failed"), ("a", "adherence")]
    assert section["unknown_floors"] == [{"trial": "a", "test": "dose"}, {"trial": "a", "test": "duration"}]


CLOSED: list[tuple[str, dict[str, Any]]] = [
    ("met", {"trials": [trial(), trial("t2", "fluoxetine"), trial("t3", "duloxetine", adherence=None)]}),
    ("not met", {"trials": [trial(adherence=None)]}),
    ("excluded", {"trials": [trial(), trial("t2", "duloxetine", adherence=None)], "conditions": {"bipolar": "yes"}}),
    ("out of scope", {"trials": [trial(), trial("t2", "duloxetine", adherence=None)], "patient": {"age_years": 12}}),
]


@each_of(CLOSED)
def test_only_an_undetermined_conclusion_asks(reason: str, said: dict[str, Any]) -> None:
    section = evaluate(history(**said))["profiles"]["consensus"]
    assert section["conclusion"] == reason.replace(" ", "_")
    assert section["would_settle"] == section["unknown_floors"] == []


def questions(profile: str, *trials: dict[str, Any], **said: Any) -> list[tuple[str, str]]:
    """The questions of one profile's explanation."""
    entries = evaluate(history(*trials, **said))["explanation"]
    (entry,) = [each for each in entries if each.get("profile") == profile]
    return [(each["trial"], each["question"]) for each in entry["questions"]]


WORDS: list[tuple[str, dict[str, Any], list[str]]] = [
    ("agent", {"agent": {"other": "Tea"}, "purposes": ["depression"]}, []),
    ("purposes", {"purposes": None}, ["What did you take venlafaxine for?"]),
    ("dose", {"max_daily_dose_mg": None, "weeks_at_or_above": [{"mg": 37.5, "weeks": 3}]}, []),
    ("dose, which settles the weeks at it too", {"max_daily_dose_mg": None}, ["What was the highest dose of venlafaxine you took in a day?"]),
    ("dose with weeks exactly enough", {"max_daily_dose_mg": None, "weeks_at_max_dose": 4}, ["What was the highest dose of venlafaxine you took in a day?"]),
    ("dose and weeks, which settle the dose too", {"max_daily_dose_mg": None, "weeks_at_max_dose": 3.9}, ["For how many weeks did you take venlafaxine at 75 mg a day or more?"]),
    ("dose between and weeks", {"max_daily_dose_mg": {"min": 50, "max": 150}, "weeks_at_max_dose": None}, ["What was the highest dose of venlafaxine you took in a day?", "For how many weeks did you take venlafaxine at 75 mg a day or more?"]),
    ("dose between, weeks at a dose enough", {"max_daily_dose_mg": {"min": 50, "max": 150}, "weeks_at_max_dose": None, "weeks_at_or_above": [{"mg": 75, "weeks": 4}]}, ["What was the highest dose of venlafaxine you took in a day?"]),
    ("weeks", {"weeks_at_max_dose": None}, ["For how many weeks did you take venlafaxine at 75 mg a day or more?"]),
    ("adherence", {"adherence": None}, ["How often did you take venlafaxine as it was prescribed?"]),
    ("improvement", {"improvement_percent": None, **OPEN}, ["How much did venlafaxine help at best?"]),
    ("episode", {"in_current_episode": None, "start": None, "stop": None}, ["Did you take venlafaxine during the depression you have now?"]),
]  # fmt: skip


@each_of(WORDS)
def test_the_question_for_each_missing_fact(reason: str, said: dict[str, Any], expected: list[str]) -> None:
    found = questions("consensus", trial(), trial("t2", **{"agent": "venlafaxine-xr"} | said))
    assert [question for id_, question in found if id_ == "t2"] == expected


def test_no_more_trials_are_asked_about_than_the_count_still_misses() -> None:
    open_ = [trial(f"t{index}", agent, adherence=None) for index, agent in enumerate(["fluoxetine", "duloxetine", "mirtazapine"])]
    assert [id_ for id_, _ in questions("consensus", trial("sure"), *open_)] == ["t0"]
    assert [id_ for id_, _ in questions("consensus", *open_)] == ["t0", "t1"]


def test_the_trial_with_fewest_questions_is_asked_about() -> None:
    two = trial("two", "fluoxetine", adherence=None, improvement_percent=None, **OPEN)
    one = trial("one", "duloxetine", adherence=None)
    assert [id_ for id_, _ in questions("consensus", trial(), two, one)] == ["one"]


def test_an_ingredient_already_counted_or_chosen_is_not_asked_about_again() -> None:
    again = trial("again", adherence=None)
    open_ = [
        trial("a", "paroxetine-ir", adherence=None),
        trial("b", "paroxetine-cr", adherence=None),
        trial("c", "duloxetine", adherence=None),
    ]
    assert [id_ for id_, _ in questions("consensus", trial(), again, open_[0])] == ["a"]
    assert [id_ for id_, _ in questions("consensus", *open_)] == ["a", "c"]


def test_where_classes_are_asked_a_new_class_is_asked_about() -> None:
    missing = {"improvement_percent": None, **OPEN}
    same, other = trial("same", "fluoxetine", **missing), trial("other", "duloxetine", purposes=None, **missing)
    assert {id_ for id_, _ in questions("payer_two_class", trial(), same, other)} == {"other"}
    assert {id_ for id_, _ in questions("payer_two_class", trial(), trial("x", "citalopram"), same, other)} == {"other"}


def test_side_effects_are_the_shortest_way_where_they_count() -> None:
    said = {"max_daily_dose_mg": None, "weeks_at_max_dose": None, "improvement_percent": None, "stopped_because": None, "stop": None}
    assert questions("tms_one", trial(**said)) == [("t1", "Why did you stop taking sertraline?")]


def test_side_effects_are_the_only_way_past_a_blank_floor() -> None:
    assert questions("tms_one", trial(agent=BLANK, stopped_because=None, improvement_percent=5)) == [
        ("t1", "Why did you stop taking bupropion?")
    ]
    assert questions("consensus", trial(), trial("t2", BLANK)) == []


def test_what_was_stopped_for_side_effects_is_asked_only_what_stands_outside() -> None:
    found = questions("tms_one", trial(stopped_because=["side_effects"], purposes=None, max_daily_dose_mg=None))
    assert found == [("t1", "What did you take sertraline for?")]


OTHERS: list[tuple[str, str]] = [
    ("consensus", "Have you taken any other antidepressant during the depression you have now?"),
    ("lifetime", "Have you taken any other antidepressant at any time?"),
    ("payer_five_year", "Have you taken any other antidepressant in the last 5 years?"),
]


@each_of(OTHERS)
def test_where_no_open_fact_is_enough_another_trial_is_asked_for(profile: str, question: str) -> None:
    assert questions(profile, trial(adherence=None)) == [("", question)]


def test_a_met_or_excluded_profile_asks_nothing() -> None:
    trials = [trial(), trial("t2", "fluoxetine")]
    assert questions("consensus", *trials) == []
    assert questions("consensus", *trials, conditions={"bipolar": "yes"}) == []


def test_another_agent_is_asked_about_by_its_own_name() -> None:
    said = trial("t2", {"other": "Tea"}, stopped_because=["side_effects"])
    assert questions("tms_one", said) == [("t2", "What kind of medicine is Tea?")]
