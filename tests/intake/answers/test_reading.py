"""Each kind of question: what is taken, what is kept and asked about, and what the form comes back with."""

import pytest

from intake.answers.asked import asked
from intake.answers.document import new, with_entry
from intake.answers.reading import read
from intake.answers.showing import boxes
from intake.drafts.forms import StepForm
from intake.questionnaire import key, question_named
from intake.questionnaire.steps.consent import AGREED
from intake.questionnaire.whole import homes
from tests.intake.filling import ENTRY, TODAY, page, query, sent

CASES = [
    # why, question, what the form sent, state, value
    ("agreed", "consent.agree", {"consent_agree": AGREED}, "answered", AGREED),
    ("agreed to other words", "consent.agree", {"consent_agree": "consent@2020:0"}, "invalid", None),
    ("not ticked", "consent.agree", {}, "", None),
    ("signed", "consent.signature", {"consent_signature": " Ana María "}, "answered", "Ana María"),
    ("signed with a cross", "consent.signature", {"consent_signature": "x"}, "invalid", None),
    ("text", "about.place", {"about_place": "Dayton, Ohio"}, "answered", "Dayton, Ohio"),
    ("text with control characters", "about.place", {"about_place": "Day\x00ton\x07"}, "answered", "Dayton"),
    ("text too long", "about.place", {"about_place": "x" * 201}, "invalid", None),
    ("text exactly as long as it may be", "about.place", {"about_place": "x" * 200}, "answered", "x" * 200),
    ("nothing but blanks", "about.place", {"about_place": "   "}, "", None),
    ("not in the form at all", "about.place", {}, None, None),
    ("prefers not to say", "about.place", {"about_place": "", "about_place_declined": "yes"}, "declined", None),
    ("says it and prefers not to", "about.place", {"about_place": "Dayton", "about_place_declined": "yes"}, "invalid", None),
    ("not sure where that can't be said", "about.place", {"about_place": "", "about_place_not_sure": "yes"}, "", None),
    ("a tick that the form does not have", "labs_asked.discuss", {"labs_asked_discuss_not_sure": "yes"}, "", None),
    ("lines stay", "episode.words", {"episode_words": "one\r\ntwo"}, "answered", "one\ntwo"),
    ("phone", "about.phone", {"about_phone": "(555) 555-0123"}, "answered", "(555) 555-0123"),
    ("phone without figures", "about.phone", {"about_phone": "call me"}, "invalid", None),
    ("choice", "about.sex", {"about_sex": "female"}, "answered", "female"),
    ("choice not sure", "about.sex", {"about_sex": "not_sure"}, "not_sure", None),
    ("choice declined", "about.sex", {"about_sex": "declined"}, "declined", None),
    ("choice that is none", "about.sex", {"about_sex": "dragon"}, "invalid", None),
    ("choice sent twice", "about.sex", {"about_sex": ["female", "male"]}, "invalid", None),
    ("the same choice sent twice", "about.sex", {"about_sex": ["female", "female"]}, "answered", "female"),
    ("a score is a number", "phq9.item9", {"phq9_item9": "3"}, "answered", 3),
    ("no such score", "phq9.item9", {"phq9_item9": "4"}, "invalid", None),
    ("not sure is no answer of the scale", "phq9.item9", {"phq9_item9": "not_sure"}, "invalid", None),
    ("ticks", "purposes", {"purposes": ["sleep", "depression"]}, "answered", ["depression", "sleep"]),
    ("no tick", "purposes", {}, "", None),
    ("tick that is none", "purposes", {"purposes": ["depression", "dragon"]}, "invalid", None),
    ("ticks and not sure", "purposes", {"purposes": ["depression", "not_sure"]}, "invalid", None),
    ("only not sure", "purposes", {"purposes": ["not_sure"]}, "not_sure", None),
    ("none of these", "conditions.mind", {"conditions_mind": ["none"]}, "answered", ["none"]),
    ("none of these and one", "conditions.mind", {"conditions_mind": ["none", "ocd"]}, "invalid", None),
    ("dose", "highest_dose", {"highest_dose": "50mg"}, "answered", 50),
    ("dose with a comma", "highest_dose", {"highest_dose": "1,5"}, "answered", 1.5),
    ("dose sent twice", "highest_dose", {"highest_dose": ["50", "75"]}, "invalid", None),
    ("a name beside a choice, sent twice", "agent", {"agent": "sertraline", "agent_typed": ["Zoloft", "sertraline"]}, "invalid", None),
    ("words beside a year, sent twice", "start", {"start_year": "2024", "start_words": ["spring", "a move"]}, "invalid", None),
    ("dose in words", "highest_dose", {"highest_dose": "a hundred"}, "invalid", None),
    ("no dose is zero", "highest_dose", {"highest_dose": "0"}, "invalid", None),
    ("dose not known", "highest_dose", {"highest_dose": "", "highest_dose_not_sure": "yes"}, "not_sure", None),
    ("dose known and not known", "highest_dose", {"highest_dose": "50", "highest_dose_not_sure": "yes"}, "invalid", None),
    ("sessions", "ect.sessions", {"ect_sessions": "8"}, "answered", 8),
    ("none at all is a number", "ect.sessions", {"ect_sessions": "0"}, "answered", 0),
    ("more than anybody had", "ect.sessions", {"ect_sessions": "5001"}, "invalid", None),
    ("band", "weeks_total", {"weeks_total": "6_7", "weeks_total_number": ""}, "answered", "6_7"),
    ("number instead of a band", "weeks_total", {"weeks_total_number": "6"}, "answered", 6),
    ("both", "weeks_total", {"weeks_total": "6_7", "weeks_total_number": "6"}, "invalid", None),
    ("months", "weeks_total", {"weeks_total_number": "2 months"}, "invalid", None),
    ("band not sure", "weeks_total", {"weeks_total": "not_sure", "weeks_total_number": ""}, "not_sure", None),
    ("not sure and a number", "weeks_total", {"weeks_total": "not_sure", "weeks_total_number": "6"}, "invalid", None),
    ("percent", "helped", {"helped_number": "30%"}, "answered", 30),
    ("exactly all", "helped", {"helped_number": "100"}, "answered", 100),
    ("one more than all", "helped", {"helped_number": "101"}, "invalid", None),
    ("month and year", "start", {"start_month": "5", "start_year": "2024"}, "answered", {"year": 2024, "month": 5}),
    ("year", "start", {"start_month": "", "start_year": "2024"}, "answered", {"year": 2024}),
    ("a guess", "start", {"start_year": "2024", "start_about": "yes"}, "answered", {"year": 2024, "about": True}),
    ("month without year", "start", {"start_month": "5", "start_year": ""}, "invalid", None),
    ("a guess of nothing", "start", {"start_year": "", "start_about": "yes"}, "invalid", None),
    ("future", "start", {"start_year": "2027"}, "invalid", None),
    ("when not known", "start", {"start_year": "", "start_not_sure": "yes"}, "not_sure", None),
    ("added to nothing", "added_to", {"added_to": "alone"}, "answered", "alone"),
    ("added to a medicine that is not there", "added_to", {"added_to": "m-0000000f"}, "invalid", None),
]


def given(question, fields, document=None):
    document = document or with_entry(new(), "medicine", ENTRY)
    return read(asked(question_named(question), document, ENTRY), query(fields), TODAY)


@pytest.mark.parametrize(("why", "question", "fields", "state", "value"), CASES)
def test_kind(why, question, fields, state, value):
    answer = given(question, fields)
    if state is None:
        assert answer is None
    else:
        assert (answer.state, answer.value) == (state, value)
        assert bool(answer.error) == (state == "invalid")
        assert type(answer.value) is type(value)


TWICE = ("choice sent twice", "dose sent twice", "a name beside a choice, sent twice", "words beside a year, sent twice")
CHANGED = ("text with control characters", "lines stay", *TWICE)  # no box can hold these as they were sent
KEPT = [case for case in CASES if case[3] and case[0] not in CHANGED]


@pytest.mark.parametrize(("why", "question", "fields", "state", "value"), KEPT)
def test_what_was_sent_stands_in_the_boxes_when_the_page_is_drawn_again(why, question, fields, state, value):
    asked_ = homes()[question][1]
    shown = boxes(asked_, given(question, fields).answer(1))
    for name, texts in fields.items():
        suffix = name.removeprefix(asked_.field).removeprefix("_")
        filled = [text.strip() for text in ([texts] if isinstance(texts, str) else texts) if text.strip()]
        assert all(stands(text, shown.get(suffix)) for text in filled)


def stands(text, box):
    return box is True or text in (box if isinstance(box, list) else [str(box)])


def test_an_invalid_page_is_drawn_with_everything_that_was_typed():
    merged = sent(
        with_entry(new(), "medicine", ENTRY), "dose", "highest_dose=a+hundred&weeks_total_number=2+months&purposes=not_sure&purposes=sleep"
    )
    html = str(StepForm(page("dose"), merged.document, ENTRY)["highest_dose"])
    assert 'value="a hundred"' in html
    form = StepForm(page("dose"), merged.document, ENTRY)
    assert 'value="2 months"' in str(form["weeks_total_number"])
    assert str(form["purposes"]).count("checked") == 2
    assert merged.document["answers"][key("highest_dose", ENTRY)] == {"state": "invalid", "raw": "a hundred", "rev": 1}
