"""One text message to the gateway, and what can honestly be said about it afterwards."""

import json
import re
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

from django.conf import settings

from desk import folder
from desk.kinds import Envelope
from desk.mail import Outcome

SECONDS = 10  # for each word of the gateway; far under a lease
NUMBER = re.compile(r"\+[1-9][0-9]{7,14}")  # E.164
US_DIGITS = 10
NOT_NOW = {408, 425, 429}


@dataclass(frozen=True)
class Text:
    """`id` is the message's own at every try: a gateway that knows it drops the second."""

    id: str
    to: str
    words: str


def dialled(number: str) -> str:
    """A number that somebody typed, as a gateway takes it (E.164); "" where its country can't be told."""
    digits = re.sub("[^0-9]", "", number)
    if not number.strip().startswith("+"):
        at_home = settings.CLINIC_PHONE.startswith("+1") and len(digits.removeprefix("1")) == US_DIGITS
        digits = "1" + digits.removeprefix("1") if at_home else ""
    return found[0] if (found := NUMBER.fullmatch(f"+{digits}")) else ""


def compose(envelope: Envelope, message_id: object) -> Text:
    """The text with our own number. Raises ValueError for what can't be dialled."""
    if not NUMBER.fullmatch(envelope.to):
        raise ValueError("not a number that can be dialled")
    return Text(str(message_id), envelope.to, envelope.body)


def send(text: Text) -> Outcome:
    """Hand a text over. Only what fails before the gateway could have taken it counts as not taken."""
    gateway = urlsplit(settings.TEXT_URL)
    if gateway.scheme == "folder":
        return _keep(Path(unquote(gateway.path)), text)
    return _ask(gateway, text) if gateway.hostname else Outcome.AWAY


def _keep(where: Path, text: Text) -> Outcome:
    """As a mail, so that one reader reads both."""
    try:
        folder.write(where, f"To: {text.to}\nSubject: Text message\nContent-Type: text/plain; charset=utf-8\n\n{text.words}\n".encode())
    except OSError:
        return Outcome.AWAY
    return Outcome.SENT


def _ask(gateway: SplitResult, text: Text) -> Outcome:
    """Without `urllib.request`: it can't tell a gateway that is away from one that hung up, and it follows wherever it is sent."""
    kind = HTTPSConnection if gateway.scheme == "https" else HTTPConnection
    line = kind(gateway.hostname or "", gateway.port, timeout=SECONDS)
    try:
        line.connect()
    except OSError:
        return Outcome.AWAY
    try:
        line.request("POST", gateway._replace(scheme="", netloc="").geturl() or "/", *_said(text))
        return _answer(line.getresponse().status)
    except (OSError, HTTPException):
        return Outcome.UNKNOWN
    finally:
        line.close()


def _said(text: Text) -> tuple[bytes, dict[str, str]]:
    """Body and headers."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": text.id}
    if settings.TEXT_TOKEN:
        headers["Authorization"] = f"Bearer {settings.TEXT_TOKEN}"
    return json.dumps({"to": text.to, "text": text.words}).encode(), headers


def _answer(status: int) -> Outcome:
    if 200 <= status < 300:
        return Outcome.SENT
    return Outcome.LATER if status >= 500 or status in NOT_NOW else Outcome.REFUSED
