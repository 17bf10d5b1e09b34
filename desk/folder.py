"""Messages into a folder, one file each, for development, the demo and journeys."""

import os
import uuid
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class FolderBackend(BaseEmailBackend):
    """Django's own appends two mails of one second to one file; this one never does, and a reader sees whole files only."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for mail in email_messages:
            write(Path(settings.EMAIL_FILE_PATH), mail.message().as_bytes())  # type: ignore[misc]
        return len(email_messages)


def write(folder: Path, content: bytes) -> None:
    """One whole file, under a name of its own."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = f"{uuid.uuid4()}.eml"
    unfinished = folder / f".{name}"
    unfinished.write_bytes(content)
    os.replace(unfinished, folder / name)
