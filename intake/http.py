from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse


class SeeOther(HttpResponseRedirect):
    """The answer to a POST that was done: get that page now."""

    status_code = 303


def next_in_form(request: HttpRequest) -> str:
    """The next page of the form, where `next` names one; anything else leads to the form's own start."""
    to, home = request.GET.get("next", ""), reverse("intake:home")
    return to if to.startswith(home) and ".." not in to else home
