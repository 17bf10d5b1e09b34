"""The words to somebody close: neutral, no name, written at the moment of sending."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from desk.context import spoken
from desk.kinds import Envelope, Void
from desk.models import Message
from intake.invitations import links
from intake.models import Invitation

BODY = gettext_noop(
    "Hello,\n\n"
    "Someone close to you gave us your address. They would like you to tell us what you know. They can tell you more.\n\n"
    "Open this link on a phone or a computer. It works until %(until)s. You need their date of birth:\n\n"
    "%(link)s\n\n"
    "Do you not know what this is about? Then leave it. Questions? Call us: %(phone)s.\n\n"
    "%(clinic)s\n"
)


def prepare(message: Message) -> Envelope | Void:
    """The letter with the link, or why there is nothing to say any more."""
    usable = Invitation.objects.usable().filter(pk=message.subject, caregiver__withdrawn_at__isnull=True, case__data_key__isnull=False)
    invitation = usable.select_related("caregiver__case__data_key").first()
    if invitation is None or invitation.caregiver is None:
        return Void("not_usable")
    facts = {"clinic": settings.CLINIC_NAME, "phone": spoken(settings.CLINIC_PHONE), "link": links.url(invitation)}
    with translation.override(invitation.caregiver.case.language):
        facts["until"] = links.until(invitation)
        return Envelope(invitation.caregiver.person["email"], _("A few questions from us"), _(BODY) % facts)
