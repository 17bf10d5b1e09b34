"""Many at once: one gets the time, the others a clear answer soon, and no reminder outlives what it speaks of."""

import datetime
import random
import time
from collections import Counter
from collections.abc import Callable

from clinic.consultations import errors, hours, services
from clinic.models import Consultation, Hours
from desk.models import Message, Staff
from intake.models import Case
from tests.clinic.visits import MONDAY, clinician, ready, scheduler, wall
from tests.crowd import Crowd

ROUNDS, PEOPLE = 20, 50
PATIENCE_SECONDS = 10.0


def test_of_fifty_who_want_one_time_one_gets_it(own_database):
    doctor, desk = clinician(days=range(7)), scheduler()
    people = [ready() for _ in range(PEOPLE)]
    with Crowd(PEOPLE) as crowd:
        for number in range(ROUNDS):
            day = MONDAY + datetime.timedelta(days=number)
            # In every other round the wanted times differ and overlap.
            starts = [wall(day, "10:30" if number % 2 and place % 2 else "10:00") for place in range(PEOPLE)]
            answers = crowd.at_once([timed(job(case, doctor, start, desk)) for case, start in zip(people, starts, strict=True)])
            outcome = Counter(type(answer).__name__ for answer, _ in answers)
            assert outcome == {"Consultation": 1, "SlotTaken": PEOPLE - 1}
            assert max(took for _, took in answers) < PATIENCE_SECONDS
            assert all(answer.nearest for answer, _ in answers if isinstance(answer, errors.SlotTaken))
            people = [case if isinstance(answer, errors.Refused) else ready() for case, (answer, _) in zip(people, answers, strict=True)]
    assert Consultation.objects.count() == ROUNDS


def timed(job: Callable[[], object]) -> Callable[[], tuple[object, float]]:
    def run() -> tuple[object, float]:
        start = time.monotonic()
        try:
            return job(), time.monotonic() - start
        except errors.Refused as refused:
            return refused, time.monotonic() - start

    return run


def job(case: Case, doctor: Staff, start: datetime.datetime, desk: Staff) -> Callable[[], Consultation]:
    return lambda: services.book(case=case, clinician=doctor, start=start, minutes=60, by=desk)


def test_one_person_booked_by_many_at_once_has_one_visit(own_database):
    case, desk = ready(), scheduler()
    with Crowd(10) as crowd:
        answers = crowd.at_once([job(case, clinician(), wall(MONDAY, "10:00"), desk) for _ in range(10)], errors.Refused)
    assert Counter(type(answer).__name__ for answer in answers) == {"Consultation": 1, "AlreadyBooked": 9}


def test_whatever_is_done_at_once_no_reminder_outlives_its_visit(own_database):
    doctors, desk = [clinician("09:00-12:00") for _ in range(2)], scheduler()
    people = [ready() for _ in range(3)]

    def act(seed: int) -> None:
        dice = random.Random(seed)
        case, doctor = dice.choice(people), dice.choice(doctors)
        start = wall(MONDAY, dice.choice(["09:00", "10:00", "11:00"]))
        visit = Consultation.objects.filter(case=case, state="booked").first()
        if visit is None:
            services.book(case=case, clinician=doctor, start=start, minutes=60, by=desk)
        elif dice.random() < 0.7:
            services.move(consultation=visit, clinician=doctor, start=start, minutes=60, by=desk)
        else:
            services.cancel(consultation=visit, reason="other", by=desk)

    with Crowd(8) as crowd:
        for number in range(60):
            crowd.at_once([lambda seed=number * 100 + place: act(seed) for place in range(8)], errors.Refused)
            if number > 12 and {"moved", "cancelled"} <= set(Message.objects.values_list("kind", flat=True)):
                break
        else:
            raise AssertionError("nothing was ever moved or cancelled")
    standing = {(visit.pk, visit.version) for visit in Consultation.objects.filter(state="booked")}
    waiting = Message.objects.filter(kind="reminder", state="planned").values_list("subject", "subject_version")
    assert set(waiting) == standing
    assert set(Case.objects.filter(state="scheduled").values_list("pk", flat=True)) == set(
        Consultation.objects.filter(state="booked").values_list("case", flat=True)
    )


def test_whoever_saves_hours_at_once_saves_whole_weeks(own_database):
    """One stands in the end, as it was written: none is made of two."""
    doctor = clinician()
    weeks = [
        {0: [(datetime.time(7 + number), datetime.time(12 + number))], number % 7: [(datetime.time(1), datetime.time(2))]}
        for number in range(8)
    ]

    def save(spans: dict) -> Callable[[], object]:
        return lambda: hours.change(clinician=doctor, spans=spans, by=doctor)

    with Crowd(len(weeks)) as crowd:
        for _ in range(10):
            answers = crowd.at_once([save(week) for week in weeks])
            assert [type(answer) for answer in answers] == [int] * len(weeks)
            found = Counter(Hours.objects.filter(clinician=doctor).values_list("weekday", "start", "end"))
            written = [Counter((day, *span) for day, spans in week.items() for span in spans) for week in weeks]
            assert found in written
