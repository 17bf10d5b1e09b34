from typing import Any

from django.core.management.base import BaseCommand, CommandError

from audit import chain
from audit.models import Entry, Seal


class Command(BaseCommand):
    help = "Checks every audit entry and the chain over them; names the first bad one."

    def handle(self, *args: Any, **options: Any) -> None:
        fault = chain.verify()
        if fault:
            raise CommandError(f"{fault.place} {fault.what}")
        self.stdout.write(
            f"{Entry.objects.count()} entries, {Seal.objects.count()} seals: unaltered and complete. Entries younger than the last seal could still be removed unseen."
        )
