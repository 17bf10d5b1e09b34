from django.http import HttpResponseRedirect


class SeeOther(HttpResponseRedirect):
    """The answer to a POST that was done: get that page now."""

    status_code = 303
