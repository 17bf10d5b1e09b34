"""Make an invitation from the command line and print its link."""

import datetime
import json
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.forms import Field

from audit.actor import system
from intake.invitations import links
from intake.invitations.fields import EmailField, PhoneField
from intake.invitations.services import UnderAge, call_family, invite


class Command(BaseCommand):
    help = "Invite a person: makes a case and a link that works for seven days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--name", required=True)
        parser.add_argument("--date-of-birth", required=True, type=_day, metavar="YYYY-MM-DD")
        parser.add_argument(
            "--email", required=True, type=_by(EmailField(required=False)), help="where the link is mailed; '' mails nothing"
        )
        parser.add_argument("--phone", default="", type=_by(PhoneField(required=False, max_length=40)))
        parser.add_argument("--language", choices=[code for code, _ in settings.LANGUAGES], default="en")
        parser.add_argument("--json", action="store_true", help='print {"link": …}')

    def handle(self, *args: Any, **options: Any) -> None:
        details = {name: options[name] for name in ("name", "date_of_birth", "email", "phone", "language")}
        try:
            link = links.url(invite(**details, by=system("command")))
        except UnderAge as refusal:
            call_family(by=system("command"))
            raise CommandError(str(refusal)) from None
        self.stdout.write(json.dumps({"link": link}) if options["json"] else link)


def _by(field: Field) -> Callable[[str], str]:
    """What the field of a form makes of a text, and its words where it refuses."""

    def cleaned(text: str) -> str:
        try:
            return str(field.clean(text))
        except ValidationError as refusal:
            raise ArgumentTypeError(" ".join(refusal.messages)) from None

    return cleaned


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no date: write it like 1980-03-27") from None
