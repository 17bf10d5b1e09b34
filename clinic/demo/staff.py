"""The demo's staff. Passwords and second factors follow from the installation's own secret: nothing well known lies in the code."""

import base64
import hashlib
import hmac
import time
from dataclasses import dataclass

from allauth.mfa import app_settings
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.conf import settings
from django.db import transaction

from audit.actor import system
from clinic.people import services
from desk.models import Staff

DEMO = system("demo")
STAFF = [("clinician", "Dana Okafor"), ("scheduler", "Sam Whitlock"), ("lead", "Lee Marchetti"), ("administrator", "Ari Solberg")]


@dataclass(frozen=True)
class Login:
    """Everything that signs a member of the demo's staff in."""

    role: str
    name: str
    email: str
    password: str
    secret: str

    @property
    def code(self) -> str:
        """The code that an authenticator app would show now."""
        return format_hotp_value(hotp_value(self.secret, int(time.time()) // app_settings.TOTP_PERIOD))


def logins() -> list[Login]:
    return [_login(role, name) for role, name in STAFF]


def seconds_left() -> int:
    """How long the present codes still work."""
    period: int = app_settings.TOTP_PERIOD
    return period - int(time.time()) % period


@transaction.atomic
def ensure(login: Login) -> Staff:
    """This member of staff, made if there is none; an account that is there stays as it is."""
    found = Staff.objects.filter(email=login.email).first()
    if found:
        return found
    staff, _ = services.add(email=login.email, name=login.name, role=login.role, by=DEMO)
    staff.set_password(login.password)
    staff.save(update_fields=["password"])
    services.set_up_second_factor(staff=staff, by=DEMO, secret=login.secret)
    return staff


def _login(role: str, name: str) -> Login:
    email = f"{role}@demo.example"
    letters = base64.b32encode(_derived("password", email)).decode().lower()
    password = "-".join(letters[start : start + 5] for start in range(0, 20, 5))
    return Login(role, name, email, password, base64.b32encode(_derived("second factor", email)[:20]).decode())


def _derived(purpose: str, email: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), f"demo|{purpose}|{email}".encode(), hashlib.sha256)
