"""Which role may open a staff page. Every staff view names its roles with this and nothing else."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from audit.actor import Actor
from clinic.access import refusals
from desk.models import Staff

View = Callable[..., HttpResponse]
CLINICAL = ("clinician", "lead")
SCHEDULING = ("scheduler", "lead")
VISITS = ("clinician", "scheduler", "lead")
MANAGING = ("lead", "administrator")
EVERYBODY = ("clinician", "scheduler", "lead", "administrator")


class StaffRequest(HttpRequest):
    """What a view behind `staff_only` gets."""

    actor: Actor
    user: Staff


def staff_only(*roles: str) -> Callable[[View], View]:
    """Refuse with 403 whoever has none of the roles, and note it; hand the view a request with `actor` on it.

    It stands outside the view's transaction: raising would take the note back with everything else.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            actor: Actor | None = getattr(request.user, "actor", None)
            if actor is None:
                raise PermissionDenied
            if actor.role not in roles:
                refusals.note(request, actor)
                raise PermissionDenied
            request.actor = actor  # type: ignore[attr-defined]
            return view(request, *args, **kwargs)

        guarded.roles = roles  # type: ignore[attr-defined]
        return guarded

    return decorate
