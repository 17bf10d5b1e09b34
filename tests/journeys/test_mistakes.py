"""What a person mistyped, or answered twice: the page says what to do and keeps what was typed."""

from tests.journeys.patient import Patient
from tests.journeys.test_whole_way import BORN


def test_what_was_mistyped_is_kept_and_explained(visit, invite):
    patient = visit(Patient)
    patient.open_link(invite()["link"], BORN)
    patient.go_to("/intake/medicines/")
    patient.pick("Zoloft")
    patient.write("What was the most you took in one day?", "a hundred")
    patient.press("Continue")
    patient.reads("Enter the dose as a number of milligrams, like 50.")
    patient.look()
    dose = patient.page.url
    patient.go_to("/intake/")
    patient.go_to(dose)
    assert patient.page.get_by_label("What was the most you took in one day?").first.input_value() == "a hundred"


def test_two_windows_that_answer_differently_are_asked(visit, invite):
    patient = visit(Patient)
    patient.open_link(invite()["link"], BORN)
    patient.go_to("/intake/this-episode/")
    other = Patient(patient.page.context.new_page(), patient.base_url)
    other.go_to("/intake/this-episode/")
    patient.write("Year", "2023")
    patient.press("Save and come back later")
    patient.page.wait_for_url("**/intake/")
    other.write("Year", "2021")
    other.press("Save and come back later")
    other.reads("Which answer is right?")
    other.reads("2023")
    other.reads("2021")
    other.look()
    assert other.faults == []
