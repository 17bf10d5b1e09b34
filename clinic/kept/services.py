"""What a member of staff sent when the session had ended: kept for an hour, sealed, for that person alone. See docs/adr/0014."""

import json
import uuid
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.cache import cache
from django.http import HttpRequest, QueryDict
from django.middleware.csrf import CsrfViewMiddleware

from clinic.access import sealing
from desk.models import Staff
from vault.seal import Tampered

SECONDS = 60 * 60
LIMIT = 200_000  # characters; the longest form of ours stays far below
HOME = "/clinic/"
OURS = {"csrfmiddlewaretoken", "kept"}


@dataclass(frozen=True)
class Kept:
    """A form as it was sent: where to, from which page, and its fields in their order."""

    path: str
    page: str
    fields: list[tuple[str, list[str]]]

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every field and value, to be sent again as they were."""
        return [(name, value) for name, values in self.fields for value in values]

    @property
    def readable(self) -> list[tuple[str, str]]:
        """What a person typed or chose, less what only a program reads."""
        return [(name.replace("_", " ").capitalize(), value) for name, value in self.pairs if value.strip() and not _number(value)]


def keep(request: HttpRequest, staff: Staff) -> bool:
    """Keep what was sent; False where nothing was typed, or where another site may have made the browser send it."""
    if request.method != "POST" or not _from_our_page(request):
        return False
    return keep_trusted(request, staff)


def keep_trusted(request: HttpRequest, staff: Staff) -> bool:
    """As `keep`, for a request that was seen to come from a page of ours."""
    kept = Kept(request.get_full_path(), page_of(request), _fields(request.POST))
    text = json.dumps([kept.path, kept.page, kept.fields])
    if not kept.readable or len(text) > LIMIT:
        return False
    cache.set(_key(staff), sealing.encrypt(text, _place(staff)), SECONDS)
    return True


def find(staff: Staff) -> Kept | None:
    """What is kept for this person; nothing where it is another's or was altered."""
    try:
        sealed = cache.get(_key(staff))
        path, page, fields = json.loads(sealing.decrypt(sealed, _place(staff))) if sealed else ("", "", [])
    except Tampered:
        return None
    return Kept(path, page, [(name, values) for name, values in fields]) if path else None


def forget(staff: Staff) -> None:
    cache.delete(_key(staff))


def _fields(sent: QueryDict) -> list[tuple[str, list[str]]]:
    return [(name, values) for name, values in sent.lists() if name not in OURS]


def _from_our_page(request: HttpRequest) -> bool:
    """The form's token is right: the middleware that checks it comes after the one that asks."""
    return CsrfViewMiddleware(lambda request: None).process_view(request, lambda request: None, (), {}) is None  # type: ignore[arg-type, return-value]


def page_of(request: HttpRequest) -> str:
    """The page the form stood on, where the browser says so and it is one of ours."""
    told = urlsplit(request.headers.get("Referer", ""))
    return told.path if told.netloc == request.get_host() and told.path.startswith(HOME) else HOME


def _number(value: str) -> bool:
    try:
        uuid.UUID(value)
    except ValueError:
        return False
    return True


def _key(staff: Staff) -> str:
    return f"kept-{staff.public_id}"


def _place(staff: Staff) -> str:
    return f"kept|{staff.public_id}"
