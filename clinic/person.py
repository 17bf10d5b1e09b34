"""Who a case is about, opened from its seal for a page of the staff's."""

import datetime
from dataclasses import dataclass

import structlog
from django.utils import timezone

from desk.context import spoken
from intake.invitations.ages import age_years
from intake.models import Case
from vault.seal import Tampered

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Person:
    name: str
    age_years: int
    date_of_birth: datetime.date
    phone: str
    email: str

    @property
    def phone_spoken(self) -> str:
        return spoken(self.phone)


def person(case: Case) -> Person | None:
    """None once the person was erased. Needs `data_key` loaded with the case: a page opens many names."""
    if case.data_key is None:
        return None
    said = case.person
    born = datetime.date.fromisoformat(said["date_of_birth"])
    return Person(said["name"], age_years(born, timezone.localdate()), born, said.get("phone", ""), said.get("email", ""))


def listed(case: Case) -> Person | None:
    """As `person`, for lists: one row that was tampered with must not hide all others, safety events among them."""
    try:
        return person(case)
    except Tampered:
        log.error("identity can't be opened", id=str(case.public_id))
        return None
