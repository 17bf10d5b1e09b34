"""What a clinician can meet: the queue, the record and its review, labs, safety events."""

import uuid
from typing import Any
from unittest import mock

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from clinic.labs.services import request_labs, settle
from clinic.models import LabRequest
from clinic.queue import views as queue
from clinic.review import services as review
from desk import work
from desk.models import Task
from intake.evaluations.services import evaluate
from intake.models import Case, SafetyEvent
from intake.safety.services import close_event, not_safe
from tests.clinic.factories import DAY, again, drafted, newer_evaluation, opened, row, sent, unsafe
from tests.clinic.form import UNSURE, Document, form, medicine
from tests.clinic.review.test_sign import words
from tests.clinic.staff import make, signed_in
from tests.looks.patients import whole
from vault.seal import erase

RICH = whole(form(
    medicine(),
    medicine(agent="venlafaxine-xr", highest_dose=UNSURE, weeks_at_50=..., weeks_at_75=UNSURE, adherence=UNSURE, wore_off="yes"),
    medicine(agent="aripiprazole", highest_dose=5, weeks_at_50=..., added_to="m-00000001", stopped_because=["side_effects"]),
    phq9__item9=1, exclude__bipolar=UNSURE, exclude__substances="yes", treatments__had=["ect"], treatments__rest="no", medicines__unnamed="1",
))  # fmt: skip
CLOSING = {
    "outcome": "spoken_with",
    "note": "Spoke at noon; somebody is with them; called again at four.",
    "plan": "Her sister stays; we call tomorrow at nine.",
}


def record(case: Case, query: str = "") -> HttpResponse:
    return signed_in().get(f"/clinic/review/{case.public_id}/{query}")


def sign(case: Case, said: dict[str, str]) -> HttpResponse:
    return signed_in().post(f"/clinic/review/{case.public_id}/sign/", said)


def signed(document: Document | None = None, decision: str = "agree", times: int = 1) -> Case:
    case = sent(document)
    for number in range(times):
        found = {
            "reason": f"Confirmed with the pharmacy, {number}.",
            "diagnosis": "unsure",
            "severity": "mild",
            "exclusions": {"bipolar": "absent"},
        }
        review.sign(
            case=again(case),
            evaluation_id=case.evaluation_id,
            findings=found,
            name="Robin Ash",
            by=make(),
            decision=decision,
            plans_visit=True,
        )
    return again(case)


def _read_again() -> Case:
    case = signed(RICH)
    evaluate(case_id=case.pk)
    return again(case)


def _queue(page: str = "") -> HttpResponse:
    """One of everything that can stand there."""
    unsafe(row(name="Robin Underhill"), 1)
    acute, late, taken = opened(state="started"), unsafe(row(), 2), unsafe(row(), 1)
    not_safe(case=acute, by=acute.patient)
    Task.objects.filter(key__contains=str(late.pk)).update(due_at=timezone.now() - DAY)
    work.acknowledge(task=Task.objects.get(key__contains=str(taken.pk)), by=make())
    row(psychotic_features=True, recent_birth=True, item9_unknown=True, days=3)
    labelled = row(state="in_review", reviewer=make(), conclusion="undetermined")
    _late_lab(labelled)
    signed(decision="needs_more")
    erase(row(name="Nobody").data_key)
    return signed_in("lead").get(f"/clinic/{page}")


def _late_lab(case: Case) -> None:
    request_labs(case=case, labs=["tsh"], due_in_days=1, by=make())
    LabRequest.objects.update(due_at=timezone.now() - DAY)


def _queue_of_pages() -> HttpResponse:
    cases = [row(days=1) for _ in range(7)]
    with mock.patch.object(queue, "PAGE", 3):
        return signed_in().get(f"/clinic/?after={cases[3].public_id}")


def _labs_all_states() -> HttpResponse:
    case = sent(RICH)
    for lab, state in zip(["tsh", "b12", "folate"], ["requested", "resulted", "waived"], strict=True):
        made = request_labs(case=case, labs=[lab], due_in_days=7, by=make())
        if state != "requested":
            settle(request=made[0], state=state, by=make())
    return record(case)


def _newer() -> HttpResponse:
    case = sent()
    said = words(case)
    newer_evaluation(case)
    return sign(case, said)


def event(value: int = 2) -> SafetyEvent:
    return unsafe(drafted(form()).case, value)


def at(found: SafetyEvent, client: Client | None = None) -> HttpResponse:
    return (client or signed_in()).get(f"/clinic/safety/{found.pk}/")


def _taken_on() -> HttpResponse:
    found, client = event(), signed_in()
    return client.post(f"/clinic/safety/{found.pk}/acknowledge/", follow=True)


def _said_so() -> HttpResponse:
    case = opened(state="started")
    return at(not_safe(case=case, by=case.patient))


def _closed(*, twice: bool = False) -> HttpResponse:
    found, by = event(), make()
    close_event(event=found, **CLOSING, by=by)
    return signed_in().post(f"/clinic/safety/{found.pk}/close/", CLOSING) if twice else at(found)


def labs(posted: dict[str, Any] | None = None) -> HttpResponse:
    path, client = f"/clinic/labs/{sent().public_id}/request/", signed_in()
    return client.get(path) if posted is None else client.post(path, posted)


def _erased() -> HttpResponse:
    case = sent()
    erase(case.data_key)
    return record(case)


def _taken_by_another() -> HttpResponse:
    case = sent()
    review.take(case=case, by=make(name="Ash Rowan"))
    return signed_in().post(f"/clinic/review/{case.public_id}/take/")


def _took() -> HttpResponse:
    return signed_in().post(f"/clinic/review/{sent(RICH).public_id}/take/", follow=True)


PAGES = [
    ("an empty queue", 200, lambda: signed_in().get("/clinic/")),
    ("a queue with one of everything", 200, _queue),
    ("a queue of several pages", 200, _queue_of_pages),
    ("a queue asked for what there is not", 422, lambda: signed_in().get("/clinic/?state=none")),
    ("a record", 200, lambda: record(sent())),
    ("a record with much in it", 200, lambda: record(sent(RICH))),
    ("a record under another profile", 200, lambda: record(sent(RICH), "?profile=strict_form")),
    ("a record that the rules have not read", 200, lambda: record(sent(evaluated=False))),
    ("a record before the form is sent", 200, lambda: record(opened(state="started"))),
    ("a record that was erased", 200, _erased),
    ("a record with labs", 200, _labs_all_states),
    ("a record taken on", 200, _took),
    ("a record that somebody else has", 409, _taken_by_another),
    ("every task", 200, lambda: _queue("tasks/")),
    ("every task where there is none", 200, lambda: signed_in().get("/clinic/tasks/")),
    ("a record with a safety event", 200, lambda: record(unsafe(sent()).case)),
    ("a review left empty", 422, lambda: sign((case := sent()), {"evaluation": str(case.evaluation_id), "review": str(uuid.uuid4())})),
    ("a review under another name", 422, lambda: sign((case := sent()), words(case, name="Somebody"))),
    ("a review of an older evaluation", 409, _newer),
    ("a signed record", 200, lambda: record(signed())),
    ("a signed record that the rules read again", 200, lambda: record(_read_again())),
    ("a record signed three times", 200, lambda: record(signed(RICH, times=3))),
    ("asked for more", 200, lambda: record(signed(decision="needs_more"))),
    ("labs to ask for", 200, labs),
    ("labs, none ticked", 422, lambda: labs({"due_in_days": "soon"})),
    ("a safety event", 200, lambda: at(event())),
    ("a safety event that somebody took on", 200, _taken_on),
    ("a safety event said in so many words", 200, _said_so),
    ("a safety event closed without a word", 422, lambda: signed_in().post(f"/clinic/safety/{event().pk}/close/", {})),
    ("a safety event closed meanwhile", 409, lambda: _closed(twice=True)),
    ("a safety event that is closed", 200, _closed),
]
