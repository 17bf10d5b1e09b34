"""Is the process alive, is it ready, and the pages for what went wrong."""

import sys
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from kombu.connection import Connection

from clinic.kept import services as kept
from config import trouble
from desk.models import Staff
from intake.http import SeeOther


def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return HttpResponse("ok", content_type="text/plain")


def readyz(request: HttpRequest) -> JsonResponse:
    """Database and broker answer, or 503 with the one that does not."""
    state = {"database": _database(), "broker": _broker()}
    return JsonResponse(state, status=200 if all(state.values()) else 503)


def _database() -> bool:
    """It answers, and takes what is written: a page that can only be read is no clinic."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('transaction_read_only') = 'off'")
            return bool(cursor.fetchone()[0])
    except (DatabaseError, InterfaceError):
        return False


def _broker() -> bool:
    options = settings.CELERY_BROKER_TRANSPORT_OPTIONS
    try:
        with Connection(settings.CELERY_BROKER_URL, transport_options=options) as broker:
            broker.ensure_connection(max_retries=1, timeout=2)
            broker.default_channel.client.ping()
    except Exception:  # kombu and redis have no common ancestor for "not there"
        return False
    return True


def bad_request(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page is from before the last sign-in, or another site sent this. What staff sent from a page of ours is kept."""
    staff = getattr(request, "user", None)
    if isinstance(staff, Staff) and _from_our_page(request, reason) and kept.keep_trusted(request, staff):
        return SeeOther(reverse("clinic:kept"))
    return render(request, "403.html", {"stale": True}, status=403)


def _from_our_page(request: HttpRequest, reason: str) -> bool:
    """The browser named a page of ours as the origin, and only the form's token is not today's. Django looks at the origin first."""
    return request.path.startswith("/clinic/") and "Origin" in request.headers and reason.startswith("CSRF token")


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A page without database or context processors: they may be what broke. Django calls this while it handles the error."""
    if trouble.is_database(sys.exception()):
        return trouble.unavailable(request)
    return render(None, "500.html", status=500)
