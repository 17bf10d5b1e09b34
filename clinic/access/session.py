"""A member of staff's session: it ends by the server's clock, and says whether the second factor was shown in it."""

import time

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from desk.models import Staff
from intake import patient

IDLE_SECONDS = 15 * 60
ABSOLUTE_SECONDS = 12 * 60 * 60
REFRESH_SECONDS = 30  # the idle clock is written this often at most, not with every page
KEY = "staff"


def begin(request: HttpRequest, staff: Staff) -> None:
    """Start both clocks. What a patient's session left in this browser goes."""
    request.session.pop(patient.KEY, None)
    proved = any(record["method"] == "mfa" for record in get_authentication_records(request, staff))
    request.session[KEY] = {"began_at": time.time(), "seen_at": time.time(), "proved": proved}


def prove(request: HttpRequest) -> None:
    """The second factor was set up in this session, with a code to show that it works. The session gets a new key."""
    request.session.cycle_key()
    request.session[KEY] = request.session[KEY] | {"proved": True}


def proved(request: HttpRequest) -> bool:
    return bool(request.session.get(KEY, {}).get("proved"))


def over(request: HttpRequest) -> bool:
    """Fifteen minutes without a person's request, or twelve hours in all."""
    ticket, now = request.session.get(KEY), time.time()
    return not ticket or now - ticket["seen_at"] >= IDLE_SECONDS or now - ticket["began_at"] >= ABSOLUTE_SECONDS


def touch(request: HttpRequest) -> None:
    """Move the idle clock on, unless a script asked and not a person (`X-Background`)."""
    ticket = request.session[KEY]
    if "X-Background" not in request.headers and time.time() - ticket["seen_at"] > REFRESH_SECONDS:
        request.session[KEY] = ticket | {"seen_at": time.time()}
