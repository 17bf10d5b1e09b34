"""The pieces of the record: figures, why a trial counts, stages, names."""

import pytest

import trd
from clinic import wording
from clinic.review.answers import of_medicine
from clinic.review.figures import spoken
from clinic.review.report import Report
from clinic.review.rules import matrix
from clinic.review.staging import stages
from clinic.review.trials import NAMES, READS, trials
from intake.models import Case
from intake.questionnaire import PAGES
from tests.clinic.form import form, medicine
from tests.trd.build import history, trial

FIGURES = [
    ("a number", 16, "weeks", "16 weeks"),
    ("zero is a number", 0, "weeks", "0 weeks"),
    ("a span", {"min": 6, "max": 7}, "weeks", "6 to 7 weeks"),
    ("open above", {"min": 8}, "weeks", "at least 8 weeks"),
    ("from nothing up", {"min": 0, "max": 24}, "", "at most 24"),
    ("a span of one", {"min": 2, "max": 2}, "", "2"),
    ("a part", 2.5, "", "2.5"),
    ("not known", None, "weeks", "not known"),
    ("an interval with neither end", {"min": None, "max": None}, "", "not known"),
]
# Why a trial counts or not: the profile, what was said of it, what the sentence is about.
REASONS = [
    ("all is there", "intake_screen", {}, "yes", []),
    ("too low a dose", "intake_screen", {"max_daily_dose_mg": 10, "weeks_at_max_dose": None}, "no", ["dose", "duration"]),
    ("nobody knows how regularly", "intake_screen", {"adherence": "unknown"}, "unknown", ["adherence"]),
    ("it helped", "intake_screen", {"improvement_percent": 80}, "no", ["failed"]),
    ("no and unknown: the no decides", "intake_screen", {"improvement_percent": 80, "adherence": "unknown"}, "no", ["failed"]),
    (
        "side effects count here, whatever the dose",
        "payer_three",
        {"stopped_because": ["side_effects"], "max_daily_dose_mg": 10},
        "yes",
        ["intolerance"],
    ),
    ("side effects speak against nothing where they do not count", "intake_screen", {"stopped_because": ["side_effects"]}, "yes", []),
]


def report(*given: dict, profile: str = "intake_screen", **said) -> Report:
    told = history(*given, **said)
    return Report("00000000-0000-4000-8000-000000000000", told, trd.evaluate(told), profile)


def nobody(entry: str, wanted: object) -> list:
    return []


@pytest.mark.parametrize(("why", "figure", "unit", "words"), FIGURES, ids=[row[0] for row in FIGURES])
def test_figures(why: str, figure: object, unit: str, words: str) -> None:
    assert spoken(figure, unit) == words


@pytest.mark.parametrize(("why", "profile", "said", "counts", "tests"), REASONS, ids=[row[0] for row in REASONS])
def test_a_trial_says_why(why: str, profile: str, said: dict, counts: str, tests: list[str]) -> None:
    (found,) = trials(report(trial("t1", **said), profile=profile), nobody)
    sentences = {test.code: test.sentence for test in found.tests}
    assert found.counts == counts
    assert found.because == [sentences[test] for test in tests]


def test_each_test_of_the_engine_has_a_name_and_reads_a_question_that_is_asked() -> None:
    found = report(trial("t1")).section["trials"]["t1"]["tests"]
    asked = [question.id for page in PAGES["medicine"] for question in page.questions]
    assert list(found) == list(NAMES) == list(READS)
    for named in (name for names in READS.values() for name in names):
        assert any(id == named or (named.endswith("_") and id.startswith(named)) for id in asked), named


def test_one_test_does_not_borrow_the_words_of_another() -> None:
    said = of_medicine(form(medicine()))
    quotes = [(quote.label, quote.words) for quote in said("m-00000001", READS["in_scope"])]
    assert quotes == [("still taken", "No"), ("began", "March 2025"), ("stopped", "July 2025"), ("in this episode", "Yes")]


def test_every_conclusion_of_the_engine_and_none_yet_has_a_chip() -> None:
    assert set(wording.CHIPS) == {"met", "not_met", "undetermined", "excluded", "out_of_scope", ""}


def test_the_matrix_begins_with_the_rule_read_and_marks_what_differs() -> None:
    found = matrix(report(trial("t1"), trial("t2", "duloxetine", max_daily_dose_mg=120), profile="payer_three"), ["t1", "t2"])
    assert (found[0].id, found[0].chosen, found[0].differs) == ("payer_three", True, False)
    assert len(found) == len(trd.profiles())
    met = next(row for row in found if row.id == "intake_screen")
    assert (met.differs, met.asked, met.counted) == (True, 2, "2")
    assert met.cells == [("yes", wording.VERDICTS["yes"])] * 2


STAGES = [
    ("no trial counts: Maudsley does not apply", [], ["does not apply: no trial counts", "0", "0"]),
    ("one that counts", [trial("t1")], ["6 of 15 (mild)", "I", "1"]),
    (
        "one that may count",
        [trial("t1", improvement_percent=None, stopped_because=None)],
        ["6 of 15 (mild); may not apply", "0 to I", "at most 1"],
    ),
]


@pytest.mark.parametrize(("why", "given", "values"), STAGES, ids=[row[0] for row in STAGES])
def test_stages_are_spans_and_say_when_they_may_not_apply(why: str, given: list[dict], values: list[str]) -> None:
    assert [stage.value for stage in stages(report(*given))] == values


def test_every_state_of_a_case_has_words() -> None:
    assert all(label for _state, label in Case.State.choices)
