"""The words of the invitation: neutral, in the person's language, written at the moment of sending."""

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
    "You have a form to fill in for your appointment with %(clinic)s.\n\n"
    "Open this link on a phone or a computer. It works until %(until)s:\n\n"
    "%(link)s\n\n"
    "You can stop and come back later. Questions? Call us: %(phone)s.\n\n"
    "%(clinic)s\n"
)


def prepare(message: Message) -> Envelope | Void:
    """The letter with the link, or why there is nothing to say any more."""
    usable = Invitation.objects.usable().select_related("case__data_key")
    invitation = usable.filter(pk=message.subject, case__data_key__isnull=False).first()
    if invitation is None:
        return Void("not_usable")
    if invitation.case.submission_id:
        return Void("already_sent")
    to = invitation.case.person["email"]
    return _letter(invitation, to) if to else Void("no_address")


def _letter(invitation: Invitation, to: str) -> Envelope:
    facts = {"clinic": settings.CLINIC_NAME, "phone": spoken(settings.CLINIC_PHONE), "link": links.url(invitation)}
    with translation.override(invitation.case.language):
        facts["until"] = links.until(invitation)
        return Envelope(to, _("A form for your appointment"), _(BODY) % facts)
