"""A signed review is read by the rules: a new evaluation beside the earlier one, and the record says what moved."""

from typing import Any

import pytest

from clinic.models import Review
from clinic.review import confirmed, services
from intake.evaluations.again import reevaluate
from intake.evaluations.report import history_of
from intake.evaluations.services import evaluate, evaluate_waiting
from intake.history.confirmed import Confirmed
from intake.models import Case, Evaluation
from tests.clinic.factories import again, newer_evaluation, sent
from tests.clinic.form import UNSURE, form, medicine
from tests.clinic.staff import make, signed_in

pytestmark = pytest.mark.django_db
SECOND = medicine(agent="duloxetine", highest_dose=60, weeks_at_50=..., weeks_at_60="8_more")
CLEAR = {"bipolar": "absent", "primary_psychotic_disorder": "absent"}


def sign(case: Case, severity: str = "not_assessed", decision: str = "agree", **exclusions: str) -> Review:
    found = {"reason": "because", "diagnosis": "confirmed", "severity": severity, "exclusions": exclusions}
    by = make(second_factor=False)
    return services.sign(
        case=again(case), evaluation_id=again(case).evaluation_id, findings=found, name=by.name, by=by, decision=decision, plans_visit=False
    )


def caveats(case: Case) -> list[tuple[str, str]]:
    report = again(case).evaluation.document["report"]
    return [(each["condition"], each["because"]) for each in report["profiles"]["intake_screen"]["caveats"]]


def page(case: Case) -> str:
    return " ".join(signed_in().get(f"/clinic/review/{case.public_id}/").content.decode().split())


OPEN = [("bipolar", "not_confirmed"), ("primary_psychotic_disorder", "not_confirmed")]
CONFIRMED: list[tuple[str, dict[str, Any], list[dict[str, str]], list[tuple[str, str]], str]] = [
    ("both are confirmed absent", {}, [CLEAR], [], "met"),
    ("one is, the other was not checked", {}, [CLEAR | {"bipolar": "not_checked"}], OPEN[:1], "met"),
    ("neither was checked", {}, [dict.fromkeys(CLEAR, "not_checked")], OPEN, "met"),
    ("one is there", {}, [CLEAR | {"bipolar": "present"}], [], "excluded"),
    ("nobody knew and now it is absent", {"exclude__bipolar": UNSURE}, [CLEAR], [], "met"),
    ("the person said yes and it is absent", {"exclude__bipolar": "yes"}, [CLEAR], [], "met"),
    ("confirmed, then corrected", {}, [CLEAR, CLEAR | {"bipolar": "present"}], [], "excluded"),
    ("confirmed, then taken back", {}, [CLEAR, CLEAR | {"bipolar": "not_checked"}], OPEN[:1], "met"),
    ("confirmed, then a review that does not speak of it", {}, [CLEAR, {"dementia": "absent"}], [], "met"),
]


@pytest.mark.parametrize(("why", "said", "reviews", "left", "conclusion"), CONFIRMED, ids=[row[0] for row in CONFIRMED])
def test_what_was_confirmed_is_read(why: str, said: dict, reviews: list, left: list, conclusion: str) -> None:
    case = sent(form(medicine(), SECOND, **said))
    for exclusions in reviews:
        sign(case, **exclusions)
        evaluate(case_id=case.pk)
    assert caveats(case) == left
    assert again(case).conclusion == conclusion


def test_the_earlier_evaluation_stays_and_the_review_stands_on_it() -> None:
    case = sent(form(medicine(), SECOND))
    first = case.evaluation
    review = sign(case, severity="severe", **CLEAR)
    assert again(case).evaluation == first, "the worker reads, not the page"
    assert evaluate_waiting() == 1
    assert (Evaluation.objects.count(), review.evaluation, again(case).awaits_evaluation) == (2, first, False)
    assert again(case).evaluation != first


def test_a_review_that_confirms_nothing_makes_no_evaluation() -> None:
    case = sent()
    sign(case, **dict.fromkeys(CLEAR, "not_checked"))
    evaluate(case_id=case.pk)
    assert Evaluation.objects.count() == 1
    assert not again(case).awaits_evaluation


SEVERITIES = [(word, word) for word in ("subsyndromal", "mild", "moderate", "severe")] + [("not_assessed", None)]


@pytest.mark.parametrize(("word", "read"), SEVERITIES)
def test_how_severe_it_is_is_read_too(word: str, read: str | None) -> None:
    case = sent()
    sign(case, severity=word)
    assert confirmed.of(again(case).submission) == Confirmed(read, {})
    assert history_of(again(case).submission)["episode"]["severity"] == read


def test_new_rules_forget_nothing_that_was_confirmed() -> None:
    case = sent(form(medicine(), SECOND))
    sign(case, **CLEAR)
    list(reevaluate(profile="intake_screen", everything=True))
    assert caveats(case) == []


def test_the_record_says_what_moved() -> None:
    case = sent(form(medicine(), SECOND))
    sign(case, severity="severe", **CLEAR)
    assert "The rules are reading the answers again" in page(case)
    evaluate(case_id=case.pk)
    shown = page(case)
    for words in (
        "The rules read the answers again, with what the review confirms.",
        "Bipolar disorder: no longer open",
        "Primary psychotic disorder: no longer open",
        "Maudsley Staging Method:",
    ):
        assert words in shown
    assert "The rules are reading the answers again" not in shown


def test_the_record_says_that_a_conclusion_moved() -> None:
    case = sent(form(medicine(), SECOND))
    sign(case, **CLEAR | {"bipolar": "present"})
    evaluate(case_id=case.pk)
    assert "Possible TRD → Check the diagnosis first" in page(case)


@pytest.mark.parametrize("decision", ["agree", "disagree", "needs_more"])
def test_whatever_was_decided_what_was_confirmed_counts(decision: str) -> None:
    case = sent()
    sign(case, decision=decision, **CLEAR)
    evaluate(case_id=case.pk)
    assert caveats(case) == []


def test_newer_rules_alone_are_told_apart() -> None:
    case = sent()
    sign(case)
    evaluate(case_id=case.pk)
    newer_evaluation(case)
    shown = page(case)
    assert "found the same facts" in shown
    assert "Nothing came out otherwise." in shown


def test_nothing_moved_where_nothing_newer_stands() -> None:
    case = sent()
    sign(case)
    assert 'id="moved"' not in page(case)
