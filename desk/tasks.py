from celery import shared_task

from desk import dispatch


@shared_task(name="desk.send_due")
def send_due() -> None:
    dispatch.send_due()
