"""One change at a time to a clinician's calendar and hours."""

from django.db import connection

from desk.models import Staff

CALENDAR = 7_405_114  # the advisory lock's first half; the second is the clinician


def take_calendar(clinician: Staff) -> None:
    """Wait for the clinician's calendar until the transaction ends: without this, many who collide deadlock for seconds."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [CALENDAR, clinician.pk])
