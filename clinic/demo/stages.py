"""Bringing a demo patient as far as they are to be, each step by the service that a page would call."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models.functions import Now
from django.utils import timezone

from clinic.consultations import services as consultations
from clinic.consultations.slots import free
from clinic.demo.answering import answer
from clinic.demo.people import Person
from clinic.labs.services import request_labs
from clinic.models import Review
from clinic.reminders import plan
from clinic.review import services as review
from desk.models import Message, Staff
from intake.evaluations.services import evaluate
from intake.invitations import links
from intake.invitations.drafts import start_draft
from intake.invitations.opening import open_invitation
from intake.invitations.services import invite, open_case
from intake.models import Case, Draft, Sitting
from intake.sittings import services as sittings
from intake.submissions.services import submit

MINUTES = 60
BOOKED_AHEAD = datetime.timedelta(days=4)
LABS = ["tsh", "b12"]


@dataclass
class Visitor:
    """One person on the way, and the staff who work with them."""

    person: Person
    team: dict[str, Staff]
    case: Case = field(init=False)

    @property
    def draft(self) -> Draft:
        return start_draft(case=self.case)

    @property
    def details(self) -> dict[str, Any]:
        who = self.person
        return {"name": who.name, "date_of_birth": who.born, "email": who.email, "phone": "+15555550142", "language": who.language}


def invited(visitor: Visitor) -> None:
    visitor.case = invite(**visitor.details, by=visitor.team["scheduler"].actor).case


def opens(visitor: Visitor) -> None:
    token = links.token(visitor.case.invitations.get())
    open_invitation(token=token, date_of_birth=visitor.person.born, knows=lambda draft: True)
    visitor.case.refresh_from_db()


def answers_half(visitor: Visitor) -> None:
    answer(draft=visitor.draft, person=visitor.person, by=visitor.case.patient, half=True)


def answers(visitor: Visitor) -> None:
    answer(draft=visitor.draft, person=visitor.person, by=visitor.case.patient)


def sends(visitor: Visitor) -> None:
    _send(visitor, by_staff=False)


def staff_enter(visitor: Visitor) -> None:
    """For somebody under 18: a lead takes the history with the family and enters it."""
    lead = visitor.team["lead"].actor
    visitor.case = open_case(**visitor.details, by=lead)
    sittings.begin(
        case=visitor.case, how=Sitting.How.PHONE, consent=Sitting.Consent.READ_ALOUD, agreed_for="A parent", by=visitor.team["lead"]
    )
    answer(draft=visitor.draft, person=visitor.person, by=lead)
    _send(visitor, by_staff=True)


def taken(visitor: Visitor) -> None:
    review.take(case=visitor.case, by=visitor.team["clinician"])
    visitor.case.refresh_from_db()


def agreed(visitor: Visitor) -> None:
    _sign(
        visitor, Review.Decision.AGREE, "Dose and duration as the pharmacy's list has them; no sign of another diagnosis.", plans_visit=True
    )


def asked_back(visitor: Visitor) -> None:
    _sign(visitor, Review.Decision.MORE, "How long were you on 150 mg of venlafaxine? Your pharmacy may know.", plans_visit=False)


def booked(visitor: Visitor) -> None:
    _book(visitor, timezone.localdate() + BOOKED_AHEAD)


def booked_and_due(visitor: Visitor) -> None:
    """For tomorrow, as if they had been told days ago: the reminder is due now."""
    _book(visitor, timezone.localdate() + datetime.timedelta(days=1))
    Message.objects.filter(case=visitor.case.public_id, kind=plan.REMINDER).update(due_at=Now())


def labs_asked(visitor: Visitor) -> None:
    """Wanted today, so overdue as soon as anybody looks."""
    request_labs(case=visitor.case, labs=LABS, due_in_days=0, by=visitor.team["clinician"])


Verb = Callable[[Visitor], None]
FORM: tuple[Verb, ...] = (invited, opens, answers, sends)
STAGES: dict[str, tuple[Verb, ...]] = {
    "invited": (invited,),
    "half_done": (invited, opens, answers_half),
    "submitted": FORM,
    "entered_by_staff": (staff_enter,),
    "in_review": (*FORM, taken),
    "lab_overdue": (*FORM, taken, labs_asked),
    "waiting": (*FORM, taken, asked_back),
    "signed": (*FORM, taken, agreed),
    "booked": (*FORM, taken, agreed, booked),
    "doubt": (*FORM, taken, agreed, booked_and_due),
}


def _send(visitor: Visitor, *, by_staff: bool) -> None:
    submit(draft=visitor.draft, by=visitor.team["lead"].actor if by_staff else visitor.case.patient)
    evaluate(case_id=visitor.case.pk)
    visitor.case.refresh_from_db()


def _sign(visitor: Visitor, decision: str, reason: str, *, plans_visit: bool) -> None:
    clinician = visitor.team["clinician"]
    exclusions = dict.fromkeys(["bipolar", "primary_psychotic_disorder"], "absent")
    findings = {"diagnosis": "confirmed", "severity": "moderate", "exclusions": exclusions, "reason": reason}
    review.sign(
        case=visitor.case,
        evaluation_id=visitor.case.evaluation_id,
        decision=decision,
        findings=findings,
        plans_visit=plans_visit,
        name=clinician.name,
        by=clinician,
    )
    evaluate(case_id=visitor.case.pk)
    visitor.case.refresh_from_db()


def _book(visitor: Visitor, first: datetime.date) -> None:
    clinician, scheduler = visitor.team["clinician"], visitor.team["scheduler"]
    slot = free(clinician=clinician, first=first, days=14, minutes=MINUTES)[0]
    consultations.book(case=visitor.case, clinician=clinician, start=slot.start, minutes=MINUTES, by=scheduler)
