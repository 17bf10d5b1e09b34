"""Naming a medicine: the program offers and never picks by itself; an exact name counts as chosen."""

import pytest

from intake.answers.asked import asked
from intake.answers.document import new, with_entry
from intake.answers.picking import KEEP
from intake.questionnaire import key, question_named
from tests.intake.filling import ENTRY, filled, sent

CASES = [
    ("picked from the list", "agent=sertraline", "answered", "sertraline"),
    ("brand typed", "agent_typed=Zoloft", "answered", "sertraline"),
    ("brand typed as people write", "agent_typed=+zoloft+50mg+", "answered", "sertraline"),
    ("generic typed", "agent_typed=sertraline", "answered", "sertraline"),
    ("misspelt: offered, not picked", "agent_typed=zolof", "invalid", None),
    ("misspelt, then picked", "agent=sertraline&agent_typed=zolof", "answered", "sertraline"),
    ("misspelt, then kept as typed", "agent=keep&agent_typed=zolof", "answered", {"other": "zolof"}),
    ("kept as typed, but it is a name", "agent=keep&agent_typed=Zoloft", "answered", "sertraline"),
    ("nothing like it, kept", "agent=keep&agent_typed=St.+John's+wort", "answered", {"other": "St. John's wort"}),
    ("kept nothing", "agent=keep&agent_typed=", "invalid", None),
    ("picked one and typed another", "agent=sertraline&agent_typed=Lexapro", "invalid", None),
    ("not in the catalogue", "agent=dragon", "invalid", None),
    ("not sure", "agent=not_sure&agent_typed=", "not_sure", None),
    ("not sure, and typed", "agent=not_sure&agent_typed=zolof", "invalid", None),
    ("too long", "agent_typed=" + "x" * 101, "invalid", None),
    ("nothing", "agent_typed=", "", None),
]


@pytest.mark.parametrize(("why", "fields", "state", "value"), CASES)
def test_medicine(why, fields, state, value):
    answer = sent(new(), "which", fields).document["answers"].get(key("agent", ENTRY), {"state": ""})
    assert (answer["state"], answer.get("value")) == (state, value)


def offered(document):
    question = asked(question_named("agent"), document, ENTRY)
    return [(choice.value, choice.words) for choice in question.choices]


def test_at_first_the_common_ones_are_offered():
    assert offered(with_entry(new(), "medicine", ENTRY))[0] == ("sertraline", "Zoloft (sertraline)")


def test_after_a_misspelt_name_the_likely_ones_and_the_name_itself():
    choices = offered(filled(("which", "agent_typed=zolof")))
    assert choices[0] == ("sertraline", "Zoloft (sertraline)")
    assert choices[-1] == (KEEP, "Something else: keep “zolof”")
    assert len(choices) < 8


def test_after_an_unknown_name_only_the_name_itself():
    assert offered(filled(("which", "agent_typed=qqqqqqq"))) == [(KEEP, "Something else: keep “qqqqqqq”")]


def test_what_was_chosen_stays_on_offer():
    assert "phenelzine" in dict(offered(filled(("which", "agent_typed=Nardil"))))


def test_a_kept_name_stays_on_offer_and_in_the_box():
    choices = offered(filled(("which", "agent=keep&agent_typed=zolof")))
    assert choices[-1] == (KEEP, "Something else: keep “zolof”")
