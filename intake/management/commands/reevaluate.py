"""Evaluate every submission under the present rules and say which flags moved."""

from argparse import ArgumentParser
from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

import trd
from intake.evaluations.again import Moves, reevaluate


class Command(BaseCommand):
    help = "Evaluate every submission under the present rules; stopped and started again, it goes on where it was."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--profile", choices=[profile.id for profile in trd.profiles()], default=settings.CLINIC_PROFILE)
        parser.add_argument("--workers", type=int, default=1)
        parser.add_argument("--everything", action="store_true", help="also what these rules have evaluated before")

    def handle(self, *args: Any, **options: Any) -> None:
        total: Moves = Counter()
        found = reevaluate(profile=options["profile"], workers=max(1, options["workers"]), everything=options["everything"])
        for moves in found:
            total.update(moves)
            self.stderr.write(f"{total.total()} evaluated")
        moved = {pair: count for pair, count in total.items() if pair[0] != pair[1]}
        self.stdout.write(f"{total.total()} submissions evaluated under {options['profile']}, {sum(moved.values())} flags moved")
        for (was, now), count in sorted(moved.items()):
            self.stdout.write(f"{was} → {now}: {count}")
