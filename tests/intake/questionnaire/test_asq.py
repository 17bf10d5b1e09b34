"""The second stage: its words as its authors wrote them, asked of those who answered item 9 with more than "not at all"."""

import pytest
from django.utils.translation import override

from intake.answers import missing
from intake.questionnaire import question_named, step_named, visible
from intake.questionnaire.scales import ASQ
from tests.intake.filling import PHQ9, filled, part_1

ENGLISH = [
    "In the past few weeks, have you wished you were dead?",
    "In the past few weeks, have you felt that you or your family would be better off if you were dead?",
    "In the past week, have you been having thoughts about killing yourself?",
    "Have you ever tried to kill yourself?",
    "Are you having thoughts of killing yourself right now?",
]
NO = {f"asq_item{number}": "no" for number in range(1, 5)}


def asked(item9, first=None):
    """A whole part 1 with this answer to item 9, and what was said on the first page of the second stage."""
    document = part_1(phq9=PHQ9 | {"phq9_item9": item9})
    return filled(("more-questions", first), document=document) if first is not None else document


def test_the_five_questions_in_their_words_and_order():
    assert [question_named(f"asq.item{number}").words for number in range(1, 6)] == ENGLISH
    assert [choice.words for choice in question_named("asq.item1").choices] == ["Yes", "No"]
    assert "National Institute of Mental Health" in step_named("more-questions").note


def test_spanish_is_the_scales_own():
    with override("es"):
        assert question_named("asq.item5").words == "¿Está pensando en suicidarse en este momento?"
        assert [choice.words for choice in question_named("asq.item1").choices] == ["Sí", "No"]


def test_the_method_is_never_asked_about():
    questions = [*step_named("more-questions").questions, *step_named("one-more-question").questions]
    assert [question.id for question in questions] == [
        "asq.skip", "asq.item1", "asq.item2", "asq.item3", "asq.item4", "asq.skip_now", "asq.item5", "asq.when",
    ]  # fmt: skip
    assert len(ASQ.items) == 5


SHOWN = [
    ("not at all", "0", None, False, False),
    ("several days", "1", None, True, False),
    ("nearly every day", "3", None, True, False),
    ("four times no", "1", NO, True, False),
    ("wished to be dead", "1", NO | {"asq_item1": "yes"}, True, True),
    ("family better off", "1", NO | {"asq_item2": "yes"}, True, True),
    ("thoughts this week", "1", NO | {"asq_item3": "yes"}, True, True),
    ("tried before", "1", NO | {"asq_item4": "yes"}, True, True),
    ("left out", "1", {"asq_skip": "yes"}, True, True),
    ("item 9 taken back", "0", NO | {"asq_item1": "yes"}, False, False),
]


@pytest.mark.parametrize(("reason", "item9", "first", "stage", "now"), SHOWN, ids=[row[0] for row in SHOWN])
def test_who_is_asked(reason, item9, first, stage, now):
    document = asked(item9, first)
    assert (visible(step_named("more-questions"), document), visible(step_named("one-more-question"), document)) == (stage, now)


def test_when_is_asked_only_of_who_tried():
    for item, shown in (("asq_item3", False), ("asq_item4", True)):
        assert visible(question_named("asq.when"), asked("1", NO | {item: "yes"})) is shown


OPEN = [
    ("not yet seen", None, ["asq.item1", "asq.item2", "asq.item3", "asq.item4"]),
    ("one left open", NO | {"asq_item3": ""}, ["asq.item3"]),
    ("four times no", NO, []),
    ("one yes: the fifth is asked", NO | {"asq_item3": "yes"}, ["asq.item5"]),
    ("left out: the fifth is asked all the same", {"asq_skip": "yes"}, ["asq.item5"]),
]


@pytest.mark.parametrize(("reason", "first", "left"), OPEN, ids=[row[0] for row in OPEN])
def test_the_form_is_not_sent_before_it_was_shown(reason, first, left):
    assert [each.question for each in missing(asked("2", first))] == left


def test_all_of_it_may_be_left_out():
    document = filled(("one-more-question", {"asq_skip_now": "yes"}), document=asked("2", {"asq_skip": "yes"}))
    assert missing(document) == []


def test_the_page_before_says_what_comes_and_what_becomes_of_it():
    step = step_named("next-questions")
    assert (step.questions, step.help) == ((), True)
    assert "thoughts of death or hurting yourself" in step.introduction
    assert "we show you help at once" in step.reason
