"""Booking, moving, cancelling, marking: what changes, who is told, and what is refused."""

import datetime

import pytest

from audit.models import Entry
from clinic.consultations import errors, services
from clinic.models import Consultation
from desk.models import Message
from intake.models import Case
from tests.clinic.visits import MONDAY, began, clinician, ready, scheduler, visit, wall

pytestmark = pytest.mark.django_db


def messages(booked: Consultation) -> dict[str, str]:
    """Key without the visit's id → state."""
    return {m.key.replace(f"{booked.pk}:", ""): m.state for m in Message.objects.filter(subject=booked.pk)}


def acts() -> list[str]:
    return list(Entry.objects.filter(action__startswith="consultation").order_by("pk").values_list("action", flat=True))


def state_of(case: Case) -> str:
    return Case.objects.get(pk=case.pk).state


def test_booking_tells_at_once_plans_the_reminder_and_moves_the_case():
    case = ready()
    booked = visit(case)
    assert state_of(case) == "scheduled"
    assert messages(booked) == {"booked:1": "planned", "reminder:1": "planned"}
    assert Message.objects.due().get().kind == "booked"
    assert acts() == ["consultation.booked"]


def test_moving_voids_the_old_reminder_and_plans_the_new_one():
    booked = visit()
    other = clinician()
    moved = services.move(consultation=booked, clinician=other, start=wall(MONDAY, "15:00"), minutes=30, by=scheduler())
    assert (moved.clinician, moved.version, moved.span.lower) == (other, 2, wall(MONDAY, "15:00"))
    assert messages(booked) == {"booked:1": "cancelled", "reminder:1": "cancelled", "moved:2": "planned", "reminder:2": "planned"}


def test_cancelling_tells_and_makes_the_person_bookable_again():
    case = ready()
    booked = visit(case)
    gone = services.cancel(consultation=booked, reason="patient_asked", by=scheduler())
    assert (gone.state, gone.reason, state_of(case)) == ("cancelled", "patient_asked", "signed")
    assert messages(booked) == {"booked:1": "cancelled", "reminder:1": "cancelled", "cancelled:1": "planned"}
    assert visit(case).state == "booked"


@pytest.mark.parametrize(("attended", "visit_state", "case_state"), [(True, "attended", "seen"), (False, "missed", "signed")])
def test_marking_says_whether_they_came(attended, visit_state, case_state):
    case = ready()
    booked = began(visit(case))
    assert services.mark(consultation=booked, attended=attended, by=scheduler()).state == visit_state
    assert state_of(case) == case_state
    assert acts()[-1] == f"consultation.{visit_state}"


NOT_READY = [
    ("the review is not signed", {"state": "in_review"}),
    ("signed, but nobody planned to see them", {"plans_visit": False}),
    ("a safety event is open", {"open_tier": 1}),
]


@pytest.mark.parametrize(("why", "how"), NOT_READY)
def test_who_is_not_ready_is_not_booked(why, how):
    with pytest.raises(errors.NotReady):
        visit(ready(**how))
    assert not Consultation.objects.exists(), why


TIMES = [
    ("before the hours", "08:00", 60, errors.OutsideHours),
    ("runs over their end", "16:30", 60, errors.OutsideHours),
    ("just fits", "16:00", 60, None),
    ("from their first minute", "09:00", 60, None),
    ("overlaps the end of the visit at ten", "10:30", 30, errors.SlotTaken),
    ("overlaps its beginning", "09:30", 60, errors.SlotTaken),
    ("touches its end", "11:00", 60, None),
]


@pytest.mark.parametrize(("why", "start", "minutes", "error"), TIMES)
def test_which_times_are_refused(why, start, minutes, error):
    staff = clinician()
    visit(ready(), staff)
    book = {"case": ready(), "clinician": staff, "start": wall(MONDAY, start), "minutes": minutes, "by": scheduler()}
    if error is None:
        assert services.book(**book).state == "booked", why
    else:
        with pytest.raises(error):
            services.book(**book)
        assert state_of(book["case"]) == "signed", why


def test_the_past_is_refused():
    last_monday = datetime.date(2020, 6, 1)
    with pytest.raises(errors.TooLate):
        visit(start=wall(last_monday, "10:00"))


def test_who_lost_the_time_gets_the_nearest_free_ones():
    staff = clinician()
    visit(ready(), staff)
    with pytest.raises(errors.SlotTaken) as caught:
        visit(ready(), staff)
    assert [slot.start for slot in caught.value.nearest][:2] == [wall(MONDAY, "09:00"), wall(MONDAY, "11:00")]
    assert Message.objects.count() == 2


def test_a_person_has_one_visit_ahead_of_them():
    case = ready()
    visit(case)
    with pytest.raises(errors.AlreadyBooked):
        visit(case, start=wall(MONDAY, "14:00"))


def moved_meanwhile(booked: Consultation) -> None:
    services.move(consultation=booked, clinician=booked.clinician, start=wall(MONDAY, "15:00"), minutes=60, by=scheduler())


ACTS = [
    ("move", lambda v: moved_meanwhile(v)),
    ("cancel", lambda v: services.cancel(consultation=v, reason="other", by=scheduler())),
    ("mark", lambda v: services.mark(consultation=v, attended=True, by=scheduler())),
]


@pytest.mark.parametrize(("act", "do"), ACTS)
@pytest.mark.parametrize("meanwhile", [moved_meanwhile, lambda v: services.cancel(consultation=v, reason="other", by=scheduler())])
def test_what_changed_under_ones_hands_is_left_alone(act, do, meanwhile):
    booked = visit()
    as_seen = Consultation.objects.get(pk=booked.pk)
    meanwhile(booked)
    with pytest.raises(errors.NotBooked):
        do(as_seen)


def test_not_marked_before_it_began():
    with pytest.raises(errors.TooEarly):
        services.mark(consultation=visit(), attended=True, by=scheduler())


@pytest.mark.parametrize("do", [moved_meanwhile, ACTS[1][1]], ids=["move", "cancel"])
def test_what_has_begun_is_said_to_be_missed_and_not_put_away(do):
    """A page that was opened before it began still has the buttons."""
    booked = began(visit())
    with pytest.raises(errors.Begun):
        do(booked)
    booked.refresh_from_db()
    assert (booked.state, booked.version) == ("booked", 1)
