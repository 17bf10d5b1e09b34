"""The browser that began a draft is known by a signed cookie: another one, with link and birthday alone, sees no answers."""

import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from intake.models import Draft, Invitation

MAX_AGE = datetime.timedelta(days=Invitation.DAYS)
SALT = "intake.device"


def remember(response: HttpResponse, draft: Draft, mark: str) -> None:
    """`mark`: the draft's own, or the one it will have if its first answer comes from here."""
    response.set_signed_cookie(
        cookie_name(draft),
        _value(draft, mark),
        salt=SALT,
        max_age=MAX_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def knows(request: HttpRequest, draft: Draft) -> bool:
    value = request.get_signed_cookie(cookie_name(draft), default=None, salt=SALT, max_age=MAX_AGE)
    return value == _value(draft, draft.device)


def knows_others(request: HttpRequest, draft: Draft) -> bool:
    """Whether somebody else's draft was opened in this browser too."""
    return any(name.startswith(_prefix()) and name != cookie_name(draft) for name in request.COOKIES)


def cookie_name(draft: Draft) -> str:
    """One cookie a draft: two people may share a telephone."""
    return _prefix() + draft.pk.hex[:16]


def _value(draft: Draft, mark: str) -> str:
    return f"{draft.pk}:{mark}"


def _prefix() -> str:
    return ("__Host-" if settings.PRODUCTION else "") + "draft-"
