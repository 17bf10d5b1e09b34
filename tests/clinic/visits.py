"""People who are ready to be seen and clinicians who have time, made in one line."""

import datetime
import uuid
from zoneinfo import ZoneInfo

from audit.actor import system
from clinic.consultations import services
from clinic.models import Consultation, Hours
from desk.models import Staff
from intake import answers
from intake.invitations.services import open_case
from intake.models import Case, Draft, Submission
from tests.clinic.staff import make

NEW_YORK = ZoneInfo("America/New_York")
TEST = system("test")
# A Monday without a clock change near it, far enough ahead to be free of "that time has passed".
MONDAY = datetime.date(2031, 6, 2)


def ready(name: str = "Jordan Reed", *, email: str = "jordan@demo.example", language: str = "en", **more: object) -> Case:
    """A case that was sent, reviewed and signed with a plan to see the person."""
    case = open_case(name=name, date_of_birth=datetime.date(1980, 5, 4), email=email, phone="+15555550123", language=language, by=TEST)
    draft = Draft(case=case)
    draft.seal_answers(answers.new(language))
    draft.sent_at = sent_at = datetime.datetime.now(datetime.UTC)
    draft.save()
    case.submission = Submission.objects.create(
        case=case, draft=draft, receipt=uuid.uuid4().hex[:12], document=b"x", digest=b"x", questionnaire="q",
        questionnaire_digest="d", scales={}, submitted_at=sent_at,
    )  # fmt: skip
    given = {"state": "signed", "plans_visit": True, "submitted_at": sent_at} | more
    for field, value in given.items():
        setattr(case, field, value)
    case.save()
    return case


def clinician(*hours: str, role: str = "clinician", days: range = range(5)) -> Staff:
    """Someone who can be booked; `hours` as "09:00-17:00", every weekday unless told otherwise."""
    staff = make(role)
    for text in hours or ("09:00-17:00",):
        start, end = (datetime.time.fromisoformat(part) for part in text.split("-"))
        for day in days:
            Hours.objects.create(clinician=staff, weekday=day, start=start, end=end)
    return staff


def scheduler() -> Staff:
    return make("scheduler", name="Sam Lee", second_factor=False)


def wall(day: datetime.date, clock: str, zone: ZoneInfo = NEW_YORK) -> datetime.datetime:
    """A wall time as an aware moment."""
    return datetime.datetime.combine(day, datetime.time.fromisoformat(clock), tzinfo=zone)


def visit(case: Case | None = None, staff: Staff | None = None, start: datetime.datetime | None = None, minutes: int = 60) -> Consultation:
    """A booked visit."""
    doctor = staff or clinician()
    return services.book(case=case or ready(), clinician=doctor, start=start or wall(MONDAY, "10:00"), minutes=minutes, by=scheduler())


def began(consultation: Consultation, hours_ago: float = 2) -> Consultation:
    """The same visit, as if it had been booked for a while ago."""
    start = datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=hours_ago)
    consultation.span = (start, start + datetime.timedelta(hours=1))
    consultation.save(update_fields=["span"])
    consultation.refresh_from_db()
    return consultation
