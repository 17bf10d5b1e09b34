from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from clinic.demo import load, staff


class Command(BaseCommand):
    help = "Loads the synthetic demo clinic and prints who can sign in. Running it again changes nothing."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is off: start with DEMO=true. Production refuses it.")
        load.load()
        self.stdout.write("Staff of the demo (invented people; these passwords belong to this installation alone):\n")
        for login in staff.logins():
            self.stdout.write(f"  {login.email:<28} {login.password}   key for an app: {login.secret}")
        self.stdout.write(
            f"\nThe second factor is a six-digit code. {settings.PUBLIC_URL}/demo/sign-in/ shows the code of each person;\n"
            "or add the key to an authenticator app. A code changes every 30 seconds and works once.\n"
            f"A patient's invitation: {settings.PUBLIC_URL}/demo/invitation/   Mail: {settings.PUBLIC_URL}/demo/outbox/"
        )
