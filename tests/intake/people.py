"""Synthetic people for the tests of the patient's side."""

import datetime

from audit.actor import system
from intake.invitations.services import invite
from tests.clinic.staff import make

BORN = datetime.date(1980, 3, 27)
BOXES = {"date_of_birth_month": "3", "date_of_birth_day": "27", "date_of_birth_year": "1980"}
WRONG = BOXES | {"date_of_birth_day": "28"}


def invited(**details):
    """An invitation of somebody born on BORN."""
    defaults = {"name": "Canary Larkspur", "date_of_birth": BORN, "email": "canary@patients.example", "phone": "+15555550123"}
    return invite(**(defaults | details), by=system("test"))


def staff(role="clinician", name="Robin Staff"):
    return make(role, name=name, second_factor=False)
