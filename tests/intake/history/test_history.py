"""Each fact of the history: where it comes from, and what it is when it was not said, not known or not readable."""

from datetime import date

import pytest

import trd
from intake.answers import new
from intake.history import history
from intake.history.procedures import had
from intake.questionnaire import Said
from intake.questionnaire.bands import HELPED, INTERVALS, WEEKS
from tests.intake.filling import BORN, DOSE, EFFECT, ENTRY, OTHER, PHQ9, TODAY, WHEN, filled, medicine, part_1, sent


def of(document, as_of=TODAY, born=BORN):
    made = history(document, as_of, born)
    trd.evaluate(made)  # refused documents raise
    return made


def trial(**changed):
    return of(medicine(part_1(medicines={}), **changed))["trials"][0]


def test_nothing_said_is_unknown_and_never_no():
    made = of(new())
    assert made["patient"]["sex_at_birth"] == "unknown"
    assert made["episode"] == {"start": None, "severity": None, "psychotic_features": "unknown"}
    assert set(made["conditions"].values()) == {"unknown"}
    assert made["scales"] == []
    assert made["confirmed_by_clinician"] == []
    assert [each["agent"]["role"] for each in made["trials"]] == ["unknown"] * 4
    assert [(each["kind"], each["in_current_episode"]) for each in made["procedures"]] == [("ect", "unknown")]


def test_an_empty_form_is_undetermined_in_every_profile():
    report = trd.evaluate(of(new()))
    assert {each["conclusion"] for each in report["profiles"].values()} == {"undetermined"}


AGES = [
    ("the day before the birthday", date(2026, 3, 26), 45),
    ("the birthday", date(2026, 3, 27), 46),
    ("born in the future: not known", date(1979, 1, 1), None),
]


@pytest.mark.parametrize(("why", "as_of", "age"), AGES)
def test_age(why, as_of, age):
    assert of(new(), as_of)["patient"]["age_years"] == age


CONDITIONS = [
    ("never told, no signs", "exclude_bipolar=no&exclude_high_energy=no", "bipolar", "no"),
    ("never told, signs: not settled", "exclude_bipolar=no&exclude_high_energy=yes", "bipolar", "unknown"),
    ("never told, signs not known", "exclude_bipolar=no&exclude_high_energy=not_sure", "bipolar", "unknown"),
    ("told so", "exclude_bipolar=yes&exclude_high_energy=no", "bipolar", "yes"),
    ("rather not say", "exclude_bipolar=declined&exclude_high_energy=no", "bipolar", "unknown"),
    ("psychosis now", "exclude_psychosis=this_episode", "psychosis", "yes"),
    ("psychosis before", "exclude_psychosis=before", "psychosis", "yes"),
    ("no psychosis", "exclude_psychosis=no", "psychosis", "no"),
    ("psychosis not known", "exclude_psychosis=not_sure", "psychosis", "unknown"),
    ("told of schizophrenia", "exclude_schizophrenia=yes", "primary_psychotic_disorder", "yes"),
    ("not told of it", "exclude_schizophrenia=no", "primary_psychotic_disorder", "no"),
    ("dementia not known", "exclude_dementia=not_sure", "dementia", "unknown"),
    ("drugs, rather not say", "exclude_substances=declined", "substance_use", "unknown"),
    ("drugs", "exclude_substances=yes", "substance_use", "yes"),
]


@pytest.mark.parametrize(("why", "fields", "name", "value"), CONDITIONS)
def test_conditions(why, fields, name, value):
    assert of(filled(("must-exclude", fields)))["conditions"][name] == value


FEATURES = [("this_episode", "yes"), ("before", "no"), ("no", "no"), ("not_sure", "unknown"), ("declined", "unknown")]


@pytest.mark.parametrize(("said", "value"), FEATURES)
def test_psychotic_features(said, value):
    assert of(filled(("must-exclude", {"exclude_psychosis": said})))["episode"]["psychotic_features"] == value


SCALES = [
    ("complete", PHQ9, [{"scale": "phq9", "score": 8, "date": "2026-11-21"}]),
    ("one item open", PHQ9 | {"phq9_item3": ""}, []),
    ("an item that can't be read", PHQ9 | {"phq9_item3": "7"}, []),
    ("skipped", {"phq9_skip": "yes"}, []),
    ("complete and skipped", PHQ9 | {"phq9_skip": "yes"}, []),
]


@pytest.mark.parametrize(("why", "fields", "scales"), SCALES)
def test_a_score_only_when_complete(why, fields, scales):
    assert of(filled(("phq9", fields)))["scales"] == scales


STARTS = [
    ("month", "episode_start_year=2024&episode_start_month=5", "2024-05"),
    ("year", "episode_start_year=2024", "2024"),
    ("a guess widens", "episode_start_year=2024&episode_start_month=5&episode_start_about=yes", "2024"),
    ("not sure", "episode_start_year=&episode_start_not_sure=yes", None),
    ("not readable", "episode_start_year=24", None),
]


@pytest.mark.parametrize(("why", "fields", "start"), STARTS)
def test_start_of_the_episode(why, fields, start):
    assert of(filled(("this-episode", fields)))["episode"]["start"] == start


def test_a_whole_medicine():
    assert trial() == {
        "id": ENTRY,
        "agent": "sertraline",
        "purposes": ["depression"],
        "max_daily_dose_mg": 150,
        "weeks_at_or_above": [{"mg": 50, "weeks": {"min": 8}}],
        "weeks_total": {"min": 8},
        "start": "2024",
        "stop": None,
        "improvement_percent": {"min": 0, "max": 24},
        "wore_off": "no",
        "adherence": "most_days",
        "stopped_because": ["no_benefit"],
        "in_current_episode": "yes",
        "augments": None,
        "source": "patient",
    }


TRIALS = [
    ("name not remembered", {"which": {"agent": "not_sure"}}, "agent", {"other": f"not named {ENTRY}", "role": "unknown"}),
    ("free text", {"which": {"agent": "keep", "agent_typed": "zolof"}}, "agent", {"other": "zolof", "role": "unknown"}),
    ("purpose not known", {"dose": DOSE | {"purposes": "not_sure"}}, "purposes", ["unknown"]),
    ("several purposes", {"dose": DOSE | {"purposes": ["pain", "depression"]}}, "purposes", ["depression", "pain"]),
    ("dose not known", {"dose": DOSE | {"highest_dose": "", "highest_dose_not_sure": "yes"}}, "max_daily_dose_mg", None),
    ("dose not readable", {"dose": DOSE | {"highest_dose": "a hundred"}}, "max_daily_dose_mg", None),
    ("dose below every floor: nothing asked", {"dose": DOSE | {"highest_dose": "25"}}, "weeks_at_or_above", []),
    ("weeks typed", {"dose": DOSE | {"weeks_total": "", "weeks_total_number": "9"}}, "weeks_total", 9),
    ("weeks not known", {"dose": DOSE | {"weeks_total": "not_sure"}}, "weeks_total", None),
    ("weeks at the floor not known", {"effect": EFFECT | {"weeks_at_50": "not_sure"}}, "weeks_at_or_above", []),
    ("improvement not known", {"effect": EFFECT | {"helped": "not_sure"}}, "improvement_percent", None),
    ("improvement typed", {"effect": EFFECT | {"helped": "", "helped_number": "24.5"}}, "improvement_percent", 24.5),
    ("adherence not known", {"effect": EFFECT | {"adherence": "not_sure"}}, "adherence", "unknown"),
    ("still taken", {"dose": DOSE | {"still_taking": "yes"}}, "stopped_because", ["still_taking"]),
    ("reason not known", {"when": WHEN | {"stopped_because": "not_sure"}}, "stopped_because", None),
    ("reason not said", {"when": WHEN | {"stopped_because": "declined"}}, "stopped_because", None),
    ("episode not known", {"when": WHEN | {"this_episode": "not_sure"}}, "in_current_episode", "unknown"),
    ("added to nothing", {}, "augments", None),
    ("added to one not listed", {"dose": DOSE | {"added_to": "unlisted"}}, "augments", f"beside-{ENTRY}"),
]


@pytest.mark.parametrize(("why", "changed", "name", "value"), TRIALS)
def test_trial(why, changed, name, value):
    assert trial(**changed)[name] == value


def test_a_date_of_stopping_does_not_stand_beside_still_taking():
    document = medicine(part_1(), when=WHEN | {"stop_year": "2025", "stop_not_sure": ""})
    assert of(document)["trials"][0]["stop"] == "2025"
    assert of(sent(document, "dose", {"still_taking": "yes"}).document)["trials"][0]["stop"] is None


def test_dates_after_the_day_described_or_against_one_another_are_unknown():
    document = medicine(part_1(), when=WHEN | {"start_year": "2024", "stop_year": "2025", "stop_not_sure": ""})
    assert [of(document, date(2024, 6, 1))["trials"][0][name] for name in ("start", "stop")] == ["2024", None]
    document["answers"][f"medicine/{ENTRY}/stop"]["value"] = {"year": 2023}
    assert [of(document)["trials"][0][name] for name in ("start", "stop")] == [None, None]


def two(first="alone", second="alone"):
    document = medicine(medicine(part_1()), OTHER, which={"agent": "aripiprazole"}, effect={})
    return filled(("dose", DOSE | {"added_to": first}, ENTRY), ("dose", DOSE | {"added_to": second}, OTHER), document=document)


def test_a_medicine_added_to_another_points_at_it():
    assert [each["augments"] for each in of(two(second=ENTRY))["trials"][:2]] == [None, ENTRY]


def test_two_that_point_at_one_another_point_at_nothing():
    document = two(second=ENTRY)
    document["answers"][f"medicine/{ENTRY}/added_to"]["value"] = OTHER
    assert [each["augments"] for each in of(document)["trials"][:2]] == [None, None]


def test_three_in_a_ring_point_at_nothing_and_none_goes_uncounted():
    """Taken together, each said to have been added to another: as augmentations alone none would count, and the answer be a wrong no."""
    third = "m-00000003"
    document = medicine(two(second=ENTRY), third, which={"agent": "mirtazapine"}, effect={})
    for entry, to in ((ENTRY, third), (OTHER, ENTRY), (third, OTHER)):
        document["answers"][f"medicine/{entry}/added_to"] = {"state": "answered", "value": to, "rev": 9}
    assert [each["augments"] for each in of(document)["trials"][:3]] == [None] * 3
    document["answers"][f"medicine/{ENTRY}/added_to"]["value"] = "alone"
    assert [each["augments"] for each in of(document)["trials"][:3]] == [None, ENTRY, OTHER]


def test_a_pointer_to_a_removed_medicine_is_none():
    document = two(second=ENTRY)
    document["groups"]["medicine"] = [OTHER]
    assert of(document)["trials"][0]["augments"] is None


FORGOTTEN = [
    ("none tried", {"medicines_any": "none"}, {}, 0),
    ("some, but not which, and how many not asked yet", {"medicines_any": "unknown_which"}, {}, 4),
    ("some, but not which: two", {"medicines_any": "unknown_which"}, {"medicines_unnamed": "2"}, 2),
    ("some, but not which: said to be no more", {"medicines_any": "unknown_which"}, {"medicines_unnamed": "0"}, 1),
    ("some, but not how many", {"medicines_any": "unknown_which"}, {"medicines_unnamed": "not_sure"}, 4),
    ("rather not say whether any", {"medicines_any": "declined"}, {}, 4),
]


@pytest.mark.parametrize(("why", "any_", "unnamed", "number"), FORGOTTEN)
def test_forgotten_medicines_are_possible_ones(why, any_, unnamed, number):
    trials = of(filled(("medicines", any_), ("more-medicines", unnamed)))["trials"]
    assert len(trials) == number
    assert len({each["agent"]["other"] for each in trials}) == number


def test_not_remembering_never_ends_in_a_no():
    """Two medicines without names: the count stays open, it does not become too low."""
    document = part_1(medicines={"medicines_any": "unknown_which"})
    report = trd.evaluate(of(filled(("more-medicines", "medicines_unnamed=2"), document=document)))
    assert report["flag"]["conclusion"] == "undetermined"
    assert trd.evaluate(of(part_1()))["flag"]["conclusion"] == "not_met"


def ect(**facts):
    unknown = {"id": "ect", "kind": "ect", "laterality": "unknown", "sessions": None, "improvement_percent": None}
    return [unknown | {"in_current_episode": "unknown"} | facts]


PROCEDURES = [
    ("none of these", "treatments_had=none", {}, []),
    ("not sure of any", "treatments_had=not_sure", {}, ect()),
    ("prefers not to say", "treatments_had=declined", {}, ect()),
    ("not asked yet", "", {}, ect()),
    ("had", "treatments_had=ect&treatments_rest=no", "ect_laterality=bilateral&ect_sessions=8&ect_helped=25&ect_this_episode=yes",
        ect(laterality="bilateral", sessions=8, improvement_percent=25, in_current_episode="yes")),
    ("had, nothing known", "treatments_had=ect", "ect_laterality=not_sure&ect_sessions_not_sure=yes&ect_helped=not_sure&ect_this_episode=not_sure", ect()),
]  # fmt: skip


@pytest.mark.parametrize(("why", "treatments", "fields", "procedures"), PROCEDURES)
def test_ect(why, treatments, fields, procedures):
    document = filled(("other-treatments", treatments), ("more-f", fields))
    assert of(document)["procedures"] == procedures


THE_OTHERS = [
    ("a tick alone is no denial of the others", "", "", "unknown"),
    ("none of the others", "treatments_rest=no", "", "no"),
    ("prefers not to say of the others", "treatments_rest=declined", "", "unknown"),
    ("perhaps, not said which", "treatments_rest=maybe", "", "unknown"),
    ("perhaps this one", "treatments_rest=maybe", "treatments_perhaps=ect", "unknown"),
    ("perhaps another one", "treatments_rest=maybe", "treatments_perhaps=tms", "no"),
    ("perhaps, not sure which", "treatments_rest=maybe", "treatments_perhaps=not_sure", "unknown"),
    ("which one was said before the rest was denied", "treatments_rest=no", "treatments_perhaps=ect", "no"),
]


@pytest.mark.parametrize(("why", "rest", "perhaps", "answer"), THE_OTHERS)
def test_what_was_not_ticked_was_not_had_only_where_the_person_says_so(why, rest, perhaps, answer):
    document = filled(("other-treatments", f"treatments_had=vns&{rest}"), ("more-f", perhaps))
    assert had(Said(document), "ect") == answer
    assert had(Said(document), "vns") == "yes"


def test_other_treatments_are_there_only_when_they_were_had():
    ticked = "&".join(f"treatments_had={name}" for name in ("tms", "esketamine", "ketamine", "vns", "therapy"))
    yes = filled(("other-treatments", ticked))
    assert [each["kind"] for each in of(yes)["procedures"]] == ["ect", "rtms", "esketamine", "ketamine", "vns", "psychotherapy"]
    assert [each["kind"] for each in of(filled(("other-treatments", "treatments_had=not_sure")))["procedures"]] == ["ect"]


def test_each_band_has_its_interval_and_they_leave_no_threshold_open():
    assert {choice.value for choice in (*WEEKS, *HELPED)} == set(INTERVALS)
    ends = [(low, low) if isinstance(low, int) else (low["min"], low.get("max", 10**6)) for low in INTERVALS.values()]
    for threshold in (4, 6, 8):
        assert all(low >= threshold or high < threshold for low, high in ends[:4])
    for threshold in (25, 50):
        assert all(low >= threshold or high < threshold for low, high in ends[4:])
    assert all(low > 25 or high <= 25 for low, high in ends[4:])  # and "at most 25"


def test_two_medicines_that_did_not_help_enough_meet_the_screen():
    document = medicine(medicine(part_1()), OTHER, which={"agent": "fluoxetine"}, effect=EFFECT | {"weeks_at_20": "8_more"})
    report = trd.evaluate(of(filled(("more-medicines", "medicines_unnamed=0"), document=document)))
    assert report["flag"]["conclusion"] == "met"
