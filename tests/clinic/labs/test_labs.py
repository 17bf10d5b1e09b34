"""Labs: offered by label, asked for once, settled by a person, shown when late."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models.functions import Now

from audit.models import Entry
from clinic.labs import services
from clinic.labs.forms import LabsForm
from clinic.models import LabRequest
from intake.models import Case
from intake.questionnaire.labs import LABS
from tests.clinic.factories import sent
from tests.clinic.staff import make, signed_in
from vault.seal import erase

pytestmark = pytest.mark.django_db
WRONG = [
    ("nothing ticked", {"due_in_days": "14"}, "Tick at least one lab"),
    ("no day", {"a": ["tsh"]}, "Enter the days as a number"),
    ("a word for a number", {"a": ["tsh"], "due_in_days": "soon"}, "Enter the days as a number"),
    ("yesterday", {"a": ["tsh"], "due_in_days": "0"}, "from 1 to 180"),
    ("a lab that is not on the list", {"a": ["horoscope"], "due_in_days": "14"}, "Choose labs from this list"),
    ("a lab under another label", {"b": ["tsh"], "due_in_days": "14"}, "Choose labs from this list"),
    *[(f"label D: {lab.id}", {"c": [lab.id], "due_in_days": "14"}, "Choose labs from this list") for lab in LABS if lab.evidence == "D"][
        :2
    ],
]


@pytest.fixture
def case() -> Case:
    return sent()


def asked(case: Case, *labs: str, days: int = 14) -> list[LabRequest]:
    return services.request_labs(case=case, labs=labs, due_in_days=days, by=make())


def late(case: Case) -> LabRequest:
    (request,) = asked(case, "tsh")
    LabRequest.objects.update(due_at=Now() - datetime.timedelta(minutes=1))
    return request


def test_labs_are_offered_by_label_and_what_is_not_supported_never_is() -> None:
    offered = {evidence: {value for value, _ in LabsForm().fields[evidence.lower()].choices} for evidence in "ABC"}
    for evidence in "ABC":
        assert offered[evidence] == {lab.id for lab in LABS if lab.evidence == evidence}
    assert not {lab.id for lab in LABS if lab.evidence == "D"} & set().union(*offered.values())


def test_nothing_is_ticked_beforehand_and_investigational_labs_are_folded_away(case: Case) -> None:
    page = signed_in("clinician").get(f"/clinic/labs/{case.public_id}/request/").content.decode()
    assert " checked" not in page
    assert "<details>" in page


def test_asking_writes_the_requests_and_returns_to_the_record(case: Case) -> None:
    client = signed_in("clinician")
    answer = client.post(f"/clinic/labs/{case.public_id}/request/", {"a": ["tsh", "cbc"], "due_in_days": "14"})
    assert (answer.status_code, answer["Location"]) == (303, f"/clinic/review/{case.public_id}/#labs")
    page = client.get(f"/clinic/review/{case.public_id}/").content.decode()
    assert "CBC with differential" in page
    assert "requested by Robin Ash" in page


@pytest.mark.parametrize(("why", "said", "words"), WRONG, ids=[row[0] for row in WRONG])
def test_what_cannot_be_asked_is_said_so(case: Case, why: str, said: dict, words: str) -> None:
    answer = signed_in("clinician").post(f"/clinic/labs/{case.public_id}/request/", said)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not LabRequest.objects.exists()


def test_a_lab_that_is_asked_for_is_not_asked_for_twice_until_it_is_settled(case: Case) -> None:
    (first,) = asked(case, "tsh")
    assert [request.lab for request in asked(case, "tsh", "cbc", "cbc")] == ["cbc"]
    services.settle(request=first, state="resulted", by=make())
    assert [request.lab for request in asked(case, "tsh")] == ["tsh"]


@pytest.mark.parametrize("labs", [["nothing"], ["tsh", next(lab.id for lab in LABS if lab.evidence == "D")]])
def test_the_service_orders_nothing_if_one_cannot_be(case: Case, labs: list[str]) -> None:
    with pytest.raises(services.NotOrderable):
        asked(case, *labs)
    assert not LabRequest.objects.exists()


@pytest.mark.parametrize(("button", "state", "words"), [("resulted", "resulted", "result is there"), ("waived", "waived", "waived")])
def test_a_lab_is_settled_by_a_person_and_stays_so(case: Case, button: str, state: str, words: str) -> None:
    request = late(case)
    client = signed_in("clinician")
    for each in (button, "waived", "resulted"):
        assert client.post(f"/clinic/labs/{request.pk}/{each}/").status_code == 303
    request.refresh_from_db()
    assert (request.state, request.settled_by) == (state, client.staff)
    page = client.get(f"/clinic/review/{case.public_id}/").content.decode()
    assert words in page
    assert "Overdue" not in page


def test_what_is_late_is_said_on_the_record_and_in_the_queue(case: Case) -> None:
    late(case)
    client = signed_in("clinician")
    page = client.get(f"/clinic/review/{case.public_id}/").content.decode()
    assert "TSH overdue" in page
    assert "<strong>Overdue</strong>" in page
    assert "1 lab overdue" in client.get("/clinic/").content.decode()


def test_what_is_not_late_yet_is_not_said_to_be(case: Case) -> None:
    asked(case, "tsh", days=1)
    assert "verdue" not in signed_in("clinician").get(f"/clinic/review/{case.public_id}/").content.decode()


@pytest.mark.parametrize("role", ["scheduler", "administrator"])
def test_nobody_else_asks_or_settles(case: Case, role: str) -> None:
    request, client = late(case), signed_in(role)
    for path in (f"{case.public_id}/request/", f"{request.pk}/resulted/", f"{request.pk}/waived/"):
        assert client.post(f"/clinic/labs/{path}", {"a": ["cbc"], "due_in_days": "14"}).status_code == 403
    with pytest.raises(PermissionDenied):
        services.settle(request=request, state="waived", by=client.staff)
    with pytest.raises(PermissionDenied):
        services.request_labs(case=case, labs=["cbc"], due_in_days=1, by=client.staff)
    assert LabRequest.objects.filter(state="requested").count() == 1


def test_asking_and_settling_are_on_record(case: Case) -> None:
    request = late(case)
    services.settle(request=request, state="waived", by=make())
    assert Entry.objects.get(action="labs.requested").detail == {"labs": 1, "due_in_days": 14}
    assert Entry.objects.get(action="lab.settled").detail == {"state": "waived"}


def test_nothing_is_asked_of_an_erased_person(case: Case) -> None:
    erase(case.data_key)
    assert signed_in("clinician").get(f"/clinic/labs/{case.public_id}/request/").status_code == 404
