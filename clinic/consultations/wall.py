"""The clinic's wall clock: hours are what the clock on the wall says, stored times are UTC."""

import datetime
from zoneinfo import ZoneInfo

from django.conf import settings

MINUTE = datetime.timedelta(minutes=1)


def clinic_zone() -> ZoneInfo:
    return ZoneInfo(settings.TIME_ZONE)


def instant(day: datetime.date, clock: datetime.time, zone: ZoneInfo) -> datetime.datetime:
    """The moment (UTC) a wall clock shows this time: in a gap the next minute there is, in an overlap the first."""
    wall = datetime.datetime.combine(day, clock)
    while (moment := wall.replace(tzinfo=zone).astimezone(datetime.UTC)).astimezone(zone).replace(tzinfo=None) != wall:
        wall += MINUTE
    return moment


def monday(day: datetime.date) -> datetime.date:
    """The first day of its week."""
    return day - datetime.timedelta(days=day.weekday())
