"""The visit as it was on the page that a button was pressed on."""

import copy

from django.http import HttpRequest

from clinic.models import Consultation


def as_seen(request: HttpRequest, visit: Consultation) -> Consultation:
    """With the version the page showed, so that what changed meanwhile is noticed. Without one it matches none."""
    shown = copy.copy(visit)
    text = request.POST.get("version", "")
    shown.version = int(text) if text.isdecimal() and len(text) < 9 else 0
    return shown
