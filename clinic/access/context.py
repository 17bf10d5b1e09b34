"""What the staff frame needs: where this person may go, and where they are."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.access import session
from clinic.access.roles import CLINICAL, MANAGING, VISITS


@dataclass(frozen=True)
class Item:
    url: str
    label: str | Promise
    current: bool = False


# The addresses are fixed ends of the product; so is who may open them.
PLACES: list[tuple[str, str | Promise, tuple[str, ...]]] = [
    ("/clinic/", _("Queue"), VISITS),
    ("/clinic/invitations/", _("Invitations"), VISITS),
    ("/clinic/consultations/", _("Consultations"), VISITS),
    ("/clinic/reminders/", _("Messages"), VISITS),
    ("/clinic/safety/on-call/", _("On call"), tuple(dict.fromkeys(CLINICAL + MANAGING))),
    ("/clinic/people/", _("Staff"), MANAGING),
    ("/clinic/audit/", _("Audit"), tuple(dict.fromkeys(CLINICAL + MANAGING))),
]


def staff(request: HttpRequest) -> dict[str, object]:
    """`nav`: the places of this person's role. Empty for patients, and until the second factor was shown."""
    if not request.path.startswith(("/clinic/", "/accounts/")) or not hasattr(request, "user"):
        return {"nav": []}
    if not request.user.is_authenticated or not session.proved(request):
        return {"nav": []}
    here = _here(request.path)
    return {"nav": [Item(url, label, url == here) for url, label, roles in PLACES if request.user.role in roles]}


def _here(path: str) -> str:
    """The longest place that the path lies below; a record is opened from the queue."""
    below = [url for url, _, _ in PLACES if path.startswith(url)]
    return max(below, key=len, default="")
