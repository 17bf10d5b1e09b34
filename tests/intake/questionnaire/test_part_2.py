"""Part 2: never required, asked by relevance, and never read by a criterion."""

import re

import pytest

from config import env
from intake.answers import missing, new
from intake.history import history
from intake.questionnaire import NONE, STEPS, key, question_named, step_named, visible
from intake.questionnaire.steps import hormones, labs_had, packs
from tests.intake.filling import BORN, TODAY, filled, part_1
from tests.metatests.sources import ROOT

SECOND = [step for step in STEPS if step.part == 2]
SCALES = {"gad7", "pcptsd5", "more-a", "auditc", "more-b", "taps1", "peg"}
OWN = [question for step in SECOND if step.slug not in SCALES for question in step.questions]
ALL_PACKS = {"packs": list(packs.NAMES)}

SHOWN = [
    ("not asked yet", [], "more-d", False),
    ("nothing of it matters", [("hormones", "hormones_matter=none")], "more-d", False),
    ("thyroid medicine alone", [("hormones", "hormones_matter=thyroid")], "more-d", False),
    ("periods, whatever the sex", [("about-you", "about_sex=male"), ("hormones", "hormones_matter=periods")], "more-d", True),
    ("pregnancy", [("hormones", "hormones_matter=pregnancy&hormones_matter=thyroid")], "more-d", True),
    ("no tests had", [("labs-had", "labs_had_which=none")], "more-e", False),
    ("the doctor has them", [("labs-had", "labs_had_which=tsh&labs_had_who=doctor")], "more-e", False),
    ("at hand", [("labs-had", "labs_had_which=tsh&labs_had_who=here")], "more-e", True),
]
QUESTIONS = [
    ("periods", "hormones", "hormones_matter=periods", "cycle.mood", True),
    ("pregnancy alone", "hormones", "hormones_matter=pregnancy", "cycle.mood", False),
    ("pregnancy", "hormones", "hormones_matter=pregnancy", "pregnancy.maybe", True),
    ("periods alone", "hormones", "hormones_matter=periods", "pregnancy.maybe", False),
    ("a test that was had", "labs-had", "labs_had_which=tsh&labs_had_who=some", "lab.tsh_value", True),
    ("a test that was not", "labs-had", "labs_had_which=tsh&labs_had_who=some", "lab.b12_value", False),
]


@pytest.mark.parametrize(("why", "pages", "slug", "shown"), SHOWN, ids=[row[0] for row in SHOWN])
def test_a_page_is_asked_of_whom_it_concerns(why, pages, slug, shown):
    assert visible(step_named(slug), filled(*pages)) is shown


@pytest.mark.parametrize(("why", "slug", "fields", "question", "shown"), QUESTIONS, ids=[row[0] for row in QUESTIONS])
def test_a_question_is_asked_of_whom_it_concerns(why, slug, fields, question, shown):
    assert visible(question_named(question), filled((slug, fields))) is shown


def test_hormones_are_asked_by_relevance_and_never_by_sex():
    reads = {
        read for step in (hormones.STEP, hormones.MORE) for thing in (step, *step.questions) if thing.when for read in thing.when.reads
    }
    assert reads == {hormones.MATTER}


def answered(question, document):
    """The document with some answer to a question, whether or not it is shown."""
    values = {"choices": [question.choices[0].value] if question.choices else [], "month": {"year": 2025}}
    value = values.get(question.kind, question.choices[0].value if question.choices else "Synthetic")
    answers = document["answers"] | {key(question.id): {"state": "answered", "value": value, "rev": 1}}
    return document | {"answers": answers}


def everything_said():
    document = part_1() | ALL_PACKS
    for step in SECOND:
        for question in step.questions:
            document = answered(question, document)
    return document


def test_no_answer_of_part_2_moves_the_history_that_the_rules_read():
    document = part_1() | ALL_PACKS
    still = history(document, TODAY, BORN)
    second = [question for step in SECOND for question in step.questions]
    assert [question.id for question in second if history(answered(question, document), TODAY, BORN) != still] == []


def test_all_of_part_2_together_moves_nothing_either():
    assert history(everything_said(), TODAY, BORN) == history(part_1(), TODAY, BORN)
    assert missing(everything_said()) == []


@pytest.mark.parametrize("step", packs.STEPS, ids=lambda step: step.slug)
def test_an_extra_page_is_asked_only_where_its_pack_was_on_when_the_form_was_begun(step):
    assert not visible(step, new())
    assert not visible(step, new(packs=[name for name in packs.NAMES if name != step.pack]))
    assert visible(step, new(packs=[step.pack]))


def test_the_setting_knows_the_packs_and_no_others(monkeypatch):
    (line,) = [line for line in (ROOT / "config/settings.py").read_text().splitlines() if line.startswith("INTAKE_PACKS")]
    assert set(re.findall(r'"([a-z]+)"', line)) == set(packs.NAMES)
    monkeypatch.setenv("INTAKE_PACKS", ", ".join(packs.NAMES))
    assert env.some_of("INTAKE_PACKS", set(packs.NAMES)) == list(packs.NAMES)
    monkeypatch.setenv("INTAKE_PACKS", "metabolic,gutt")
    with pytest.raises(env.Misconfigured, match="gutt"):
        env.some_of("INTAKE_PACKS", set(packs.NAMES))


def test_each_section_says_why_and_how_long():
    assert [step.slug for step in SECOND if not step.section and not (step.why and step.minutes > 0)] == []


def test_outside_the_scales_not_knowing_or_not_saying_is_an_answer():
    wished = {question.id for question in OWN if question.id.startswith("labs_asked.") or question.id == "doctors.ask"}
    asked = [question for question in OWN if question.kind in ("choice", "choices") and question.id not in wished]
    assert [question.id for question in asked if not (question.unsure or question.declinable)] == []


def test_none_of_these_comes_last():
    with_none = [question for question in OWN if NONE in [choice.value for choice in question.choices]]
    assert with_none
    assert [question.id for question in with_none if question.choices[-1].value != NONE] == []


def test_every_test_that_was_had_has_a_place_for_value_unit_and_day():
    assert [question.id for question in labs_had.RESULTS.questions] == [
        f"lab.{each.id.replace('-', '_')}_{part}" for each in labs_had.ASKED for part in ("value", "unit", "when")
    ]
