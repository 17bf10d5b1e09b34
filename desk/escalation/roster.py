"""Who is on call now, and where a page for them goes."""

from django.conf import settings
from django.db import transaction
from django.db.models.functions import Now

from audit.actor import Actor
from audit.door import record
from desk.models import OnCall, Staff


@transaction.atomic
def put(*, whom: str, staff: Staff | None, address: str, by: Staff | None, actor: Actor) -> None:
    """Put somebody on a rung, or leave it empty."""
    if staff is None:
        OnCall.objects.filter(whom=whom).delete()
    else:
        OnCall.objects.update_or_create(whom=whom, defaults={"staff": staff, "address": address, "changed_at": Now(), "changed_by": by})
    record(actor, "on_call.changed", about=staff.public_id if staff else "", whom=whom, own_address=bool(address))


def standing(whom: str) -> OnCall | None:
    """Who stands on this rung and can be reached."""
    found = OnCall.objects.select_related("staff").filter(whom=whom).first()
    return found if found and found.reached_at else None


def address(whom: str) -> str:
    """Where a page for this rung goes now: to whoever stands there, else to the clinic's own address."""
    found = standing(whom)
    return found.reached_at if found else str(settings.ON_CALL_MAIL)
