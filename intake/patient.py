"""The patient's session: opened by link and date of birth, ended by the server, good for one case and nothing else."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from intake.drafts.services import AlreadySent, OtherDevice
from intake.http import FormRequest, SeeOther
from intake.models import Case, Invitation
from intake.sittings import door

IDLE_SECONDS = 30 * 60
ABSOLUTE_SECONDS = 4 * 60 * 60
KEY = "patient"
UNSENT = ("csrfmiddlewaretoken", "window", "auto")  # what belongs to the page that was sent, not to the answers
REFRESH_SECONDS = 30  # the idle clock is written this often at most, not with every page

View = Callable[..., HttpResponse]


def begin(request: HttpRequest, invitation: Invitation, *, known: bool, device: str = "") -> None:
    """A new session with a new key and nothing of the old one in it, whoever was here before.

    `known`: this browser may see what the person wrote, not only whoever has link and birthday. `device`: as the draft has it.
    """
    now = int(time.time())
    request.session.flush()
    ticket = {"case": str(invitation.case.public_id), "invitation": str(invitation.pk), "opened_at": now, "seen_at": now}
    request.session[KEY] = ticket | {"known": known, "device": device}


def case_of(request: HttpRequest) -> Case | None:
    """The case whose session this is, or None where there is none, it has run out, or its link was taken back."""
    ticket = request.session.get(KEY)
    if not ticket:
        return None
    case = _case(ticket) if _lives(ticket) else None
    if case is None:
        request.session.flush()
    return case


def patient_session(view: View) -> View:
    """Hand the view `request.case` and `request.actor`; without a session answer with how to get back in."""

    @wraps(view)
    def guarded(request: FormRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        case = case_of(request)
        if case is None or _of_another(request, case):
            return _ended(request)
        _touch(request)
        request.case, request.actor, request.mark = case, case.patient, mark(case)
        ticket = request.session[KEY]
        request.known, request.device, request.sitting = ticket.get("known", False), ticket.get("device", ""), None
        return view(request, *args, **kwargs)

    return guarded


def form_session(view: View) -> View:
    """As `patient_session`, and open to staff who fill in this form for somebody: `request.sitting` says so, `request.actor` is theirs."""

    @wraps(view)
    def guarded(request: FormRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not door.begun(request):
            return patient_session(view)(request, *args, **kwargs)
        sitting = door.going_on(request)
        if sitting is None or _of_another(request, sitting.case):
            return _ended(request)
        request.case, request.actor, request.mark = sitting.case, sitting.began_by.actor, mark(sitting.case)
        request.known, request.device, request.sitting = True, "", sitting
        return view(request, *args, **kwargs)

    return guarded


def patient_only(view: View) -> View:
    """As `form_session`, for pages of a form not yet sent: once it is sent, even meanwhile, there is only the receipt."""

    @wraps(view)
    def guarded(request: FormRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            if not request.case.submission_id:
                return view(request, *args, **kwargs)
        except OtherDevice:
            return _ended(request)
        except AlreadySent:
            pass  # another request sent it after this one had looked
        return SeeOther(reverse("intake:done"))

    return form_session(guarded)


def mark(case: Case) -> str:
    """What a page of the form carries, so that it can't be saved into another person's form opened in the same browser."""
    return salted_hmac("intake.patient.mark", str(case.public_id), algorithm="sha256").hexdigest()[:16]


def _of_another(request: HttpRequest, case: Case) -> bool:
    return not constant_time_compare(request.POST.get("form", mark(case)), mark(case))


def _ended(request: HttpRequest) -> HttpResponse:
    """How to get back in. What was typed stays in this very answer, to be sent again from there."""
    shown = {"unsaved": request.method == "POST", "sent": typed(request), "staff": door.begun(request)}
    return render(request, "intake/invitations/ended.html", shown, status=403)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """Names and texts that a page of the form sent, in order."""
    if "form" not in request.POST:
        return []
    return [(name, text) for name, texts in request.POST.lists() if name not in UNSENT for text in texts]


def _case(ticket: dict[str, Any]) -> Case | None:
    """The case with its key, if the link still stands and nobody erased the person: one short question, since every page asks it."""
    cases = Case.objects.behind(ticket["invitation"]).select_related("data_key").filter(public_id=ticket["case"])
    return next(iter(cases), None)  # there is one at most; `first` would sort


def _lives(ticket: dict[str, Any]) -> bool:
    now = time.time()
    return now - ticket["seen_at"] < IDLE_SECONDS and now - ticket["opened_at"] < ABSOLUTE_SECONDS


def _touch(request: HttpRequest) -> None:
    """Move the idle clock on, unless a script asked and not a person (`X-Background`)."""
    ticket = request.session[KEY]
    if "X-Background" not in request.headers and time.time() - ticket["seen_at"] > REFRESH_SECONDS:
        request.session[KEY] = ticket | {"seen_at": int(time.time())}
