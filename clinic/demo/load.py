"""Loading the synthetic clinic, once: staff, their hours, and people on every stage of the way."""

import datetime

from django.db import transaction

from audit.door import record
from audit.models import Entry
from clinic.consultations.hours import change
from clinic.demo import staff
from clinic.demo.people import Person, people
from clinic.demo.stages import STAGES, Visitor
from clinic.models import Hours
from clinic.reminders import plan
from desk import dispatch
from desk.escalation import roster
from desk.mail import Outcome
from desk.models import OnCall, Staff

ARRIVED = "demo.arrived"
EVERY_DAY = {weekday: [(datetime.time(8), datetime.time(20))] for weekday in range(7)}


def load() -> list[Person]:
    """Bring in whoever of the demo's people is not there yet; returns those."""
    team = {login.role: staff.ensure(login) for login in staff.logins()}
    _give_hours(team)
    _put_on_call(team)
    missing = [person for person in people() if not Entry.objects.filter(action=ARRIVED, about=person.slug).exists()]
    for person in missing:
        _bring(person, team)
        _deliver(lose_reminders=person.ends == "doubt")
    return missing


def _give_hours(team: dict[str, Staff]) -> None:
    for role in ("clinician", "lead"):
        if not Hours.objects.filter(clinician=team[role]).exists():
            change(clinician=team[role], spans=EVERY_DAY, by=team["lead"])


def _put_on_call(team: dict[str, Staff]) -> None:
    if not OnCall.objects.exists():
        for whom, role in (("on_call", "clinician"), ("backup", "lead"), ("lead", "lead")):
            roster.put(whom=whom, staff=team[role], address="", by=None, actor=staff.DEMO)


@transaction.atomic
def _bring(person: Person, team: dict[str, Staff]) -> None:
    """Invite a person and bring them as far as they are to be: wholly, or not at all."""
    visitor = Visitor(person, team)
    for step in STAGES[person.ends]:
        step(visitor)
    record(staff.DEMO, ARRIVED, case=visitor.case.public_id, about=person.slug)


def _deliver(*, lose_reminders: bool) -> None:
    """Send what is due, as the worker does. A lost reminder was handed over, and the mail server's answer never came."""
    while message := dispatch.claim():
        if lose_reminders and message.kind == plan.REMINDER and dispatch.hand_over(message):
            dispatch.mark(message, Outcome.UNKNOWN)
        else:
            dispatch.deliver(message)
