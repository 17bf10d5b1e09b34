"""Days that a calendar or a record here can be asked for."""

import datetime

YEARS = range(2000, 2201)  # near the ends of what a date can hold, the next week or another zone runs over


def in_reach(day: datetime.date) -> bool:
    return day.year in YEARS
