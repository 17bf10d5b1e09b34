"""What was agreed to can be found again, word by word, in the language it was read in."""

import hashlib

import pytest
from django.utils.translation import override

from intake.answers import new
from intake.drafts.fields import fields_of
from intake.questionnaire import question_named, step_named
from intake.questionnaire.agreement import CURRENT, EVERY, agreement
from intake.questionnaire.steps.consent import AGREED
from intake.submissions.consent import snapshot
from tests.intake.filling import filled

SHOWN_BEFORE = {  # version and language → hash. A line here is never changed: it was shown to people
    ("2026.11", "en"): "51c18023dfdb43ef78c5a11dec1f2f74beb87eea1c37fdbb72cd72892fd0269e",
    ("2026.11", "es"): "a3140a884b36a7753e1c954256dd9f22f4f01bf8c4ff1718f7b5bd190482cecb",
}


def test_words_that_were_shown_are_never_edited():
    assert {(each.version, each.language): each.sha256 for each in EVERY} == SHOWN_BEFORE


@pytest.mark.parametrize("each", EVERY, ids=lambda each: f"{each.version}-{each.language}")
def test_the_answer_leads_back_to_the_words(each):
    assert agreement(each.value) == each
    assert each.value == f"consent@{each.version}:{hashlib.sha256(each.text.encode()).hexdigest()}"


def test_the_tick_stands_for_the_words_of_the_page():
    question = question_named("consent.agree")
    for language, words in zip(("en", "es"), CURRENT, strict=True):
        with override(language):
            assert fields_of(question)["consent_agree"].widget.attrs["value"] == words.value
            assert step_named("consent").introduction == words.text


SNAPSHOTS = [
    ("in English", CURRENT[0].value, ("2026.11", "en", CURRENT[0].text, CURRENT[0].sha256, "Canary Larkspur")),
    ("in Spanish", CURRENT[1].value, ("2026.11", "es", CURRENT[1].text, CURRENT[1].sha256, "Canary Larkspur")),
    ("words that no version ever had", "consent@2020:0", ("", "", "", "", "Canary Larkspur")),
]


@pytest.mark.parametrize(("why", "value", "kept"), SNAPSHOTS, ids=[row[0] for row in SNAPSHOTS])
def test_snapshot(why, value, kept):
    document = filled(("consent", {"consent_agree": value, "consent_signature": "Canary Larkspur"}))
    assert tuple(snapshot(document).values()) == kept


def test_nothing_agreed_to_nothing_kept():
    assert snapshot(new()) == {"version": "", "language": "", "text": "", "sha256": "", "signature": ""}


def test_english_is_the_value_that_tests_and_the_demo_send():
    assert CURRENT[0].value == AGREED
