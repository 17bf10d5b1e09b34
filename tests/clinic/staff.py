"""Staff for tests: made in one line, and signed in with their second factor without walking through the pages."""

import time
from itertools import count

from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.conf import settings
from django.contrib.auth import login
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import Client

from clinic.access import session
from desk.models import Staff

NUMBERS = count(1)
PASSWORD = "willow-fern-otter-lamp"


def make(role: str = "clinician", *, name: str = "Robin Ash", password: str = "", second_factor: bool = True) -> Staff:
    """A member of staff. Hashing takes its time: give a password only where the test signs in with it."""
    staff = Staff(email=f"{role}{next(NUMBERS)}@staff.test", name=name, role=role)
    if password:
        staff.set_password(password)
    else:
        staff.password = "no password matches this"
    staff.save()
    if second_factor:
        staff.totp_secret = generate_totp_secret()
        TOTP.activate(staff, staff.totp_secret)
    return staff


def signed_in(staff: Staff | str = "clinician") -> Client:
    """A browser in which this person (or one with this role) has signed in, second factor and all."""
    staff = make(staff) if isinstance(staff, str) else staff
    request, client = HttpRequest(), Client()
    request.session = SessionStore()  # a client's own would first be kept without anybody in it: half of the cost
    login(request, staff, settings.AUTHENTICATION_BACKENDS[0])
    request.session[session.KEY] |= {"proved": True}
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    client.staff = staff
    return client


def code(staff: Staff) -> str:
    """The code that the person's app shows now."""
    return format_hotp_value(hotp_value(staff.totp_secret, int(time.time()) // 30))
