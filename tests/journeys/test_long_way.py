"""The long way: ten medicines and every section of both parts, on a desk; all of it stands where answers are checked, then on the record."""

from tests.journeys.patient import Patient
from tests.journeys.staff import Clinician
from tests.journeys.test_whole_way import BORN, sign_in
from tests.journeys.visitor import DESKTOP

TICKED = ("Zoloft", "Lexapro", "Prozac", "Celexa", "Wellbutrin XL", "Cymbalta", "Effexor XR", "Remeron")
TYPED = "Nardil, Wonder pills"
NAMES = (*TICKED, "Nardil", "Wonder pills")
# What staff call a section that a person knows by another word.
CLINICAL = {
    "Worry": "GAD-7",
    "Hard things that happened": "PC-PTSD-5",
    "Drinking": "AUDIT-C",
    "Tobacco, drinks and drugs": "TAPS, part 1",
    "Pain": "PEG",
}


def test_ten_medicines_and_every_section(visit, invite, hire):
    invited = invite()
    patient = visit(Patient, screen=DESKTOP)
    patient.open_link(invited["link"], BORN)
    patient.page.wait_for_url("**/intake/")
    sections = [name.strip() for name in patient.find("main li a").all_text_contents()]  # folded ones have no inner text
    patient.page.get_by_role("link", name="Start").first.click()
    for step in (patient.consent, patient.about_me, patient.this_low_time, patient.before_it, patient.last_two_weeks):
        step()
    patient.write("Another one? Type its name.", TYPED)
    patient.pick(*TICKED)
    told = patient.answer_all_until("**/intake/more-medicines/")
    assert [name for name in NAMES if not any(name in heading for heading in told)] == []
    seen = patient.answer_all_until("**/intake/check/")
    patient.go_to("/intake/gad7/")
    seen += patient.answer_all_until("**/intake/check/")
    assert (len(sections), "" in sections) == (25, False)
    assert [name for name in sections[5:] if not any(page.startswith(name) for page in seen)] == []
    patient.look()
    for name in NAMES:
        patient.reads(name)
    patient.reads("In my own words")
    assert len(patient.send()) >= 8

    clinician = visit(Clinician, screen=DESKTOP)
    sign_in(clinician, hire("clinician"))
    clinician.open_record(invited["name"])
    record = clinician.find("main").text_content()
    told_of = [*NAMES, *(CLINICAL.get(name, name) for name in sections[5:]), "In my own words"]
    assert [words for words in told_of if words not in record] == []
