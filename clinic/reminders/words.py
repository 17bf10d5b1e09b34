"""The words about a visit: the clinic's neutral name, a day, a time, a telephone number, a link. Nothing else."""

import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from clinic.consultations.wall import clinic_zone
from clinic.models import Consultation
from clinic.reminders import plan
from desk.context import spoken
from desk.kinds import Envelope, Void
from desk.models import Message

SUBJECTS = {
    plan.BOOKED: gettext_noop("Your appointment"),
    plan.REMINDER: gettext_noop("Appointment reminder"),
    plan.MOVED: gettext_noop("Your appointment has a new time"),
    plan.CANCELLED: gettext_noop("Your appointment is cancelled"),
}
SENTENCES = {
    plan.BOOKED: gettext_noop("You have an appointment with %(clinic)s on %(day)s at %(time)s."),
    plan.REMINDER: gettext_noop("This is a reminder of your appointment with %(clinic)s on %(day)s at %(time)s."),
    plan.MOVED: gettext_noop("Your appointment with %(clinic)s has a new time: %(day)s at %(time)s."),
    plan.CANCELLED: gettext_noop("Your appointment with %(clinic)s on %(day)s at %(time)s is cancelled."),
}
AROUND = gettext_noop("Hello,\n\n%(sentence)s\n\nTo change it, or with any question, call us: %(phone)s.\n\n%(link)s\n\n%(clinic)s\n")


def prepare(message: Message) -> Envelope | Void:
    """The mail about a visit as it stands now, or why there is nothing to say any more."""
    visit = Consultation.objects.select_related("case__data_key").filter(pk=message.subject).first()
    if visit is None:
        return Void("gone")
    if visit.version != message.subject_version:
        return Void("moved")
    expected = Consultation.State.CANCELLED if message.kind == plan.CANCELLED else Consultation.State.BOOKED
    if visit.state != expected:
        return Void(str(visit.state))
    to = visit.case.person["email"]
    return write(message.kind, visit, to) if to else Void("no_address")


def write(kind: str, visit: Consultation, to: str) -> Envelope:
    """In the person's language. The time is the clinic's; where they live in another zone, it says so."""
    with translation.override(visit.case.language):
        local = visit.span.lower.astimezone(clinic_zone())
        facts = {"clinic": settings.CLINIC_NAME, "phone": spoken(settings.CLINIC_PHONE), "link": f"{settings.PUBLIC_URL}/"}
        facts |= {"day": date_format(local, _("l, F j")), "time": _clock(local, visit.case.time_zone)}
        return Envelope(to, _(SUBJECTS[kind]), _(AROUND) % (facts | {"sentence": _(SENTENCES[kind]) % facts}))


def _clock(local: datetime.datetime, home: str) -> str:
    """`10:00 AM`, with the zone's name where the person's own clock shows another time."""
    text = date_format(local, _("g:i A"))
    elsewhere = local.astimezone(ZoneInfo(home)).utcoffset() != local.utcoffset()
    return f"{text} {local.tzname()}" if elsewhere else text
