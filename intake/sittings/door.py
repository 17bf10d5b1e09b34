"""The way of staff to the pages of a form: which sitting goes on in this browser. Who is here, the room above knows."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest

from audit.actor import Actor
from intake.models import Case, Sitting

KEY = "sitting"
Who = Callable[[HttpRequest], Actor | None]
HelpPage = Callable[[Case], str]


@dataclass
class _Keeper:
    """Who is asked. Set once, as the process starts."""

    who: Who = lambda request: None
    help_page: HelpPage = lambda case: "/"


KEEPER = _Keeper()


def register(who: Who, help_page: HelpPage) -> None:
    """Name who knows the staff, and where staff read what to do for somebody who is not safe."""
    KEEPER.who, KEEPER.help_page = who, help_page


def enter(request: HttpRequest, sitting: Sitting) -> None:
    request.session[KEY] = str(sitting.pk)


def leave(request: HttpRequest) -> None:
    request.session.pop(KEY, None)


def begun(request: HttpRequest) -> bool:
    """Whether staff fill in a form here, or did until their session or the sitting ended."""
    return KEY in request.session


def going_on(request: HttpRequest) -> Sitting | None:
    """The sitting of who is signed in here, with its case, or None."""
    actor = KEEPER.who(request) if begun(request) else None
    if actor is None:
        return None
    own = Sitting.objects.own(actor).select_related("case__data_key", "began_by")
    return own.filter(pk=request.session[KEY]).first()


def help_page(case: Case) -> str:
    """Where staff read what to do now."""
    return KEEPER.help_page(case)
