"""The whole way with browser and mailbox only: staff taken on, invited, every step, sent, evaluated, signed, booked, reminded.

With a script it is the long way too: ten medicines and every section of both parts stand where answers are checked, then on the record.
"""

import re
from collections import Counter

import pytest

from tests.journeys.joining import leave, set_up, shown_in_the_audit, take_on_a_clinician, wrong_tries
from tests.journeys.longest import every_section
from tests.journeys.patient import Patient
from tests.journeys.staff import Clinician, Lead, Scheduler
from tests.journeys.visitor import DESKTOP, PHONE, until

BORN = ("3", "4", "1980")
EXACTLY = Counter({"A form for your appointment": 1, "Your appointment": 1, "Appointment reminder": 1})
CLINICAL = (
    "trd", "depress", "mood", "medicine", "sertraline", "zoloft", "venlafaxine", "treatment", "phq", "psych", "diagnos", "severe",
    "review", "clinician", "score", "answer",
)  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "screen", "script", "fill_in"),
    [("on a phone, the long way", PHONE, True, every_section), ("without script, on a desk", DESKTOP, False, Patient.part_one)],
)
def test_from_the_invitation_to_the_reminder(visit, hire, mailbox, reason, screen, script, fill_in):
    lead, clinician, scheduler, patient = (visit(who, screen=screen, script=script) for who in (Lead, Clinician, Scheduler, Patient))
    login = hire("lead")
    wrong_tries(lead, login)
    lead.sign_in(login["email"], login["password"], login["totp_secret"])
    login = set_up(clinician, take_on_a_clinician(lead))
    shown_in_the_audit(lead)
    leave(clinician)
    scheduler.join(lead.take_on("Scheduler"))

    invited = scheduler.invite(BORN)
    patient.open_link(link_in(mailbox, invited["email"]), BORN)
    told_of = fill_in(patient) or []
    receipt = patient.send()
    assert len(receipt) >= 8

    sign_in(clinician, login)
    clinician.work_all_day()
    clinician.open_record(invited["name"])
    clinician.wait_until("Possible TRD: history meets the count", clinician.page.url)
    clinician.reads("Trial by trial")
    clinician.reads("sertraline")
    clinician.reads("For clinician review")
    record = clinician.find("main").text_content()
    assert [words for words in told_of if words not in record] == []
    clinician.review("I agree", "Two trials at dose and long enough")
    clinician.look()
    clinician.reads(clinician.name)

    booked = scheduler.book(invited["name"], clinician.name)
    assert invited["name"] in booked

    until(lambda: subjects(mailbox, invited["email"])["Appointment reminder"])
    let_the_dispatcher_go_round(scheduler, mailbox)
    assert subjects(mailbox, invited["email"]) == EXACTLY
    assert [scheduler.messages(invited["name"], tab) for tab in ("sent", "waiting", "look", "off")] == [EXACTLY.total(), 0, 0, 0]
    assert [private(mail, invited["name"], clinician.name, scheduler.name) for mail in mailbox(invited["email"])] == [[], [], []]
    patient.go_to("/demo/outbox/")
    patient.reads("Appointment reminder")


def link_in(mailbox, email):
    return until(lambda: [line for mail in mailbox(email) for line in mail.get_content().split() if "/i/" in line])[0]


def subjects(mailbox, email):
    return Counter(mail["Subject"] for mail in mailbox(email))


def let_the_dispatcher_go_round(scheduler, mailbox):
    """What is due longest leaves first: once somebody invited now has their link, everything due before has been looked at again."""
    later = scheduler.invite(BORN)
    assert link_in(mailbox, later["email"])


def private(mail, *names):
    """Words of a mail, headers and all, that tell who wrote to whom about what. The address itself says nothing.

    A link's token is left out: of one in five hundred, "trd" or "phq" are letters.
    """
    text = "\n".join([mail.get_content(), *(f"{name}: {value}" for name, value in mail.items())])
    said = re.sub(r"(/i/)[\w.-]+", r"\1", text).lower()
    return [word for word in [*CLINICAL, *" ".join(names).lower().split()] if word in said]


def sign_in(who, login):
    who.name = login["name"]
    who.sign_in(login["email"], login["password"], login["totp_secret"])
