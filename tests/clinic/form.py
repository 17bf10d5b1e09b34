"""A whole form as a patient sends it, less what a test says otherwise."""

from typing import Any

from intake import answers
from intake.questionnaire.steps.consent import AGREED

Document = dict[str, Any]
REST = {
    "consent.agree": AGREED,
    "consent.signature": "Canary Quillfeather",
    "about.phone": "(555) 555-0177",
    "about.message": "no",
    "about.place": "Lake Placid, New York",
    "about.helper": "alone",
    "about.sex": "female",
    "episode.start": {"year": 2025, "month": 1, "about": False},
    "episode.before": "no",
    "episode.words": "Canary: getting out of bed, and the phone.",
    **{f"phq9.item{number}": 2 for number in range(1, 9)},
    "phq9.item9": 0,
    "treatments.had": ["therapy"],
    "treatments.rest": "no",
    "therapy.kind": ["cbt"],
    "therapy.sessions": 12,
    "therapy.helped": "26_49",
    "therapy.this_episode": "yes",
    "exclude.bipolar": "no",
    "exclude.high_energy": "no",
    "exclude.psychosis": "no",
    "exclude.schizophrenia": "no",
    "exclude.dementia": "no",
    "exclude.substances": "no",
    "exclude.birth": "no",
    "medicines.unnamed": "0",
}
MEDICINE = {
    "agent": "sertraline",
    "highest_dose": 150,
    "weeks_total": 16,
    "still_taking": "no",
    "purposes": ["depression"],
    "added_to": "alone",
    "weeks_at_50": "8_more",
    "adherence": "most_days",
    "helped": "0_24",
    "wore_off": "no",
    "stopped_because": ["no_benefit"],
    "start": {"year": 2025, "month": 3, "about": False},
    "stop": {"year": 2025, "month": 7, "about": False},
    "this_episode": "yes",
}
UNSURE = "not sure"  # said instead of an answer


def medicine(**said: Any) -> dict[str, Any]:
    """Sertraline, long and high enough, most days, without benefit; a value of ... leaves a question out."""
    return {question: value for question, value in (MEDICINE | said).items() if value is not ...}


def form(*medicines: dict[str, Any], typed: dict[str, str] | None = None, **said: Any) -> Document:
    """The answers document. Questions are named with __ for the dot; `typed` adds what was typed, by key."""
    document = answers.new("en")
    rest = REST | {question.replace("__", "."): value for question, value in said.items()}
    if not medicines:
        rest["medicines.any"] = "none"
        del rest["medicines.unnamed"]
    places = {question: value for question, value in rest.items() if value is not ...}
    for number, one in enumerate(medicines, start=1):
        entry = f"m-{number:08x}"
        document["groups"]["medicine"].append(entry)
        places |= {f"medicine/{entry}/{question}": value for question, value in one.items()}
    document["answers"] = {place: _answer(value) for place, value in places.items()}
    for place, text in (typed or {}).items():
        document["answers"][place]["raw"] = text
    return document


def _answer(value: Any) -> dict[str, Any]:
    return {"state": "not_sure", "rev": 1} if value == UNSURE else {"state": "answered", "value": value, "rev": 1}
