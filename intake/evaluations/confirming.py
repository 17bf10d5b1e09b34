"""What clinicians confirmed about a submission: asked of the room that keeps the reviews, each time the rules read."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction

from desk.nudge import nudge
from intake.history.confirmed import NOTHING, Confirmed
from intake.models import Case, Submission

Ask = Callable[[Submission], Confirmed]


@dataclass
class _Keeper:
    """Who is asked. Set once, as the process starts."""

    ask: Ask = lambda submission: NOTHING


KEEPER = _Keeper()


def register(ask: Ask) -> None:
    """Name who knows what was confirmed. Called from `AppConfig.ready` of the room that keeps it."""
    KEEPER.ask = ask


def confirmed(submission: Submission) -> Confirmed:
    return KEEPER.ask(submission)


@transaction.atomic
def read_again(*, case: Case) -> None:
    """Let a worker read the case's submission once more, after the commit: what is confirmed about it has changed."""
    from intake.tasks import evaluate  # the task calls the service that asks here

    if Case.objects.filter(pk=case.pk, submission__isnull=False).update(awaits_evaluation=True):
        nudge(evaluate, case.pk)
