"""The daily test: a task like any other goes the whole way (beat, row, sweep, ledger, mail), and a person says that it arrived."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from desk import work
from desk.clinic_hours import NeverOpen
from desk.escalation import climb
from desk.models import Message, Page, Task
from desk.models.task import DRILL

SILENT = datetime.timedelta(days=3)  # so long after the next test was due: the clock itself stands still


@dataclass(frozen=True)
class Drill:
    """The last test, what became of its mail (a state of the ledger), and whether somebody said that it arrived."""

    task: Task
    mail: str

    @property
    def arrived(self) -> bool:
        return self.task.acknowledged_at is not None


@transaction.atomic
def daily(now: datetime.datetime) -> Task | None:
    """Make today's test once the clinic is open; None where it is shut, or where today's was made."""
    today = timezone.localtime(now, settings.CLINIC_HOURS.zone).date()
    key = f"{DRILL}:{today.isoformat()}"
    if not settings.CLINIC_HOURS.is_open(now) or Task.objects.filter(key=key).exists():
        return None
    for earlier in Task.objects.waiting().filter(kind=DRILL):
        work.close_task(key=earlier.key, by=None)
    return climb.begin(work.open_task(key=key, kind=DRILL, case=None))


def last(before: datetime.datetime | None = None) -> Drill | None:
    """The newest test, or the newest made before a moment."""
    found = Task.objects.filter(kind=DRILL, **({"created_at__lt": before} if before else {})).order_by("-created_at").first()
    if found is None:
        return None
    page = Page.objects.filter(task=found).first()
    state = Message.objects.filter(pk=page.message).values_list("state", flat=True).first() if page and page.message else ""
    return Drill(found, state or "")


def missed(now: datetime.datetime) -> bool:
    """Whether an earlier day's test did not arrive, or none was made though the clinic had opened days ago."""
    newest = last()
    if newest is None:
        return False
    earlier = last(before=_midnight(now))
    return now - _next_due(newest.task) > SILENT or (earlier is not None and not earlier.arrived)


def _next_due(task: Task) -> datetime.datetime:
    """When the clinic opens next on a later day: over holidays, or where it opens once a week, none is missing."""
    tomorrow = _midnight(task.created_at) + datetime.timedelta(days=1)
    try:
        return settings.CLINIC_HOURS.opens(tomorrow)
    except NeverOpen:
        return tomorrow


def _midnight(at: datetime.datetime) -> datetime.datetime:
    """The first moment of its day in the clinic."""
    return timezone.localtime(at, settings.CLINIC_HOURS.zone).replace(hour=0, minute=0, second=0, microsecond=0)
