"""The long way of a patient: ten medicines and every section of both parts, begun on a telephone and ended on a desk."""

from tests.journeys.patient import MOST_PAGES, Patient
from tests.journeys.visitor import DESKTOP

DOSES = {"Zoloft": "150", "Effexor XR": "225"}  # at these doses the two meet the count
TICKED = (*DOSES, "Lexapro", "Prozac", "Celexa", "Wellbutrin XL", "Cymbalta", "Remeron")
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


def every_section(patient: Patient) -> list[str]:
    """Up to where answers are checked, where all of it stands; what must stand on the record as well."""
    patient.page.wait_for_url("**/intake/")
    sections = [name.strip() for name in patient.find("main li a").all_text_contents()]  # folded ones have no inner text
    assert (len(sections), "" in sections) == (25, False)
    patient.follow("Start")
    for step in (patient.consent, patient.about_me, patient.this_low_time, patient.before_it, patient.last_two_weeks):
        step()
    patient.write("Another one? Type its name.", TYPED)
    patient.pick(*TICKED)
    told = ten_medicines(patient)
    assert [name for name in NAMES if not any(name in heading for heading in told)] == []
    seen = patient.answer_all_until("**/intake/must-exclude/") + [patient.heading]
    patient.what_changes_the_plan()
    seen += patient.answer_all_until("**/intake/check/")
    patient.page.set_viewport_size(DESKTOP)
    patient.go_to("/intake/gad7/")
    seen += patient.answer_all_until("**/intake/check/")
    assert [name for name in sections[5:] if not any(page.startswith(name) for page in seen)] == []
    patient.look()
    for words in (*NAMES, "In my own words"):
        patient.reads(words)
    return [*NAMES, *(CLINICAL.get(name, name) for name in sections[5:]), "In my own words"]


def ten_medicines(patient: Patient) -> list[str]:
    """Two in full, of the rest the first of everything; what the pages were about."""
    told = []
    while "/more-medicines/" not in patient.page.url:
        told.append(patient.about)
        in_full = [dose for name, dose in DOSES.items() if name in told[-1]]
        patient.tell(*in_full) if in_full else patient.answer_all()
        assert len(told) < MOST_PAGES, f"no end: {told[-1]}"
    return told
