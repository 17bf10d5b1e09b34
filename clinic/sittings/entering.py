"""Somebody whose form staff fill in without a link: one case, however often and by however many they are entered."""

import datetime
from typing import Any

from django.db import connection, transaction

from audit.actor import Actor
from clinic.sittings import listing
from intake.invitations.services import open_case
from intake.models import Case

ENTERING = 7_405_115  # the advisory lock: one at a time, since who is being entered is sealed and no constraint can see it


@transaction.atomic
def enter(*, name: str, date_of_birth: datetime.date, by: Actor, **more: Any) -> Case:
    """The case of this person that staff began and nobody sent; a new one where there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ENTERING])
    return listing.same(by, name, date_of_birth) or open_case(name=name, date_of_birth=date_of_birth, by=by, **more)
