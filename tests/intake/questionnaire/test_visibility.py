"""What is asked when: one table for each condition of the questionnaire."""

import pytest

from intake.answers import missing, new
from intake.answers.document import without_entry
from intake.history import history
from intake.questionnaire import question_named, step_named, visible
from tests.intake.filling import BORN, ENTRY, OTHER, TODAY, filled, medicine, part_1, sent

QUESTIONS = [
    ("asked while the list is empty", [], "medicines.any", "", True),
    ("the list speaks for itself", [("which", "agent=sertraline")], "medicines.any", "", False),
    ("a floor, with the dose on it", [("which", "agent=sertraline"), ("dose", "highest_dose=50")], "weeks_at_50", ENTRY, True),
    ("a floor above the dose", [("which", "agent=sertraline"), ("dose", "highest_dose=49")], "weeks_at_50", ENTRY, False),
    ("another medicine's floor", [("which", "agent=sertraline"), ("dose", "highest_dose=200")], "weeks_at_75", ENTRY, False),
    ("dose not known", [("which", "agent=sertraline"), ("dose", "highest_dose_not_sure=yes")], "weeks_at_50", ENTRY, True),
    ("medicine not known", [("which", "agent=not_sure"), ("dose", "highest_dose=200")], "weeks_at_50", ENTRY, False),
    (
        "dose that can't be read counts as not known",
        [("which", "agent=sertraline"), ("dose", "highest_dose=x")],
        "weeks_at_50",
        ENTRY,
        True,
    ),
    ("stopped", [("which", "agent=sertraline"), ("dose", "still_taking=no")], "stopped_because", ENTRY, True),
    ("not sure whether stopped", [("which", "agent=sertraline"), ("dose", "still_taking=not_sure")], "stop", ENTRY, True),
    ("still taken", [("which", "agent=sertraline"), ("dose", "still_taking=yes")], "stop", ENTRY, False),
    ("of an entry that is not there", [("dose", "still_taking=no")], "stop", OTHER, False),
    ("had it", [("other-treatments", "treatments_had=ect")], "ect.laterality", "", True),
    ("did not have it", [("other-treatments", "treatments_had=tms")], "ect.laterality", "", False),
    ("not sure of having had it", [("other-treatments", "treatments_had=not_sure")], "ect.laterality", "", False),
]


@pytest.mark.parametrize(("why", "pages", "question", "entry", "shown"), QUESTIONS)
def test_question(why, pages, question, entry, shown):
    assert visible(question_named(question), filled(*pages), entry) is shown


STEPS = [
    ("first low time", [("this-episode", "episode_before=no")], "more-c", False),
    ("not sure of earlier ones", [("this-episode", "episode_before=not_sure")], "more-c", False),
    ("low times before", [("this-episode", "episode_before=yes")], "more-c", True),
    ("nothing said yet", [], "more-medicines", False),
    ("none tried", [("medicines", "medicines_any=none")], "more-medicines", False),
    ("some, but which", [("medicines", "medicines_any=unknown_which")], "more-medicines", True),
    ("one listed", [("which", "agent=sertraline")], "more-medicines", True),
    ("no treatment", [("other-treatments", "treatments_had=none")], "more-f", False),
    ("one treatment", [("other-treatments", "treatments_had=vns")], "more-f", True),
    ("not sure of any", [("other-treatments", "treatments_had=not_sure")], "more-f", False),
    ("perhaps one of the others", [("other-treatments", "treatments_had=vns&treatments_rest=maybe")], "more-f", True),
]


@pytest.mark.parametrize(("why", "pages", "slug", "shown"), STEPS)
def test_step(why, pages, slug, shown):
    assert visible(step_named(slug), filled(*pages)) is shown


def test_what_a_hidden_answer_says_no_longer_counts():
    """`stop` depends on `still_taking`; with the entry gone, nothing of it is visible."""
    document = medicine(new())
    gone = without_entry(document, "medicine", ENTRY)
    assert not visible(question_named("stop"), gone, ENTRY)
    assert visible(question_named("medicines.any"), gone)


HIDDEN = [
    ("ECT details after the answer became no", "other-treatments", "treatments_had=none", "ect.sessions", ""),
    ("stop date of a medicine still taken", "dose", "still_taking=yes", "stop", ENTRY),
    ("weeks at a floor the dose no longer reaches", "dose", "highest_dose=25", "weeks_at_50", ENTRY),
]


@pytest.mark.parametrize(("why", "slug", "fields", "question", "entry"), HIDDEN)
def test_hidden_is_kept_but_never_required_counted_or_in_the_history(why, slug, fields, question, entry):
    document = part_1(other_treatments={"treatments_had": "ect"})
    document = filled(("more-f", "ect_sessions=8&ect_laterality=bilateral&ect_helped=25&ect_this_episode=yes"), document=document)
    document = medicine(document, when="stopped_because=cost&start_year=2023&stop_year=2024&this_episode=yes")
    before = history(document, TODAY, BORN)
    hidden = sent(document, slug, fields).document
    kept = f"medicine/{entry}/{question}" if entry else question
    assert hidden["answers"][kept] == document["answers"][kept]
    assert question not in {each.question for each in missing(hidden)}
    assert history(hidden, TODAY, BORN) != before
    without = hidden | {"answers": {name: answer for name, answer in hidden["answers"].items() if name != kept}}
    assert history(without, TODAY, BORN) == history(hidden, TODAY, BORN)
