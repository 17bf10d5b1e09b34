"""Fill a database with invented submissions, to measure with or to look at."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from intake.synthetic.services import synthesize

REPORT_EVERY = 100


class Command(BaseCommand):
    help = "Make synthetic submissions, evaluated, with plausible variety; the same seed gives the same answers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--submissions", type=int, required=True, metavar="N")
        parser.add_argument("--seed", type=int, required=True, metavar="S")

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.PRODUCTION:
            raise CommandError("Invented people have no place among real ones: this runs outside production only.")
        for number in range(options["submissions"]):
            synthesize(seed=options["seed"], number=number)
            if (number + 1) % REPORT_EVERY == 0:
                self.stderr.write(f"{number + 1} of {options['submissions']}")
        self.stdout.write(f"{options['submissions']} submissions")
