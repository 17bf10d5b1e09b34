"""One message to the mail server, and what can honestly be said about it afterwards."""

import smtplib
from contextlib import suppress
from enum import Enum
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from desk.kinds import Envelope


class Outcome(Enum):
    """SENT: accepted. REFUSED: a final no. LATER: not now. AWAY: no server to ask. UNKNOWN: the answer was lost."""

    SENT = "sent"
    REFUSED = "refused"
    LATER = "later"
    AWAY = "away"
    UNKNOWN = "unknown"


def compose(envelope: Envelope, message_id: object) -> EmailMessage:
    """The mail with our own Message-ID, the same at every try. Raises ValueError for an address that can't be one."""
    host = urlsplit(settings.PUBLIC_URL).hostname or "localhost"
    headers = {"Message-ID": f"<{message_id}@{host}>", "Auto-Submitted": "auto-generated"}
    mail = EmailMessage(envelope.subject, envelope.body, to=[envelope.to], headers=headers)
    mail.message()
    return mail


def send(mail: EmailMessage) -> Outcome:
    """Hand a mail over. Only what fails before the server could have taken it counts as not taken."""
    server = get_connection()
    try:
        server.open()
    except (OSError, smtplib.SMTPException):
        return Outcome.AWAY
    try:
        server.send_messages([mail])
    except smtplib.SMTPException as error:
        return _answer(error)
    except ValueError:  # an address that this server's protocol can't carry
        return Outcome.REFUSED
    except OSError:
        return Outcome.UNKNOWN
    finally:
        with suppress(OSError, smtplib.SMTPException):
            server.close()
    return Outcome.SENT


def _answer(error: smtplib.SMTPException) -> Outcome:
    codes = _codes(error)
    if not codes:
        return Outcome.UNKNOWN
    return Outcome.REFUSED if all(500 <= code < 600 for code in codes) else Outcome.LATER


def _codes(error: smtplib.SMTPException) -> list[int]:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return [code for code, _ in error.recipients.values()]
    return [error.smtp_code] if isinstance(error, smtplib.SMTPResponseException) else []
