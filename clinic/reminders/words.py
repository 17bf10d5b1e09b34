"""The words about a visit: the clinic's neutral name, a day, a time, a telephone number, a link. Nothing else."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from clinic.models import Consultation
from clinic.reminders import plan
from clinic.reminders.when import day_of, time_of
from desk.context import spoken
from desk.kinds import Envelope, Void
from desk.models import Message
from intake.invitations import links
from intake.models import Invitation

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
        facts = {"clinic": settings.CLINIC_NAME, "phone": spoken(settings.CLINIC_PHONE), "link": _link(visit)}
        facts |= {"day": day_of(visit), "time": time_of(visit)}
        return Envelope(to, _(SUBJECTS[kind]), _(AROUND) % (facts | {"sentence": _(SENTENCES[kind]) % facts}))


def _link(visit: Consultation) -> str:
    """To the person's own visit, behind their date of birth; to the clinic's first page where they have no such link."""
    usable = Invitation.objects.usable().filter(case=visit.case, purpose=Invitation.VISIT)
    found = usable.order_by("created_at").last()
    return links.url(found) if found else f"{settings.PUBLIC_URL}/"
