from celery import shared_task
from django.core.management import call_command

from desk import dispatch


@shared_task(name="desk.forget_sessions")
def forget_sessions() -> None:
    """Sessions that ended are of no use to anybody but a thief of the table."""
    call_command("clearsessions")


@shared_task(name="desk.send_due")
def send_due() -> None:
    dispatch.send_due()
