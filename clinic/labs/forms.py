"""Which labs to ask for. A and B are offered with their label, C only to who opens it, D never."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from clinic.wording import Words
from intake.questionnaire.labs import LABS

DUE_DAYS, MOST_DAYS = 14, 180
DAYS = _("Enter the days as a number from 1 to 180, like 14.")
LABELS: dict[str, Words] = {
    "A": _("A – guideline-supported"),
    "B": _("B – when indicated"),
    "C": _("C – investigational"),
}


def _choices(evidence: str) -> list[tuple[str, Words]]:
    return [(lab.id, lab.name) for lab in LABS if lab.evidence == evidence and lab.orderable]


def _ticks(label: Any, evidence: str, hint: Any) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=_choices(evidence),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Choose labs from this list.")},
    )


class LabsForm(forms.Form):
    """Nothing is ticked beforehand: testing is selective, and a panel for everybody finds mostly noise."""

    a = _ticks(LABELS["A"], "A", _("Usual part of a depression or medication-safety work-up."))
    b = _ticks(LABELS["B"], "B", _("When history, medicine, age or a symptom points to it."))
    c = _ticks(LABELS["C"], "C", _("Associated with depression in studies; changes no treatment by guideline."))
    due_in_days = forms.IntegerField(
        label=_("Due in how many days?"),
        min_value=1,
        max_value=MOST_DAYS,
        widget=forms.NumberInput(attrs={"size": 4}),
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), DAYS),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.hide_optional = True

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not any(said.get(evidence) or evidence in self.errors for evidence in "abc"):
            self.add_error("a", _("Tick at least one lab to request."))
        return said

    @property
    def wanted(self) -> list[str]:
        said = self.cleaned_data
        return [*said["a"], *said["b"], *said["c"]]


def blank() -> LabsForm:
    return LabsForm(initial={"due_in_days": DUE_DAYS})
