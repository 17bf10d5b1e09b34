"""Who is to be called: ready to be booked, longest waiting first; and visits of which nobody has said how they went."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db.models.functions import Now

from clinic.counted import first_of
from clinic.models import Consultation
from clinic.models.consultation import ConsultationQuerySet
from clinic.person import Person, listed
from intake.models import Case
from intake.models.case import CaseQuerySet

MOST = 50


@dataclass(frozen=True)
class Ready:
    """One person to call. `language` is named where it is not the clinic's own."""

    case: Case
    person: Person | None
    days: int
    language: str


@dataclass(frozen=True)
class ReadyList:
    people: list[Ready]
    more: int


@dataclass(frozen=True)
class Unmarked:
    visits: list[tuple[Consultation, Person | None]]
    more: int


def ready(visible: CaseQuerySet, now: datetime.datetime) -> ReadyList:
    """Two queries: the people, and how many there are beyond those shown."""
    waiting = visible.ready_to_schedule()
    cases = list(waiting.select_related("data_key").order_by("submitted_at", "pk")[:MOST])
    more = waiting.count() - len(cases)
    return ReadyList([_one(case, now) for case in cases], more)


def unmarked(editable: ConsultationQuerySet) -> Unmarked:
    """Visits that are over and of which nobody has said whether the person came: one of them may have to be called. One query."""
    over = editable.filter(state=Consultation.State.BOOKED, span__endswith__lte=Now())
    found, more = first_of(over.select_related("case__data_key", "clinician"), "span", "pk", most=MOST)
    return Unmarked([(visit, listed(visit.case)) for visit in found], more)


def _one(case: Case, now: datetime.datetime) -> Ready:
    days = (now - case.submitted_at).days if case.submitted_at else 0
    language = "" if case.language == settings.LANGUAGE_CODE else dict(settings.LANGUAGES).get(case.language, case.language)
    return Ready(case, listed(case), days, language)
