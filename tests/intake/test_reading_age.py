"""What patients read can be read by a twelve-year-old (school grade 6), and is there in Spanish."""

import re

import pytest

from intake.questionnaire.agreement import EVERY
from tests.intake.patient_words import everything
from tests.intake.reading_age import ENOUGH, grade, long_words, syllables, words
from tests.locale.test_catalogue import PO, entries

HIGHEST = 6
# Names without a plainer word: who has the thing knows it by this name, and a doctor says it. In a sentence each reads as one short word.
NAMES = {
    "of illnesses": "depression bipolar disorder schizophrenia schizoaffective dementia alzheimer's psychosis fibromyalgia epilepsy hepatitis "
    "personality borderline metabolic irritable ulcerative colitis cholesterol aneurysm inflammation",
    "of medicines and what the body makes": "esketamine testosterone penicillin homocysteine antibodies medicine medicines",
    "of treatments and devices": "pacemaker stimulator relationships",
    "that help in danger goes by": "emergency emergencies",
}
PLAIN = {word for names in NAMES.values() for word in names.split()}
# Whole texts that stay as they are, each with its reason.
STAY = {
    "If you work here, sign in, or ask a lead or an administrator of your clinic.": "said to staff",
    "Open a demo invitation, as a patient would": "said to who tries the demo",
    "Enter an email address like name@example.com.": "the example is most of it",
}
TEXTS = everything()


def read_as(text: str) -> str:
    """With each name as one short word."""
    return re.sub(r"[\w'’]+", lambda found: "it" if found[0].lower().replace("’", "'") in PLAIN else found[0], text)


def too_hard(text: str) -> str | None:
    """What makes a text too hard to read, or nothing."""
    plain = read_as(text)
    if text in STAY or not words(plain):
        return None
    if len(words(plain)) >= ENOUGH:
        return f"grade {grade(plain):.1f}" if grade(plain) > HIGHEST else None
    return ", ".join(long_words(plain)) or None


def test_each_text():
    found = {text: why for text in TEXTS if (why := too_hard(text))}
    assert not found, [f"{TEXTS[text]}: {text!r}: {why}" for text, why in found.items()]


def test_a_hard_text_is_found():
    assert too_hard("Antidepressant administration necessitates continuous multidisciplinary evaluation and documentation.")
    assert too_hard("Multidisciplinary")


@pytest.mark.parametrize("each", [each for each in EVERY if each.language == "en"], ids=lambda each: each.version)
def test_the_words_that_are_agreed_to(each):
    assert grade(each.text) <= HIGHEST


def test_no_exception_without_its_text():
    assert set(STAY) <= set(TEXTS)
    said = {word.lower().replace("’", "'") for text in TEXTS for word in words(text)}
    assert said >= PLAIN


def test_there_is_something_to_read():
    assert len(TEXTS) > 600


GRADES = [
    ("short words", "We ask you a few things. You may stop at any time.", 3),
    ("one long sentence of long words", "Antidepressant administration necessitates continuous multidisciplinary evaluation and documentation.", 25),
]  # fmt: skip


@pytest.mark.parametrize(("why", "text", "about"), GRADES, ids=[row[0] for row in GRADES])
def test_the_formula(why, text, about):
    assert grade(text) <= about if about < HIGHEST else grade(text) >= about


@pytest.mark.parametrize(
    ("word", "count"), [("time", 1), ("table", 2), ("wanted", 2), ("helped", 1), ("times", 1), ("changes", 2), ("medicine", 3), ("2024", 1)]
)
def test_syllables(word, count):
    assert syllables(word) == count


SPOKEN = {key if isinstance(key, str) else key[0] for key in entries(PO.read_text("utf-8"))}


def test_nothing_that_patients_read_is_left_in_english():
    assert [f"{TEXTS[text]}: {text!r}" for text in TEXTS if text not in SPOKEN and text not in STAY] == []
