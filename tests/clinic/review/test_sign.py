"""Signing: bound to what was read, written once, and the case follows."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied

from audit.models import Entry
from clinic.models import Review
from clinic.review import services
from desk.models import Task
from intake import cases
from intake.models import Case
from tests.clinic.factories import again, newer_evaluation, sent
from tests.clinic.staff import make, signed_in

pytestmark = pytest.mark.django_db
WORDS = {
    "diagnosis": "confirmed", "severity": "moderate", "exclusion_bipolar": "absent", "exclusion_primary_psychotic_disorder": "not_checked",
    "decision": "agree", "reason": "Canary: confirmed with the pharmacy.", "plans_visit": "yes", "name": "Robin Ash",
}  # fmt: skip
MOVES = [
    ("agreed, to be seen", "agree", True, "signed", True),
    ("agreed, not to be seen", "agree", False, "signed", False),
    ("disagreed, and seen all the same", "disagree", True, "signed", True),
    ("more is needed: the patient is asked, no visit", "needs_more", True, "waiting_for_patient", False),
]
LEFT_OUT = [
    "diagnosis",
    "severity",
    "exclusion_bipolar",
    "exclusion_primary_psychotic_disorder",
    "decision",
    "reason",
    "plans_visit",
    "name",
]


@pytest.fixture
def case() -> Case:
    return sent()


def words(case: Case, **changed: str) -> dict[str, str]:
    return WORDS | {"evaluation": str(case.evaluation_id), "review": str(uuid.uuid4())} | changed


def post(case: Case, said: dict[str, str], client=None, query: str = ""):
    return (client or signed_in("clinician")).post(f"/clinic/review/{case.public_id}/sign/{query}", said)


def signing(case: Case, decision: str = "agree", plans_visit: bool = True, **more) -> Review:
    found = {"reason": "because", "diagnosis": "unsure", "severity": "mild", "exclusions": {}}
    given = {"case": case, "evaluation_id": case.evaluation_id, "findings": found, "name": "Robin Ash", "by": make(), "decision": decision}
    return services.sign(**given | {"plans_visit": plans_visit} | more)


def test_a_signed_review_holds_what_was_read_and_who_signed(case: Case) -> None:
    client = signed_in("clinician")
    answer = post(case, words(case), client)
    review = Review.objects.select_related("case__data_key").get()
    assert (answer.status_code, answer["Location"]) == (303, f"/clinic/review/{case.public_id}/#reviews")
    assert (review.submission_id, review.evaluation_id, review.profile) == (case.submission_id, case.evaluation_id, "intake_screen")
    assert review.words["exclusions"] == {"bipolar": "absent", "primary_psychotic_disorder": "not_checked"}
    assert review.signed_by == client.staff
    shown = client.get(f"/clinic/review/{case.public_id}/").content.decode()
    assert "Canary: confirmed with the pharmacy." in shown
    assert "Correct it with a new review" in shown


@pytest.mark.parametrize(("why", "decision", "plans", "state", "planned"), MOVES, ids=[row[0] for row in MOVES])
def test_the_case_follows(case: Case, why: str, decision: str, plans: bool, state: str, planned: bool) -> None:
    signing(case, decision, plans)
    after = again(case)
    assert (after.state, after.plans_visit) == (state, planned)
    assert Task.objects.waiting().filter(kind="ask_patient", case=case.public_id).exists() == (decision == "needs_more")


def test_a_correction_is_a_new_review_and_ends_the_call_of_the_first(case: Case) -> None:
    signing(case, "needs_more")
    signing(again(case), "agree")
    assert Review.objects.count() == 2
    assert again(case).state == "signed"
    assert not Task.objects.waiting().filter(kind="ask_patient").exists()


def test_a_correction_after_the_booking_leaves_the_visit_alone(case: Case) -> None:
    signing(case)
    cases.move(case=again(case), to="scheduled", by=make("scheduler").actor)
    signing(again(case), "disagree", plans_visit=False)
    after = again(case)
    assert (after.state, after.plans_visit) == ("scheduled", False)


def test_what_was_read_is_what_is_signed_or_nothing_is(case: Case) -> None:
    said = words(case)
    newer = newer_evaluation(case)
    client = signed_in("clinician")
    answer = post(case, said, client)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert not Review.objects.exists()
    assert "a newer evaluation stands" in shown
    assert "Canary: confirmed with the pharmacy." in shown, "nothing typed is lost"
    assert f'value="{newer.pk}"' in shown, "and it can be signed for the newer one"


@pytest.mark.parametrize("evaluation", [None, uuid.UUID(int=0)])
def test_an_evaluation_that_was_never_there_signs_nothing(case: Case, evaluation: uuid.UUID | None) -> None:
    with pytest.raises(services.Outdated):
        signing(case, evaluation_id=evaluation)


def test_sending_twice_is_one_review(case: Case) -> None:
    client, said = signed_in("clinician"), words(case)
    assert [post(case, said, client).status_code for _ in range(2)] == [303, 303]
    assert Review.objects.count() == 1
    assert Entry.objects.filter(action="review.signed").count() == 1


def test_a_review_of_another_person_is_not_mistaken_for_this_one(case: Case) -> None:
    other = sent()
    first = signing(other)
    with pytest.raises(Exception, match="duplicate|unique"):
        signing(case, review_id=first.pk)


@pytest.mark.parametrize("field", LEFT_OUT)
def test_each_question_must_be_answered_and_nothing_typed_is_lost(case: Case, field: str) -> None:
    said = words(case)
    del said[field]
    answer = post(case, said)
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert not Review.objects.exists()
    assert "This field is required" not in shown
    assert field == "reason" or "Canary: confirmed with the pharmacy." in shown


NAMES = [
    ("as in the account", "Robin Ash", 303),
    ("in small letters, with a space", "  robin   ash ", 303),
    ("somebody else's", "Sam Fields", 422),
    ("a piece of it", "Robin", 422),
]


@pytest.mark.parametrize(("why", "name", "status"), NAMES, ids=[row[0] for row in NAMES])
def test_the_signature_is_the_signers_own_name(case: Case, why: str, name: str, status: int) -> None:
    assert post(case, words(case, name=name)).status_code == status


def test_the_exclusions_confirmed_are_those_of_the_rule_read(case: Case) -> None:
    said = words(case, exclusion_psychosis="present")
    assert post(case, said, query="?profile=tms_one").status_code == 303
    review = Review.objects.select_related("case__data_key").get()
    assert (review.profile, review.words["exclusions"]["psychosis"]) == ("tms_one", "present")


def test_who_may_not_read_answers_signs_nothing(case: Case) -> None:
    for role in ("scheduler", "administrator"):
        assert post(case, words(case), signed_in(role)).status_code == 403
        with pytest.raises(PermissionDenied):
            signing(case, by=make(role))
    assert not Review.objects.exists()


def test_a_closed_case_is_signed_no_more(case: Case) -> None:
    cases.move(case=case, to="closed", by=make("lead").actor)
    assert post(case, words(case)).status_code == 409
    with pytest.raises(cases.NotAllowed):
        signing(again(case))


def test_a_form_that_no_rule_has_read_is_not_signed() -> None:
    case = sent(evaluated=False)
    assert post(case, WORDS | {"evaluation": str(uuid.uuid4()), "review": str(uuid.uuid4())}).status_code == 409


def test_the_reason_stands_in_no_audit_row(case: Case) -> None:
    post(case, words(case))
    entry = Entry.objects.get(action="review.signed")
    assert "Canary" not in str(entry.detail)
    assert entry.detail["decision"] == "agree"


def test_a_case_is_taken_by_a_button_and_not_by_reading(case: Case) -> None:
    client = signed_in("clinician")
    assert client.get(f"/clinic/review/{case.public_id}/take/").status_code == 405
    assert client.post(f"/clinic/review/{case.public_id}/take/").status_code == 303
    after = again(case)
    assert (after.state, after.reviewer_id) == ("in_review", client.staff.pk)


def test_a_patients_session_signs_nothing(case: Case) -> None:
    with pytest.raises(AttributeError):
        services.sign(
            case=case, by=case.patient, evaluation_id=case.evaluation_id, decision="agree", findings={}, plans_visit=True, name="x"
        )


def test_the_errors_stand_in_the_order_of_the_questions_each_saying_what_to_do(case: Case) -> None:
    answer = post(case, {"evaluation": str(case.evaluation_id), "review": str(uuid.uuid4())})
    shown = answer.content.decode()
    todos = [errors[0] for errors in answer.context["form"].errors.values()]
    assert len(set(todos)) == len(todos)
    for field in LEFT_OUT:
        assert f"#id_{field}" in shown
    assert f'href="/clinic/review/{case.public_id}/?profile=' in shown, "links of the page lead to the record, not back into the form"
