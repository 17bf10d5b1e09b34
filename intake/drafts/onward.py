"""Where a page that was sent leads: to what its buttons ask for, else to the next question or page."""

from urllib.parse import urlencode

from django.urls import reverse

from intake.drafts import calm
from intake.drafts.calm import CALM, One
from intake.drafts.entries import taking_out
from intake.drafts.places import Place, following
from intake.http import FormRequest
from intake.questionnaire import Document


def onward(request: FormRequest, place: Place, one: One | None, document: Document) -> str:
    """To what was unticked and must be asked about; to the page's next question, where they are asked one by one; back to where
    the answers are checked, for who came from there; else the next page.
    """
    gone = taking_out(place, document, request.POST)
    following_one = calm.after(one, document) if one else None
    if gone:
        return gone
    if following_one:
        return following_one.url(**calm.from_check(request.GET))
    return reverse("intake:check") if "check" in request.GET else following(place, document)


def leaving(request: FormRequest, place: Place, one: One | None) -> str:
    """Where the buttons lead that ask for the form in another way; empty where none was pressed. Each keeps what the page holds first."""
    if CALM in request.POST:
        return _same_question(request, place, one)
    if "by_phone" in request.POST:
        return f"{reverse('intake:by_phone')}?{urlencode({'next': request.get_full_path()})}"
    return ""


def _same_question(request: FormRequest, place: Place, one: One | None) -> str:
    """The page in the other mode, at the question the person was at."""
    page = calm.address(place, **calm.from_check(request.GET))
    return f"{page}#div_id_{one.field}" if one else page


def after_help(address: str) -> str:
    """Help comes first, and leads on to the address."""
    return f"{reverse('intake:after_item9')}?{urlencode({'next': address})}"
