"""The link: a random id and an HMAC over it under a key that the database does not hold."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from intake.models import Invitation

_DOORS = {Invitation.CAREGIVER: "intake:caregiver_open"}
ID_BYTES = 16
MAC_BYTES = 20  # with the id 36 bytes, which is 48 base64 characters and no padding


def url(invitation: Invitation) -> str:
    """The absolute address, from settings: never from what a request says its host is."""
    return settings.PUBLIC_URL + reverse(_DOORS.get(invitation.purpose, "intake:open"), args=[token(invitation)])


def until(invitation: Invitation) -> str:
    """When it stops, for a letter that may leave days after it was caused. By the clinic's clock, in the language that is on."""
    last = timezone.localtime(invitation.expires_at)
    return f"{date_format(last, _('l, F j'))}, {date_format(last, _('g:i A'))}"


def token(invitation: Invitation) -> str:
    return _token(invitation.purpose, bytes(invitation.link_id))


def find(token: str, purposes: Iterable[str] = Invitation.OWN) -> Invitation | None:
    """The invitation of one of these purposes that a genuine token names, in whatever state it is; None for everything else."""
    link_id = _link_id(token)
    # The whole text is compared, so that a second spelling of the same bytes is refused too.
    genuine = [each for each in purposes if hmac.compare_digest(_token(each, link_id).encode(), token.encode("utf-8", "replace"))]
    return Invitation.objects.filter(link_id=link_id, purpose__in=genuine).first() if genuine else None


def _token(purpose: str, link_id: bytes) -> str:
    mac = hmac.digest(settings.LINK_KEY, purpose.encode() + b"|" + link_id, hashlib.sha256)[:MAC_BYTES]
    return base64.urlsafe_b64encode(link_id + mac).decode()


def _link_id(token: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(token.encode("ascii"))[:ID_BYTES]
    except (UnicodeEncodeError, binascii.Error):
        return b""
