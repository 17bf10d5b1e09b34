from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from desk import dispatch


class Command(BaseCommand):
    help = "One tick of the reminder dispatcher in the foreground."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", required=True, help="one tick, then stop")

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{dispatch.send_due()} sent")
