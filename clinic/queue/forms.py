"""What a clinician may look for in the queue."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout, Submit
from django import forms
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from clinic import wording
from clinic.queue.order import WAITING
from intake.models import Case
from intake.models.case import CaseQuerySet

SHOWN = (*WAITING, Case.State.SIGNED, Case.State.SCHEDULED, Case.State.SEEN)
CONCLUSIONS = [(word, chip) for word, chip in wording.CHIPS.items() if word]


class FilterForm(forms.Form):
    """Sent by GET. It narrows the list and never changes its order."""

    state = forms.ChoiceField(
        label=_("State"), required=False, choices=[("", _("All that wait")), *((state, Case.State(state).label) for state in SHOWN)]
    )
    conclusion = forms.ChoiceField(label=_("Conclusion"), required=False, choices=[("", _("Any")), *CONCLUSIONS])
    mine = forms.BooleanField(label=_("Only what I took"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_method = "get"
        self.helper.disable_csrf = True
        self.helper.hide_optional = True
        self.helper.layout = Layout("state", "conclusion", "mine", Submit("", _("Show")))

    def narrow(self, cases: CaseQuerySet, actor: Actor) -> CaseQuerySet:
        """The submitted cases that fit; what was not understood narrows nothing."""
        wanted = self.cleaned_data if self.is_valid() else {}
        found = cases.filter(state__in=[wanted["state"]] if wanted.get("state") else WAITING)
        if wanted.get("conclusion"):
            found = found.filter(conclusion=wanted["conclusion"])
        return found.filter(reviewer__public_id=actor.id) if wanted.get("mine") else found
