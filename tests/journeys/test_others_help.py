"""Not by the person's own hand: staff on the telephone fill in the form, and somebody close tells what they know."""

from tests.journeys.names import address
from tests.journeys.patient import PHQ9, Patient
from tests.journeys.staff import Clinician
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import DESKTOP, until


def test_staff_fill_it_in_by_telephone_and_read_what_to_do(invite, at_work):
    invited, clinician = invite(), at_work(Clinician, screen=DESKTOP)
    clinician.go_to("/clinic/invitations/")
    row = clinician.page.get_by_role("row").filter(has_text=invited["name"])
    row.get_by_role("link", name="Fill it in with them").click()
    clinician.choose("How do you get the answers?", "By telephone or face to face: I ask, they answer")
    clinician.choose("How did they agree?", "I read the words above to them, and they agreed")
    clinician.click("Open the form")
    clinician.reads(f"you are filling in this form for {invited['name']}")
    clinician.go_to("/intake/phq9/")
    clinician.choose(PHQ9[-1], "Several days")
    clinician.reads("stay with them. Ask: are you safe right now?")
    clinician.click("Continue")
    clinician.reads("This person may not be safe")
    clinician.reads("Safety tier 1")
    clinician.follow("They are safe and want to go on with the form")
    clinician.reads("have you wished you were dead?")
    clinician.click("Leave this form")
    clinician.reads("Begun by staff, not sent yet")
    clinician.go_to("/intake/phq9/")
    clinician.reads("Please open your link again")


def test_somebody_close_tells_until_it_is_taken_back(visit, invite, mailbox):
    patient, email = visit(Patient), address()
    patient.open_link(invite()["link"], BORN)
    patient.page.get_by_role("link", name="Let someone close to you tell us").click()
    for label, text in (("What is their name?", "Bea Quill"), ("Who is this person to you?", "sister"), ("What is their email", email)):
        patient.write(label, text)
    patient.tick("I want this person to tell you what they know.")
    patient.click("Send them a link")
    patient.reads("You asked Bea Quill (sister).")
    [link] = until(lambda: [line for mail in mailbox(email) for line in mail.get_content().split() if "/caregiver/" in line])

    sister = visit(Patient)
    sister.go_to(link)
    for label, text in zip(("Month", "Day", "Year"), BORN, strict=True):
        sister.write(label, text)
    sister.click("Open my page")
    sister.write("Which medicines for their mood do you know of?", "Zoloft, a long time ago")
    sister.choose("Are you worried that they may hurt themselves?", "Yes, but not right now")
    sister.click("Send this")
    sister.reads("call 911 and stay with them")
    patient.click("Take this back")
    patient.reads("What is their name?")
    sister.go_to("/caregiver/done/")
    sister.reads("Please open your link again")
