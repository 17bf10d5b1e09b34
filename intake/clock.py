"""The time, by the one clock that every process shares: the database's."""

import datetime

from django.db import connection


def now() -> datetime.datetime:
    """The current time, aware, in UTC."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        at: datetime.datetime = cursor.fetchone()[0]
    return at
