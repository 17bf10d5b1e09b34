"""Print the engine's document of a case, for whoever wants to check the engine by hand."""

import json
import uuid
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from audit.actor import system
from audit.door import record
from intake.evaluations.report import history_of
from intake.models import Case


class Command(BaseCommand):
    help = "Print the trd.history/1 document of a case's submission."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("public_id", type=uuid.UUID)

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        sent = Case.objects.select_related("submission__case__data_key").filter(submission__isnull=False, data_key__isnull=False)
        case = sent.filter(public_id=options["public_id"]).first()
        if case is None or case.submission is None:
            raise CommandError("No submission of that case. Give the public id that stands in the record's address.")
        record(system("command"), "record.read", case=case.public_id, about=case.submission.pk)
        self.stdout.write(json.dumps(history_of(case.submission), indent=2, ensure_ascii=False))
