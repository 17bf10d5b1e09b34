"""Every page of the form as it answers a person who left it empty or mistyped: it says what to do, it keeps what was typed."""

from tests.journeys.patient import Patient
from tests.journeys.staff import Clinician, Scheduler
from tests.journeys.test_whole_way import BORN, sign_in

STEPS = ("consent", "about-you", "this-episode", "phq9", "medicines", "other-treatments", "must-exclude")
PART_TWO = ("conditions", "labs-had", "labs-asked")


def test_each_page_of_the_form_left_empty(visit, invite):
    patient = visit(Patient)
    invited = invite()
    patient.go_to(invited["link"])
    patient.press("Open my form")
    patient.look()
    patient.go_to(invited["link"][:-6] + "AAAAAA")
    patient.look()
    patient.open_link(invited["link"], BORN)
    for step in STEPS:
        patient.go_to(f"/intake/{step}/")
        patient.press("Continue")
        patient.find("[role=alert]").wait_for()
        patient.look()
    for step in PART_TWO:
        patient.go_to(f"/intake/{step}/")
        patient.look()
    patient.go_to("/intake/check/")
    patient.look()
    assert not patient.page.get_by_role("button", name="Send my answers").count()


def test_what_was_mistyped_is_kept_and_explained(visit, invite):
    patient = visit(Patient)
    patient.open_link(invite()["link"], BORN)
    patient.go_to("/intake/medicines/")
    patient.choose("Have you ever taken medicine for low mood", "Yes")
    patient.press("Continue")
    patient.choose("Which medicine was it?", "Zoloft (sertraline)")
    patient.press("Continue")
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


def test_staff_forms_sent_empty(visit, hire):
    scheduler, clinician = visit(Scheduler), visit(Clinician)
    sign_in(scheduler, hire("scheduler"))
    for path, button in (("/clinic/invitations/", "Make the link"),):
        scheduler.go_to(path)
        scheduler.press(button)
        scheduler.find("[role=alert]").wait_for()
        scheduler.look()
    sign_in(clinician, hire("clinician"))
    for path in ("/clinic/", "/clinic/consultations/", "/clinic/reminders/", "/clinic/reminders/?show=sent", "/clinic/audit/"):
        clinician.go_to(path)
        clinician.look()
    clinician.go_to("/clinic/")
    clinician.page.get_by_role("row").get_by_role("link").first.click()
    clinician.press("Sign this review")
    clinician.find("[role=alert]").first.wait_for()
    clinician.look()
