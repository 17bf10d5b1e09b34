"""What a page says: that something waits, and where. Never what, never about whom."""

from django.conf import settings

from desk.escalation import roster
from desk.kinds import Envelope, Void
from desk.models import Message, Page, Task
from desk.models.task import DRILL

WAITS = "A safety task waits. Sign in.\n\n{url}/clinic/\n\nYou get this again, and so do others, until somebody takes it on.\n"
DAILY = "Daily test of the safety pages: nothing has happened.\n\nSign in and say that it arrived: {url}/clinic/safety/on-call/\n"


def prepare(message: Message) -> Envelope | Void:
    """Look again whether anybody still has to be paged; to whoever stands on that rung now."""
    whom = message.key.partition("#")[0].rpartition(":")[2]  # a message sent once more has the key of the first, and a number
    page = Page.objects.select_related("task").filter(task=message.subject, number=message.subject_version, whom=whom).first()
    if page is None:
        return Void("gone")
    if page.task.state != Task.State.OPEN:
        return Void("taken_on")
    to = roster.address(page.whom)
    return _written(page, to) if to else Void("no_address")


def _written(page: Page, to: str) -> Envelope:
    if page.task.kind == DRILL:
        return Envelope(to, "Daily test", DAILY.format(url=settings.PUBLIC_URL))
    return Envelope(to, "A safety task waits", WAITS.format(url=settings.PUBLIC_URL))
