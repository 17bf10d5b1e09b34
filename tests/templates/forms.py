"""A form with every kind of field the pack must draw, and a smaller one without a layout."""

from typing import Any

from crispy_forms.bootstrap import AppendedText, PrependedText
from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, ButtonHolder, Div, Fieldset, Layout, Row, Submit
from django import forms

from desk.widgets import Radios, Ticks

OFTEN = [("most", "Most days"), ("some", "Some days"), ("unsure", "I am not sure")]
BROUGHT = [("sleep", "Trouble sleeping"), ("worry", "Worrying too much"), ("none", "None of these")]
STATES = [("", "Choose a state"), ("ME", "Maine"), ("VT", "Vermont")]


class Boxes(forms.MultiWidget):
    def __init__(self) -> None:
        boxes = {"month": "Month", "day": "Day", "year": "Year"}
        super().__init__({box: forms.TextInput({"inputmode": "numeric", "label": label}) for box, label in boxes.items()})

    def decompress(self, value: object) -> list[None]:
        return [None, None, None]


class Day(forms.MultiValueField):
    widget = Boxes

    def __init__(self, **kwargs: Any) -> None:
        super().__init__([forms.CharField(required=False) for _ in range(3)], require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> str:
        return "-".join(data_list)


def need(words: str) -> dict[str, str]:
    return {"required": words}


class Everything(forms.Form):
    name = forms.CharField(label="What should we call you?", help_text="Any name you like", error_messages=need("Enter a name"))
    email = forms.EmailField(label="What is your email address?", error_messages=need("Enter an email address"))
    phone = forms.CharField(label="What is your phone number?", widget=forms.TextInput({"type": "tel", "size": 14}), required=False)
    born = Day(label="What is your date of birth?", help_text="For example, 3 27 1980", error_messages=need("Enter your date of birth"))
    often = forms.ChoiceField(
        label="Did you take it most days?",
        help_text="Many people miss doses.",
        choices=OFTEN,
        widget=Radios(hints={"some": "For example, only on weekdays"}, divider_before="unsure"),
        error_messages=need("Say how often you took it"),
    )
    brought = forms.MultipleChoiceField(
        label="What brings you in?",
        choices=BROUGHT,
        widget=Ticks(hints={"sleep": "Or sleeping too much"}, divider_before="none"),
        error_messages=need("Tick what fits"),
    )
    dose = forms.CharField(
        label="What is the most you took in a day?",
        widget=forms.TextInput({"inputmode": "decimal"}),
        error_messages=need("Enter the dose as a number of milligrams, like 50"),
    )
    cost = forms.CharField(label="What did it cost?", required=False)
    state = forms.ChoiceField(label="Where do you live?", choices=STATES, error_messages=need("Choose a state"))
    more = forms.CharField(label="Anything else?", widget=forms.Textarea({"rows": 4}), required=False)
    agree = forms.BooleanField(
        label="I have read how my answers are used", help_text="You can change your mind", error_messages=need("Tick the box to go on")
    )
    step = forms.CharField(widget=forms.HiddenInput, initial="about-you")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "step",
            Fieldset("About you", Row("name", "email"), "phone", "born"),
            Fieldset("Your medicine", "often", "brought", AppendedText("dose", "mg"), PrependedText("cost", "$")),
            Div("state", "more", css_id="rest"),
            HTML("<p>Before you go on</p>"),
            "agree",
            ButtonHolder(Submit("next", "Continue"), Submit("later", "Come back later", css_class="secondary")),
        )

    def clean(self) -> None:
        if "name" in self.cleaned_data and self.cleaned_data["name"] == self.cleaned_data.get("more"):
            raise forms.ValidationError("Say something else than your name")


GOOD = {
    "step": "about-you", "name": "Robin", "email": "robin@demo.example", "born_month": "3", "born_day": "27", "born_year": "1980",
    "often": "some", "brought": ["sleep", "worry"], "dose": "50", "state": "VT", "more": "No & <b>yes</b>", "agree": "on",
}  # fmt: skip


class Plain(forms.Form):
    """No layout and no words of its own for errors; the button comes from the helper."""

    city = forms.CharField()
    pace = forms.ChoiceField(choices=OFTEN, widget=forms.RadioSelect, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.add_input(Submit("save", "Save"))
