"""The front door of the clinic for patients."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from intake.drafts.minutes import minutes_in_all


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What this is and how to get in. The demo shows its ways in."""
    return render(request, "intake/pages/start.html", {"minutes": minutes_in_all()})
