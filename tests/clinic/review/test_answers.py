"""The person's own answers as the record groups them: totals with their published words, and no partial total."""

import pytest

from clinic.review.answers import parts, set_aside
from intake.questionnaire.steps.consent import AGREED
from tests.intake.filling import ENTRY, OTHER, filled

GAD7 = "&".join(f"gad7_item{number}=2" for number in range(1, 8))
PEG = "peg_item1=7&peg_item2=6&peg_item3=7"
CASES = [
    ("all answered", [("gad7", GAD7)], "gad7", "Total 14 of 21: moderate"),
    ("one open", [("gad7", GAD7.replace("gad7_item7=2", ""))], "gad7", "No total: not every item was answered"),
    ("skipped", [("gad7", GAD7 + "&gad7_skip=yes")], "gad7", "No total: not every item was answered"),
    ("the cut depends on sex", [("about-you", "about_sex=male"), ("auditc", "auditc_item1=3"), ("more-b", "auditc_item2=0&auditc_item3=0")],
     "auditc", "Total 3 of 12: below the cut of 4 for men"),
    ("sex not known: the lower cut, and it says so", [("auditc", "auditc_item1=3"), ("more-b", "auditc_item2=0&auditc_item3=0")],
     "auditc", "Total 3 of 12: at or above 3, the lower of two cuts (sex at birth is not known)"),
    ("never drinks", [("auditc", "auditc_item1=0")], "auditc", "Total 0 of 12: below 3, the lower of two cuts (sex at birth is not known)"),
    ("a mean, without bands", [("peg", PEG)], "peg", "Total 6.7 of 10"),
    ("a screen without a total", [("taps1", "taps1_item1=0")], "taps1", "This screen has no total"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "pages", "slug", "total"), CASES, ids=[row[0] for row in CASES])
def test_total(why, pages, slug, total):
    found = {part.slug: part for part in parts(filled(*pages))}
    assert found[slug].total == total
    assert found[slug].note


WISHES = [
    ("labs_asked_usual=tsh", "A – guideline-supported"),
    ("labs_asked_indicated=ferritin", "B – when indicated"),
    ("labs_asked_studied=hs-crp", "C – investigational"),
    ("labs_asked_discuss=mthfr", "D – not supported: wants to discuss"),
]


@pytest.mark.parametrize(("fields", "label"), WISHES)
def test_a_wish_for_a_test_carries_its_evidence_label(fields, label):
    (part,) = parts(filled(("labs-asked", fields)))
    assert [str(row.label) for row in part.rows] == [label]
    assert part.rows[0].state == "answered"


def test_results_that_the_person_has_stand_with_their_test():
    (part,) = parts(filled(("labs-had", "labs_had_which=tsh&labs_had_who=here"), ("more-e", "lab_tsh_value=2.1&lab_tsh_unit=mIU/L")))
    assert [(row.label, row.words) for row in part.rows][2:] == [
        ("Thyroid test (TSH): The result", "2.1"),
        ("Thyroid test (TSH): The unit, if one is given", "mIU/L"),
    ]


def test_what_was_agreed_to_comes_last_with_the_hash_of_its_words():
    said = filled(
        ("consent", {"consent_agree": AGREED, "consent_signature": "Canary"}), ("labs-asked", "labs_asked_usual=tsh"), ("peg", PEG)
    )
    last = parts(said)[-1]
    assert (last.slug, last.note) == ("consent", f"Text 2026.11 (en), SHA-256 {AGREED.split(':')[1][:12]}…")


def test_what_was_not_answered_has_no_part():
    assert [part.slug for part in parts(filled(("peg", PEG)))] == ["peg"]


LISTED_TWICE = [
    ("one time", "no", ["Zoloft (sertraline)"]),
    ("two separate times", "yes", []),
    ("not sure", "not_sure", []),
]


@pytest.mark.parametrize(("why", "said", "shown"), LISTED_TWICE, ids=[row[0] for row in LISTED_TWICE])
def test_a_medicine_listed_twice_and_taken_once_is_named(why, said, shown):
    document = filled(("which", "agent=sertraline", ENTRY), ("which", "agent=sertraline", OTHER), ("same", f"twice={said}", OTHER))
    assert [quote.words for quote in set_aside(document)] == shown
