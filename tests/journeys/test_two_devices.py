"""Begun on a telephone, gone on with on another device: once staff (ADR 5) or a code (ADR 30) let it in, and no device writes over the other."""

import re

from playwright.sync_api import expect

from tests.journeys.patient import Patient
from tests.journeys.staff import Scheduler
from tests.journeys.test_saving import NUMBER, PLACE, box, saved
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import DESKTOP, until

ABOUT = "/intake/about-you/"


def test_a_second_device(visit, invite, at_work, mailbox):
    phone, tablet, scheduler = visit(Patient), visit(Patient, screen=DESKTOP), at_work(Scheduler, screen=DESKTOP)
    invited = invite()
    phone.open_link(invited["link"], BORN)
    phone.go_to(ABOUT)
    phone.write(PLACE, "Dayton")
    saved(phone)

    tablet.open_link(invited["link"], BORN)
    tablet.reads("You began this on another device")
    tablet.look()
    tablet.go_to(ABOUT)
    tablet.reads("Please open your link again")
    assert "Dayton" not in tablet.page.content()
    scheduler.let_in(invited["name"])
    tablet.open_link(invited["link"], BORN)
    tablet.page.wait_for_url("**/intake/")
    tablet.go_to(ABOUT)
    assert box(tablet, PLACE).input_value() == "Dayton"

    tablet.write(NUMBER, "555 555 0142")
    saved(tablet)
    phone.choose("May we leave a message there?", "Yes")
    saved(phone)
    tablet.write(PLACE, "Reno")
    saved(tablet)
    tablet.wait_until("Reno", "/intake/check/")
    phone.write(PLACE, "Akron")
    expect(phone.page.locator("#saved")).to_contain_text("We ask which one is right", timeout=30_000)
    phone.click("Save and come back later")
    phone.reads("Which answer is right?")
    assert phone.find("main fieldset").count() == 1, "what only one device answered is no question"
    phone.choose(PLACE, "Reno")
    phone.click("Continue")
    phone.wait_until("Reno", "/intake/check/")
    assert [words for words in ("555 555 0142", "Yes", "Dayton", "Akron") if words in phone.words] == ["555 555 0142", "Yes"]

    third = visit(Patient, script=False)
    third.open_link(invited["link"], BORN)
    third.reads("You began this on another device")
    third.click("Send me a code")
    third.reads("ending in 42")
    text = until(lambda: [mail for mail in mailbox("+15555550142") if mail["Subject"] == "Text message"])[-1]
    third.write("Code", re.findall(r"\d{6}", text.get_content())[0])
    third.click("Open my form")
    third.go_to(ABOUT)
    assert box(third, PLACE).input_value() == "Reno"
