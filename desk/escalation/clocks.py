"""A tier's ladder in this clinic: its file, its hours, whether somebody is on call day and night."""

import datetime

from django.conf import settings

from desk.escalation.ladder import Running, ladders


def running(tier: int, start: datetime.datetime) -> Running:
    return Running(ladders(settings.ESCALATION_FILE)[tier], start, settings.CLINIC_HOURS, settings.ON_CALL_DAY_AND_NIGHT)
