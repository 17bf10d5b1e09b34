"""The words with the code: neutral, in the person's language, written at the moment of sending."""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from desk.context import spoken
from desk.kinds import Envelope, Void
from desk.models import Message
from intake.models import Invitation, PhoneCode
from intake.phone_code.services import number

BODY = gettext_noop(
    "%(code)s is your code for %(clinic)s. It works for %(minutes)s minutes. Did you not ask for it? Tell no one and call us: %(phone)s."
)


def prepare(message: Message) -> Envelope | Void:
    """The text with the code, or why there is nothing to say any more."""
    code = PhoneCode.objects.usable().filter(pk=message.subject, invitation__in=Invitation.objects.usable()).first()
    living = Invitation.objects.filter(phone_codes=code, case__data_key__isnull=False) if code else Invitation.objects.none()
    invitation = living.select_related("case__data_key").first()
    if code is None or invitation is None:
        return Void("not_usable")
    to = number(invitation)
    return _text(code, invitation, to) if to else Void("no_number")


def _text(code: PhoneCode, invitation: Invitation, to: str) -> Envelope:
    facts = {"code": code.digits, "clinic": settings.CLINIC_NAME, "phone": spoken(settings.CLINIC_PHONE), "minutes": code.MINUTES}
    with translation.override(invitation.case.language):
        return Envelope(to, "", _(BODY) % facts)
