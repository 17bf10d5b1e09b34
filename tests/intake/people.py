"""Synthetic people for the tests of the patient's side."""

import datetime

from audit.actor import system
from desk.models import Staff
from intake.invitations.services import invite

BORN = datetime.date(1980, 3, 27)
BOXES = {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "1980"}
WRONG = BOXES | {"date_of_birth_day": "28"}


def invited(**details):
    """An invitation of somebody born on BORN."""
    defaults = {"name": "Canary Larkspur", "date_of_birth": BORN, "email": "canary@patients.example", "phone": "+15555550123"}
    return invite(**(defaults | details), by=system("test"))


def staff(role="clinician", name="Robin Staff"):
    return Staff.objects.create_user(f"{role}-{Staff.objects.count()}@staff.example", "a long password 1", name=name, role=role)
