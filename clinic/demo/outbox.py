"""Every message the worker delivered, mail and text: one file each in a folder, read as a mail program would."""

import datetime
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings


@dataclass(frozen=True)
class Mail:
    to: str
    subject: str
    body: str
    at: datetime.datetime


def mails(limit: int = 200) -> list[Mail]:
    """The newest mails first. Files that another process is still writing begin with a dot and are left alone."""
    found = (path for folder in _folders() for path in folder.glob("[!.]*") if path.is_file())
    files = sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return [_read(path) for path in files[:limit]]


def _folders() -> set[Path]:
    gateway = urlsplit(settings.TEXT_URL)
    texts = unquote(gateway.path) if gateway.scheme == "folder" else ""
    return {Path(folder) for folder in (getattr(settings, "EMAIL_FILE_PATH", ""), texts) if folder}


def _read(path: Path) -> Mail:
    mail = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)
    body = mail.get_body(("plain",))
    at = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
    return Mail(str(mail["To"]), str(mail["Subject"]), str(body.get_content()) if body else "", at)
