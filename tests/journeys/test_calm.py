"""With little strength: one question at a time, stopping, coming back, and a call instead."""

import re

from playwright.sync_api import expect

from tests.journeys.patient import PHQ9, Patient
from tests.journeys.test_whole_way import BORN


def follow(patient, link):
    patient.page.get_by_role("link", name=link).first.click()


def test_one_question_at_a_time(visit, invite):
    patient = visit(Patient)
    patient.open_link(invite()["link"], BORN)
    patient.click("One question at a time")
    follow(patient, "Start")
    patient.tick("I have read this and I agree")
    patient.click("Continue")
    patient.reads("question 2 of 2 here")
    patient.write("Type your full name to sign", "Robin Example")
    expect(patient.page.locator("#saved")).to_have_text(re.compile(r"^Saved at "), timeout=30_000)
    patient.click("Stop here for now")
    patient.reads("You stopped in “Before you start”.")
    follow(patient, "Carry on where you left off")
    assert patient.page.get_by_label("Type your full name to sign").input_value() == "Robin Example"
    patient.click("Continue")
    patient.reads("What should we call you?")

    patient.go_to("/intake/phq9/?one=9")
    patient.choose(PHQ9[-1], "Several days")
    patient.reads("Call or text 988.")
    patient.click("Continue")
    patient.reads("Thank you for telling us.")

    patient.go_to("/intake/medicines/")
    patient.pick("Zoloft")
    patient.reads("question 1 of 5 here")
    patient.write("What was the most you took in one day?", "a hundred")
    patient.click("Continue")
    patient.reads("Enter the dose as a number of milligrams, like 50.")
    patient.click("Show whole pages")
    patient.reads("Do you still take it?")
    assert patient.page.get_by_label("What was the most you took in one day?").first.input_value() == "a hundred"
    patient.click("Ask me by phone instead")
    patient.click("Yes, please call me")
    patient.reads("We will call you")
    follow(patient, "Go on with the form")
    patient.reads("Do you still take it?")
