"""What a view of the form is asked with, and answers with."""

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse

from audit.actor import Actor
from intake.models import Case, Sitting


class FormRequest(HttpRequest):
    """What a view behind `patient_session` or `form_session` gets.

    `actor` is the patient, or staff who fill in this form in a `sitting`. `known`: this browser may see what was written;
    `device`: its mark, as the draft has it. `mark` is what its pages carry.
    """

    case: Case
    actor: Actor
    mark: str
    known: bool
    device: str
    sitting: Sitting | None


class SeeOther(HttpResponseRedirect):
    """The answer to a POST that was done: get that page now."""

    status_code = 303


def next_in_form(request: HttpRequest) -> str:
    """The next page of the form, where `next` names one; anything else leads to the form's own start."""
    to, home = request.GET.get("next", ""), reverse("intake:home")
    return to if to.startswith(home) and ".." not in to else home
