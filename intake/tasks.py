"""What a worker is told: go and look. Either may be lost, or come twice."""

from celery import shared_task

from intake.evaluations import services


@shared_task(name="intake.evaluate")
def evaluate(case_id: int) -> None:
    services.evaluate(case_id=case_id)


@shared_task(name="intake.evaluate_waiting")
def evaluate_waiting() -> None:
    services.evaluate_waiting()
