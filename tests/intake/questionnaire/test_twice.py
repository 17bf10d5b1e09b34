"""One medicine listed under two names: noticed, asked about, and told of once where it was taken once."""

import pytest

from intake.answers import missing, new, tree
from intake.answers.asked import asked
from intake.history import history
from intake.questionnaire import question_named, visible
from intake.questionnaire.steps.medicines import SAME
from tests.intake.filling import BORN, DOSE, ENTRY, OTHER, TODAY, filled, medicine, part_1

NOTICED = [
    ("brand picked, generic typed", "agent=sertraline", "agent_typed=sertraline", True),
    ("brand typed, generic typed", "agent_typed=Zoloft", "agent_typed=sertraline", True),
    ("the same twice", "agent=sertraline", "agent=sertraline", True),
    ("two forms of one medicine", "agent=venlafaxine-ir", "agent=venlafaxine-xr", True),
    ("another medicine", "agent=sertraline", "agent=fluoxetine", False),
    ("a name that is not known, twice", "agent=keep&agent_typed=Wonder+pills", "agent=keep&agent_typed=wonder+PILLS", True),
    ("two names that are not known", "agent=keep&agent_typed=Wonder+pills", "agent=keep&agent_typed=other+pills", False),
    ("not sure which, twice", "agent=not_sure", "agent=not_sure", False),
    ("not readable yet", "agent=sertraline", "agent_typed=zolof", False),
]


@pytest.mark.parametrize(("why", "first", "second", "noticed"), NOTICED)
def test_noticed(why, first, second, noticed):
    document = filled(("which", first, ENTRY), ("which", second, OTHER))
    assert visible(SAME, document, OTHER) is noticed
    assert not visible(SAME, document, ENTRY)


def test_both_names_are_said_as_the_person_called_them():
    document = filled(("which", "agent_typed=Zoloft", ENTRY), ("which", "agent_typed=sertraline", OTHER))
    assert asked(question_named("twice"), document, OTHER).guidance == "Zoloft and sertraline are the same medicine."


def test_one_name_is_said_once():
    document = filled(("which", "agent=sertraline", ENTRY), ("which", "agent=sertraline", OTHER))
    assert asked(question_named("twice"), document, OTHER).guidance == "Zoloft (sertraline) is on your list already."


def twice(answer):
    """Sertraline told of whole, then listed again; `answer` to whether it was taken twice."""
    return filled(("which", "agent_typed=sertraline", OTHER), ("same", {"twice": answer}, OTHER), document=medicine(part_1()))


ASKED = [
    ("taken at two times: asked about like any other", "yes", True, 2),
    ("one time: nothing more is asked, and it is one trial", "no", False, 1),
    ("not sure: asked about", "not_sure", True, 2),
    ("not answered yet", "", True, 2),
]


@pytest.mark.parametrize(("why", "answer", "asked_about", "number"), ASKED)
def test_what_was_taken_once_is_told_of_once(why, answer, asked_about, number):
    document = twice(answer)
    assert visible(question_named("highest_dose"), document, OTHER) is asked_about
    assert ("highest_dose" in {each.question for each in missing(document)}) is asked_about
    assert len([trial for trial in history(document, TODAY, BORN)["trials"] if not trial["id"].startswith("forgotten")]) == number


def test_it_must_be_answered_before_the_form_is_sent():
    assert "twice" in {each.question for each in missing(twice(""))}
    assert "twice" not in {each.question for each in missing(twice("no"))}


def test_what_was_said_of_it_before_is_kept_and_comes_back():
    document = filled(("dose", DOSE, OTHER), document=twice("yes"))
    aside = filled(("same", "twice=no", OTHER), document=document)
    assert aside["answers"][f"medicine/{OTHER}/highest_dose"] == document["answers"][f"medicine/{OTHER}/highest_dose"]
    assert len(history(filled(("same", "twice=yes", OTHER), document=aside), TODAY, BORN)["trials"]) == len(
        history(document, TODAY, BORN)["trials"]
    )


def test_with_the_first_one_gone_the_second_is_a_trial_of_its_own():
    document = twice("no")
    document["groups"]["medicine"] = [OTHER]
    assert [trial["id"] for trial in history(document, TODAY, BORN)["trials"]][:1] == [OTHER]


def test_nothing_is_added_to_a_medicine_that_was_set_aside():
    third = "m-00000003"
    document = filled(("which", "agent=aripiprazole", third), document=twice("no"))
    values = [choice.value for choice in asked(question_named("added_to"), document, third).choices]
    assert values == ["alone", ENTRY, "unlisted"]


def test_its_pages_are_drawn_only_where_they_apply():
    pages = {entry.id: [page.step.slug for page in entry.pages] for section in tree(twice("no")) for entry in section.entries}
    assert pages == {ENTRY: ["which", "dose", "effect", "when"], OTHER: ["which", "same"]}
    assert new()["groups"] == {"medicine": []}
