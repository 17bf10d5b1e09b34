"""A clinic with one of everything in it, and for every address of a thing that is really there."""

import datetime
import hashlib
from collections.abc import Iterable
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from audit.actor import system
from audit.models import Entry
from clinic.labs import services as labs
from desk.models import Message, Task
from intake.caregivers import services as caregivers
from intake.invitations import services as invitations
from tests.clinic.factories import sent, unsafe
from tests.clinic.form import form, medicine
from tests.clinic.staff import make
from tests.clinic.visits import visit
from tests.metatests.doors import ARGUMENTS, addresses
from tests.metatests.sources import ROOMS

# What a refused call may leave behind: that it was refused, and the clock of the session.
HARMLESS = ("audit_entry", "cache", "django_session", "django_migrations")
BIRTH = datetime.date(1980, 3, 27)
CLOSE = {"name": "Canary", "relation": "sister", "email": "canary@close.test"}
BAG = {
    "name": "Canary", "email": "canary@staff.test", "role": "lead", "reason": "Canary", "decision": "agree", "state": "sent",
    "labs": "tsh", "due_in_days": "14", "minutes": "60", "go": "1", "how": "phone", "consent": "read_aloud", "relation": "sister", "agree": "on",
}  # fmt: skip


def furnish() -> dict[str, Any]:
    """One of everything. Returns the id for each address that speaks of a thing, by the address's name."""
    case = sent(form(medicine()))
    event, consultation = unsafe(case), visit()
    (lab,) = labs.request_labs(case=case, labs=["tsh"], due_in_days=14, by=make())
    link = invitations.invite(name="Canary", date_of_birth=BIRTH, email="", by=system("test"))
    found = {
        "clinic:acknowledge_task clinic:close_task": Task.objects.order_by("pk")[0].pk,
        "clinic:invitation_link clinic:invitation_revoke clinic:invitation_renew clinic:invitation_release": link.pk,
        "clinic:raise_safety clinic:record clinic:take clinic:sign clinic:request_labs clinic:book clinic:invite_again": case.public_id,
        "clinic:caregivers": link.case.public_id,
        "clinic:withdraw_caregiver": caregivers.permit(case=link.case, person=CLOSE, by=None).pk,
        "clinic:sitting clinic:sitting_help": link.case.public_id,
        "clinic:safety clinic:acknowledge_safety clinic:close_safety clinic:note_attempt clinic:read_safety": event.pk,
        "clinic:test_arrived": Task.objects.create(key="safety_drill:x", kind="safety_drill").pk,
        "clinic:lab_resulted clinic:lab_waived": lab.pk,
        "clinic:consultation clinic:move_consultation clinic:cancel_consultation clinic:mark_consultation": consultation.pk,
        "clinic:hours": consultation.clinician.public_id,
        "clinic:settle_message": Message.objects.order_by("pk")[0].pk,
        "clinic:person clinic:disable_person clinic:enable_person clinic:reset_person": make().public_id,
    }
    return {name: number for names, number in found.items() for name in names.split()}


def unfurnished(known: Iterable[str]) -> list[str]:
    """Addresses of one thing of the clinic's that `furnish` names none for."""
    made_up = str(ARGUMENTS["uuid"])
    return [address.name for address in addresses() if made_up in address.path and address.name not in known]


def digest() -> dict[str, str]:
    """A digest a table over every row and column of ours, less the notes of who was refused."""
    return {model._meta.label: _digest(model) for model in apps.get_models() if model._meta.app_label in ROOMS}


def _digest(model: type[models.Model]) -> str:
    rows = model._default_manager.order_by("pk")
    if model is Entry:
        rows = rows.exclude(action="access.refused")
    plain = [[bytes(value) if isinstance(value, memoryview) else value for value in row] for row in rows.values_list()]
    return hashlib.sha256(repr(plain).encode()).hexdigest()


def written(call: Any) -> tuple[Any, list[str]]:
    """An answer, and the tables that were written to before it came."""
    with CaptureQueriesContext(connection) as captured:
        answer = call()
    words = [query["sql"].split() for query in captured.captured_queries]
    tables = [line[1 if line[0] == "UPDATE" else 2].strip('"') for line in words if line[0] in {"INSERT", "UPDATE", "DELETE"}]
    return answer, [table for table in tables if table not in HARMLESS]
