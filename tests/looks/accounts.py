"""The way in for staff, their own sign-in, the accounts that others manage, the audit, the demo's pages."""

import datetime
import uuid
from typing import Any

from django.core import mail
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from audit.door import record
from clinic.access import session
from clinic.audit import reading
from clinic.kept import services as kept
from clinic.people import services
from desk.models import Staff
from tests.clinic.staff import PASSWORD, code, make, signed_in

LOGIN = "/accounts/login/"
NEW = {"oldpassword": "wrong", "password1": "short", "password2": "other"}
PERSON = {"name": "Ash Rowan", "email": "ash.rowan@staff.test", "role": "scheduler"}


def fresh(role: str = "lead") -> Client:
    """Somebody who went all the way in a moment ago, and need not give the password again."""
    client, staff = Client(), make(role, password=PASSWORD)
    client.post(LOGIN, {"login": staff.email, "password": PASSWORD})
    client.post("/accounts/code/", {"code": code(staff)})
    client.staff = staff
    return client


def halfway(**more: Any) -> Client:
    """Somebody who gave the password and not yet the code."""
    client, staff = Client(), make("lead", password=PASSWORD, **more)
    client.post(LOGIN, {"login": staff.email, "password": PASSWORD})
    return client


def _kept() -> HttpResponse:
    """What was sent while the session had ended, after the sign-in."""
    client = signed_in("lead")
    kept.keep_trusted(RequestFactory().post("/clinic/people/add/", PERSON), client.staff)
    return client.get("/clinic/kept/")


def _signed_out() -> HttpResponse:
    client = signed_in("lead")
    opened = client.session
    opened[session.KEY] = opened[session.KEY] | {"seen_at": 0}
    opened.save()
    return client.get("/clinic/", follow=True)


def _with_codes(path: str) -> HttpResponse:
    client = fresh()
    answer = client.post("/accounts/recovery-codes/new/", follow=True)
    return client.get(path) if path else answer


def _one_time_password() -> HttpResponse:
    client = fresh()
    Staff.objects.filter(pk=client.staff.pk).update(password_expires_at=timezone.now() + datetime.timedelta(hours=1))
    return client.get("/accounts/password/")


def _person(state: str) -> HttpResponse:
    lead, other = signed_in("lead"), make("clinician")
    if state == "disabled":
        services.disable(staff=other, by=lead.staff.actor)
    if state == "new":
        other, _ = services.add(**PERSON, by=lead.staff.actor)
    return lead.get(f"/clinic/people/{(lead.staff if state == 'oneself' else other).public_id}/")


def _with_person(act: str) -> HttpResponse:
    return signed_in("lead").post(f"/clinic/people/{make('clinician').public_id}/{act}/")


def _at_oneself() -> HttpResponse:
    lead = signed_in("lead")
    return lead.post(f"/clinic/people/{lead.staff.public_id}/disable/")


def _audit(query: str = "") -> HttpResponse:
    client = signed_in("lead")
    for number in range(reading.PAGE + 1):
        record(client.staff.actor, "record.read", case=uuid.UUID(int=number), profile="intake_screen")
    return client.get(f"/clinic/audit/{query}")


def _outbox() -> HttpResponse:
    words = "Open your form:\nhttp://127.0.0.1:8000/i/" + "A" * 48 + "\n\nWillow Clinic"
    folder = mail.get_connection("desk.folder.FolderBackend")
    folder.send_messages([mail.EmailMessage("Your form", words, to=["robin.ash@patients.example"])])
    return Client().get("/demo/outbox/")


PAGES = [
    ("the sign-in", 200, lambda: Client().get(LOGIN)),
    ("a wrong password", 422, lambda: Client().post(LOGIN, {"login": "robin@staff.test", "password": "wrong"})),
    ("nothing entered", 422, lambda: Client().post(LOGIN, {})),
    ("signed out meanwhile", 200, _signed_out),
    ("what was sent meanwhile", 200, _kept),
    ("the code", 200, lambda: halfway().get("/accounts/code/")),
    ("a wrong code", 422, lambda: halfway().post("/accounts/code/", {"code": "000000"})),
    ("setting up the app", 200, lambda: halfway(second_factor=False).get("/accounts/app/")),
    ("setting up the app with a wrong code", 422, lambda: halfway(second_factor=False).post("/accounts/app/", {"code": "000000"})),
    ("recovery codes, just made", 200, lambda: _with_codes("")),
    ("recovery codes, later", 200, lambda: _with_codes("/accounts/recovery-codes/")),
    ("new recovery codes", 200, lambda: fresh().get("/accounts/recovery-codes/new/")),
    ("a new password", 200, lambda: fresh().get("/accounts/password/")),
    ("a new password after a one-time one", 200, _one_time_password),
    ("a new password that will not do", 422, lambda: fresh().post("/accounts/password/", NEW)),
    ("the password once more", 200, lambda: signed_in("lead").get("/accounts/reauthenticate/")),
    ("the password once more, wrong", 422, lambda: fresh().post("/accounts/reauthenticate/", {"password": "wrong"})),
    ("one's own sign-in", 200, lambda: signed_in("lead").get("/accounts/")),
    ("signing out", 200, lambda: signed_in("lead").get("/accounts/logout/")),
    ("the staff", 200, lambda: signed_in("administrator").get("/clinic/people/")),
    ("somebody new", 200, lambda: signed_in("lead").get("/clinic/people/add/")),
    ("somebody new, left empty", 422, lambda: signed_in("lead").post("/clinic/people/add/", {"email": "ash"})),
    ("somebody new and their password", 200, lambda: signed_in("lead").post("/clinic/people/add/", PERSON)),
    ("a member of staff", 200, lambda: _person("at work")),
    ("a member of staff who was disabled", 200, lambda: _person("disabled")),
    ("a member of staff who has not signed in", 200, lambda: _person("new")),
    ("a sign-in that was reset", 200, lambda: _with_person("reset")),
    ("oneself", 200, lambda: _person("oneself")),
    ("disabling oneself", 409, _at_oneself),
    ("the audit", 200, _audit),
    ("the audit of an odd day", 422, lambda: _audit("?day=yesterday&case=7")),
    ("the audit with nothing found", 200, lambda: _audit("?day=01/01/2001")),
    ("who can sign in to the demo", 200, lambda: Client().get("/demo/sign-in/")),
    ("the demo's mails", 200, _outbox),
    ("the demo's mails before there are any", 200, lambda: Client().get("/demo/outbox/")),
    ("the demo's invitation", 200, lambda: Client().get("/demo/invitation/")),
    ("the demo's invitation, made", 200, lambda: Client().post("/demo/invitation/")),
]
