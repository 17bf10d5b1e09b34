"""A form that was not understood says how many things are amiss, what to do about each, and leads there."""

import pytest
from django import forms

from desk.widgets import Radios
from tests.templates.drawing import answered, draw, empty, wrong
from tests.templates.forms import OFTEN, Everything, Plain

COUNTS = [
    ("nothing asked yet", empty, None),
    ("all is well", answered, None),
    ("one", lambda: answered(email="none"), "There is a problem"),
    ("all that is required", wrong, "There are 9 problems"),
]


@pytest.mark.parametrize(("reason", "drawn", "heading"), COUNTS)
def test_the_summary_counts(reason: str, drawn: object, heading: str | None) -> None:
    summaries = drawn().all("div", class_="error-summary")  # type: ignore[operator]
    assert len(summaries) == (0 if heading is None else 1)
    if heading:
        assert heading in summaries[0].words


def test_the_summary_is_announced_and_takes_the_focus() -> None:
    summary = wrong().one(id="error-summary")
    assert (summary["tabindex"], summary.has("autofocus")) == ("-1", True)
    assert wrong().one(role="alert").parents[-1]["id"] == "error-summary"


LANDINGS = [
    ("a box", "Enter a name", "id_name"),
    ("the first box of a date", "Enter your date of birth", "id_born_0"),
    ("the first of the radios", "Say how often you took it", "id_often_0"),
    ("the first of the ticks", "Tick what fits", "id_brought_0"),
    ("a box with a unit", "Enter the dose as a number of milligrams, like 50", "id_dose"),
    ("a list", "Choose a state", "id_state"),
    ("a single tick", "Tick the box to go on", "id_agree"),
]


@pytest.mark.parametrize(("reason", "words", "id"), LANDINGS)
def test_each_link_lands_on_something_to_answer(reason: str, words: str, id: str) -> None:
    tree = wrong()
    link = next(one for one in tree.all("a") if one.words == words)
    assert link["href"] == f"#{id}"
    assert tree.one(id=id).tag in {"input", "select", "textarea"}


def test_an_error_of_the_whole_form_stands_in_the_summary() -> None:
    tree = answered(name="Robin", more="Robin")
    assert "Say something else than your name" in [one.words for one in tree.all("li")]


def test_an_error_of_a_hidden_field_is_said_and_leads_nowhere() -> None:
    said = next(one for one in wrong().all("li") if one.words == "Answer this question.")
    assert not [one for one in wrong().all("a") if one["href"] == "#id_step"]
    assert said.words


def test_no_error_only_says_that_a_field_is_required() -> None:
    tree = draw(Plain({"pace": "never"}))
    assert tree.one(id="id_city_error").words == "Error: Answer this question."
    assert tree.one(id="id_pace_error").words == "Error: Choose one of the answers shown."


class Asked(forms.Form):
    once = forms.TypedChoiceField(choices=OFTEN, widget=Radios)
    often = forms.MultipleChoiceField(choices=OFTEN)
    when = forms.MultiValueField(
        fields=[forms.CharField(), forms.CharField()], widget=forms.MultiWidget([forms.TextInput, forms.TextInput])
    )

    def __init__(self, data: dict[str, object]) -> None:
        super().__init__(data)
        self.fields["when"].compress = list  # type: ignore[attr-defined]


PLAIN = [
    ("a choice does not repeat what was sent", "once", {"once": "secret"}, "Choose one of the answers shown."),
    ("nor do several", "often", {"often": ["secret"]}, "Choose one of the answers shown."),
    ("nothing chosen", "once", {}, "Answer this question."),
    ("nothing ticked", "often", {}, "Answer this question."),
    ("no box filled in", "when", {}, "Answer this question."),
]


@pytest.mark.parametrize(("reason", "name", "data", "words"), PLAIN)
def test_errors_say_what_to_do(reason: str, name: str, data: dict[str, object], words: str) -> None:
    assert Asked(data).errors[name] == [words]


def test_a_field_may_have_words_of_its_own() -> None:
    assert Everything({}).errors["name"] == ["Enter a name"]
