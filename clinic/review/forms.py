"""The review: what the clinician confirms, decides and signs. Nothing is chosen beforehand."""

import uuid
from collections.abc import Sequence
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Fieldset, Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from clinic import wording
from clinic.models import Review

DIAGNOSIS = [("confirmed", _("Major depressive disorder, confirmed")), ("not", _("Not major depressive disorder")), ("unsure", _("Unsure"))]
SEVERITY = [
    ("subsyndromal", _("Below the threshold")),
    ("mild", _("Mild")),
    ("moderate", _("Moderate")),
    ("severe", _("Severe")),
    ("not_assessed", _("Not assessed")),
]
EXCLUSION = [("absent", _("Confirmed absent")), ("present", _("Present")), ("not_checked", _("Not checked"))]
YES_NO = [("yes", _("Yes, plan a visit")), ("no", _("No visit now"))]
TOO_LONG = _("Make it shorter: at most %(limit_value)d characters.")


def _radios(label: Any, choices: Sequence[tuple[str, Any]], todo: Any, **more: Any) -> forms.ChoiceField:
    """A choice with nothing chosen; `todo` is what to do where that is left so."""
    messages = dict.fromkeys(("required", "invalid_choice"), todo)
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect, error_messages=messages, **more)


class ReviewForm(forms.Form):
    """`conditions` are those that take a case out of the profile read; `signer` is the name the signature must be.

    `evaluation` and `review` travel with the page: the report that was read, and the id that makes sending twice one review.
    """

    evaluation = forms.UUIDField(widget=forms.HiddenInput)
    review = forms.UUIDField(widget=forms.HiddenInput)
    diagnosis = _radios(_("Diagnosis"), DIAGNOSIS, _("Choose what you make of the diagnosis."))
    severity = _radios(_("Severity now"), SEVERITY, _("Choose how severe it is now, or that it was not assessed."))
    decision = _radios(
        _("Your decision"),
        Review.Decision.choices,
        _("Choose whether you agree, disagree or need to know more."),
        help_text=_("On the conclusion above, for this person."),
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("What decided it. If you need to know more, write the questions for the patient here."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        error_messages={"required": _("Say in a few words what decided it."), "max_length": TOO_LONG},
    )
    plans_visit = _radios(_("See this person?"), YES_NO, _("Choose whether a visit is planned."))
    name = forms.CharField(
        label=_("Sign with your full name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": _("Type your full name to sign.")},
    )

    def __init__(self, *args: Any, conditions: Sequence[str], signer: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conditions, self.signer = list(conditions), signer
        for condition in self.conditions:
            label = wording.CONDITIONS[condition]
            todo = _("%(condition)s: choose whether it was confirmed absent, is present, or was not checked.") % {"condition": label}
            self.fields[f"exclusion_{condition}"] = _radios(label, EXCLUSION, todo)
        self.order_fields(["diagnosis", "severity", *(f"exclusion_{condition}" for condition in self.conditions)])
        self.fields["name"].help_text = _("As it stands in your account: %(name)s") % {"name": signer}
        self.helper = FormHelper()
        self.helper.layout = Layout(
            "evaluation",
            "review",
            Fieldset(_("What you confirm"), "diagnosis", "severity", *[f"exclusion_{condition}" for condition in self.conditions]),
            Fieldset(_("What you decide"), "decision", "reason", "plans_visit"),
            Fieldset(_("Signature"), "name", Submit("sign", _("Sign this review"))),
        )

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        if name.casefold() != self.signer.casefold():
            raise forms.ValidationError(_("Type your name as it stands in your account."))
        return name

    @property
    def findings(self) -> dict[str, Any]:
        """What is sealed with the review."""
        said = self.cleaned_data
        exclusions = {condition: said[f"exclusion_{condition}"] for condition in self.conditions}
        return {"diagnosis": said["diagnosis"], "severity": said["severity"], "exclusions": exclusions, "reason": said["reason"]}


class TakeForm(forms.Form):
    """Sent with the button that takes a case over: from whom, as the page said."""

    instead_of = forms.UUIDField(required=False)

    @property
    def who(self) -> uuid.UUID | None:
        """Nobody where it was not understood."""
        return self.cleaned_data["instead_of"] if self.is_valid() else None


def blank(*, evaluation: uuid.UUID, conditions: Sequence[str], signer: str) -> ReviewForm:
    """A form for the report before the reader, with an id of its own."""
    return ReviewForm(initial={"evaluation": evaluation, "review": uuid.uuid4()}, conditions=conditions, signer=signer)
