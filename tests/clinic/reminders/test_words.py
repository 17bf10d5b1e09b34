"""What leaves the house: a clinic's name, a day, a time, a number, a link. Held by a grammar, not by good intentions."""

import re

import pytest
from django.utils import translation

from clinic.consultations import services
from clinic.models import Consultation
from clinic.reminders import plan, words
from desk.kinds import Envelope, Void
from desk.models import Message
from tests.clinic.visits import MONDAY, clinician, ready, scheduler, visit, wall

pytestmark = pytest.mark.django_db

CANARY = {"name": "Zyxwvut Qwertzuiop", "email": "zyxwvut@demo.example"}
WEEKDAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY = rf"(?:{WEEKDAYS}), (?:{MONTHS}) \d{{1,2}}"
TIME = r"\d{1,2}:\d{2} [AP]M(?: [A-Z]{3,4})?"
ALLOWED = {
    plan.BOOKED: (r"Your appointment", rf"You have an appointment with Willow Clinic on {DAY} at {TIME}\."),
    plan.REMINDER: (r"Appointment reminder", rf"This is a reminder of your appointment with Willow Clinic on {DAY} at {TIME}\."),
    plan.MOVED: (r"Your appointment has a new time", rf"Your appointment with Willow Clinic has a new time: {DAY} at {TIME}\."),
    plan.CANCELLED: (r"Your appointment is cancelled", rf"Your appointment with Willow Clinic on {DAY} at {TIME} is cancelled\."),
}
AROUND = r"Hello,\n\n{sentence}\n\nTo change it, or with any question, call us: \(555\) 555-0100\.\n\nhttp://[a-z0-9.:]+/i/[\w-]{{48}}\n\nWillow Clinic\n"


def letter(kind: str, booked: Consultation) -> Envelope | Void:
    return words.prepare(Message.objects.get(subject=booked.pk, kind=kind, subject_version=booked.version))


def at_stage(kind: str) -> Consultation:
    """A canary's visit, just when this kind is told."""
    booked = visit(ready(**CANARY), clinician())
    if kind == plan.MOVED:
        return services.move(consultation=booked, clinician=booked.clinician, start=wall(MONDAY, "11:00"), minutes=60, by=scheduler())
    return services.cancel(consultation=booked, reason="other", by=scheduler()) if kind == plan.CANCELLED else booked


@pytest.mark.parametrize("kind", plan.KINDS)
def test_every_kind_says_only_what_is_allowed(kind):
    mail = letter(kind, at_stage(kind))
    subject, sentence = ALLOWED[kind]
    assert mail.to == CANARY["email"]
    assert re.fullmatch(subject, mail.subject)
    assert re.fullmatch(AROUND.format(sentence=sentence), mail.body)


@pytest.mark.parametrize("kind", plan.KINDS)
def test_every_kind_is_in_the_grammar(kind):
    assert kind in ALLOWED


def test_in_the_persons_language():
    booked = visit(ready(language="es"))
    with translation.override("en"):
        body = letter(plan.BOOKED, booked).body
    assert "lunes" in body.lower()


def test_where_their_clock_shows_another_time_the_zone_is_named():
    assert "10:00 AM EDT" in letter(plan.BOOKED, visit(ready(time_zone="America/Chicago"))).body


MEANWHILE = [
    ("moved since", plan.REMINDER, lambda v: Consultation.objects.filter(pk=v.pk).update(version=2), "moved"),
    (
        "cancelled since",
        plan.REMINDER,
        lambda v: Consultation.objects.filter(pk=v.pk).update(state="cancelled", reason="other"),
        "cancelled",
    ),
    ("they have come since", plan.REMINDER, lambda v: Consultation.objects.filter(pk=v.pk).update(state="attended"), "attended"),
    ("the visit is gone", plan.BOOKED, lambda v: v.delete(), "gone"),
]


@pytest.mark.parametrize(("why", "kind", "change", "reason"), MEANWHILE)
def test_what_is_no_longer_true_is_not_said(why, kind, change, reason):
    booked = visit()
    message = Message.objects.get(subject=booked.pk, kind=kind)
    change(booked)
    assert words.prepare(message) == Void(reason), why


def test_without_an_address_there_is_nothing_to_send():
    assert letter(plan.BOOKED, visit(ready(email=""))) == Void("no_address")
