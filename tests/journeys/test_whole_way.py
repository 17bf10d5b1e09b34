"""The whole way: invitation, every step, sent, evaluated by the worker, reviewed and signed, booked, reminded."""

import pytest

from tests.journeys.patient import Patient
from tests.journeys.staff import Clinician, Scheduler
from tests.journeys.visitor import DESKTOP, PHONE, until

BORN = ("3", "4", "1980")


@pytest.mark.parametrize(
    ("reason", "screen", "script"),
    [("on a phone", PHONE, True), ("without script, on a desk", DESKTOP, False)],
)
def test_from_the_invitation_to_the_reminder(visit, invite, hire, mailbox, reason, screen, script):
    invited = invite()
    patient = visit(Patient, screen=screen, script=script)
    link = until(lambda: [line for mail in mailbox(invited["email"]) for line in mail.get_content().split() if "/i/" in line])[0]
    patient.open_link(link, BORN)
    patient.part_one()
    receipt = patient.send()
    assert len(receipt) >= 8

    clinician = visit(Clinician, screen=screen, script=script)
    sign_in(clinician, hire("clinician"))
    clinician.work_all_day()
    clinician.open_record(invited["name"])
    clinician.wait_until("Possible TRD: history meets the count", clinician.page.url)
    clinician.reads("Trial by trial")
    clinician.reads("sertraline")
    clinician.reads("For clinician review")
    clinician.review("I agree", "Two trials at dose and long enough")
    clinician.look()
    clinician.reads(clinician.name)

    scheduler = visit(Scheduler, screen=screen, script=script)
    sign_in(scheduler, hire("scheduler"))
    booked = scheduler.book(invited["name"], clinician.name)
    assert invited["name"] in booked

    mails = until(lambda: (found := mailbox(invited["email"])) and len(found) >= 3 and found)
    assert [mail["Subject"] for mail in mails].count("Appointment reminder") >= 1
    assert not any(invited["name"].split()[-1] in mail.get_content() for mail in mails)
    patient.go_to("/demo/outbox/")
    patient.reads("Appointment reminder")


def sign_in(who, login):
    who.name = login["name"]
    who.sign_in(login["email"], login["password"], login["totp_secret"])
