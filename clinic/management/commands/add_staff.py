import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from audit.actor import system
from clinic.people import services
from desk.models import Staff


class Command(BaseCommand):
    help = "Adds a member of staff and prints a one-time password; the first account of a clinic is made with this."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--email", required=True)
        parser.add_argument("--name", required=True)
        parser.add_argument("--role", required=True, choices=Staff.Role.values)
        parser.add_argument(
            "--json", action="store_true", help="set the second factor up too; print email, password and its secret, as one line of JSON"
        )

    def handle(self, *, email: str, name: str, role: str, **options: Any) -> None:
        if Staff.objects.filter(email=email.lower()).exists():
            raise CommandError(f"{email} already has an account.")
        with transaction.atomic():
            staff, password = services.add(email=email, name=name, role=role, by=system("add_staff"))
            secret = services.set_up_second_factor(staff=staff, by=system("add_staff")) if options["json"] else None
        told = {"email": staff.email, "password": password} | ({"totp_secret": secret} if secret else {})
        self.stdout.write(json.dumps(told) if options["json"] else f"{staff.email}: one-time password {password}, good for three days")
