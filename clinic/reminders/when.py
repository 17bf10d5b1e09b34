"""When a visit is, as a patient reads it: the clinic's wall time, in the language that is on."""

from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from clinic.consultations.wall import clinic_zone
from clinic.models import Consultation


def day_of(visit: Consultation) -> str:
    return date_format(visit.span.lower.astimezone(clinic_zone()), _("l, F j"))


def time_of(visit: Consultation) -> str:
    """`10:00 AM`, with the zone's name where the person's own clock shows another time."""
    local = visit.span.lower.astimezone(clinic_zone())
    text = date_format(local, _("g:i A"))
    elsewhere = local.astimezone(ZoneInfo(visit.case.time_zone)).utcoffset() != local.utcoffset()
    return f"{text} {local.tzname()}" if elsewhere else text
