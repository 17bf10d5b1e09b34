"""What staff meet around a safety event: tries, a second reader, the roster, the daily test."""

from django.http import HttpResponse
from django.utils import timezone

from desk.escalation import climb, drill, roster
from desk.models import OnCall, Task
from intake.models import SafetyEvent
from intake.safety.second_reader import note_attempt, read_closing
from intake.safety.services import close_event, not_safe, raise_by_staff
from tests.clinic.factories import opened, unsafe
from tests.clinic.staff import make, signed_in
from tests.looks.records import CLOSING

ON_CALL = "/clinic/safety/on-call/"
LONG = "Rang three times, then their sister, who went there. " * 6


def _event() -> SafetyEvent:
    return unsafe(opened(state="started"), 2)


def _at(event: SafetyEvent, role: str = "clinician") -> HttpResponse:
    return signed_in(role).get(f"/clinic/safety/{event.pk}/")


def _post(event: SafetyEvent, button: str) -> HttpResponse:
    return signed_in("lead").post(f"/clinic/safety/{event.pk}/{button}/", {})


def _tried() -> HttpResponse:
    case, by = opened(state="started"), make()
    _somebody()
    event = not_safe(case=case, by=case.patient)  # its first page leaves whatever the hour
    climb.climb()
    for how, outcome in (("phone", "no_answer"), ("contact", "spoke")):
        note_attempt(event=event, how=how, outcome=outcome, note=LONG, by=by)
    return _at(event)


def _closed(agreed: bool | None = None) -> SafetyEvent:
    event = _event()
    closing = close_event(event=event, **CLOSING, by=make())
    if agreed is not None:
        read_closing(closing=closing, agreed=agreed, note=LONG, by=make("lead"))
    return event


def _raised() -> SafetyEvent:
    return raise_by_staff(case=opened(state="started"), tier=3, reason=LONG, by=make("scheduler"))


def _somebody() -> None:
    for whom, address in (("on_call", ""), ("backup", "a-very-long-address-of-a-telephone@messages.staff.test")):
        staff = make("clinician", name="Robin Ash")
        roster.put(whom=whom, staff=staff, address=address, by=None, actor=staff.actor)
    assert OnCall.objects.count() == 2


def _roster(role: str = "lead") -> HttpResponse:
    _somebody()
    task = Task.objects.create(key="safety_drill:looked-at", kind=drill.DRILL, next_page_at=timezone.now())
    climb.climb()
    assert drill.last().task == task
    return signed_in(role).get(ON_CALL)


def _missed() -> HttpResponse:
    drill_task = Task.objects.create(key="safety_drill:older", kind=drill.DRILL)
    Task.objects.filter(pk=drill_task.pk).update(created_at=timezone.now() - timezone.timedelta(days=9))
    return signed_in("lead").get("/clinic/")


PAGES = [
    ("a safety event with tries and pages", 200, _tried),
    ("a try not understood", 422, lambda: _post(_event(), "attempt")),
    ("a closing for a second person", 200, lambda: _at(_closed(), "lead")),
    ("a reading left empty", 422, lambda: _post(_closed(), "read")),
    ("a closing read and agreed with", 200, lambda: _at(_closed(agreed=True))),
    ("a closing read and not agreed with", 200, lambda: _at(_closed(agreed=False))),
    ("a list with a closing to be read", 200, lambda: _closed() and signed_in("lead").get("/clinic/")),
    ("an event that staff raised", 200, lambda: _at(_raised())),
    ("an event to raise", 200, lambda: signed_in("scheduler").get(f"/clinic/worried/{opened().public_id}/")),
    ("an event raised without a word", 422, lambda: signed_in("scheduler").post(f"/clinic/worried/{opened().public_id}/", {})),
    ("nobody on call", 200, lambda: signed_in("clinician").get(ON_CALL)),
    ("somebody on call, the test not confirmed", 200, _roster),
    ("on call as an administrator sees it", 200, lambda: _roster("administrator")),
    ("on call to be changed", 200, lambda: signed_in("lead").get(f"{ON_CALL}change/")),
    ("on call mistyped", 422, lambda: signed_in("lead").post(f"{ON_CALL}change/", {"backup_address": "555 0100", "lead_staff": "9999"})),
    ("a test that nobody confirmed", 200, _missed),
]
