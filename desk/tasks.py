from celery import shared_task
from django.core.management import call_command
from django.utils import timezone

from desk import dispatch


@shared_task(name="desk.forget_sessions")
def forget_sessions() -> None:
    """Sessions that ended are of no use to anybody but a thief of the table."""
    call_command("clearsessions")


@shared_task(name="desk.send_due")
def send_due() -> None:
    dispatch.send_due()


@shared_task(name="desk.climb")
def climb() -> None:
    """Page who is on call for what nobody has taken on."""
    from desk.escalation import climb  # plans messages, and so needs the task above

    climb.climb()


@shared_task(name="desk.drill")
def test_pages() -> None:
    """Once a day: see that a page arrives."""
    from desk.escalation import drill

    drill.daily(timezone.now())
