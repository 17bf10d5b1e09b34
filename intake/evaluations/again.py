"""Every submission under the present rules, streamed by primary key; what was done stays done when it is stopped."""

import multiprocessing
import uuid
from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import islice

import django
from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef

import trd
from audit.actor import system
from intake.evaluations.services import make, make_current
from intake.models import Case, Evaluation, Submission

BATCH = 200
AGAIN = system("reevaluate")
NEW, REFUSED = "none", "refused"
Batch = list[uuid.UUID]
Moves = Counter[tuple[str, str]]


def reevaluate(*, profile: str, workers: int = 1, everything: bool = False) -> Iterator[Moves]:
    """Evaluate what has no evaluation under these rules yet; yields for each batch how many flags went from what to what.

    `everything` looks at those that have one too: for a release that reads the answers otherwise under the same rules.
    """
    work = partial(reevaluate_batch, profile=profile)
    batches = _batches(profile, everything)
    yield from map(work, batches) if workers == 1 else _in_processes(work, batches, workers)


def _in_processes(work: Callable[[Batch], Moves], batches: Iterator[Batch], workers: int) -> Iterator[Moves]:
    """A few batches at a time: the list of a million is never in memory."""
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), django.setup) as pool:
        running = deque(pool.submit(work, batch) for batch in islice(batches, 2 * workers))
        while running:
            yield running.popleft().result()
            running.extend(pool.submit(work, batch) for batch in islice(batches, 1))


def reevaluate_batch(ids: Batch, *, profile: str) -> Moves:
    """One batch, each submission in a transaction of its own: a broken one is counted, not in the way."""
    moves: Moves = Counter()
    for submission in Submission.objects.select_related("case__data_key").filter(pk__in=ids):
        before = submission.evaluations.filter(profile=profile).order_by("created_at").last()
        was = before.conclusion if before else NEW
        try:
            moves[was, _once(submission, profile).conclusion] += 1
        except Exception:  # any fault of a rule: the others go on
            moves[was, REFUSED] += 1
    return moves


@transaction.atomic
def _once(submission: Submission, profile: str) -> Evaluation:
    submission.case = Case.objects.for_update().select_related("data_key").get(pk=submission.case_id)
    evaluation, reported = make(submission=submission, profile=profile, by=AGAIN)
    if profile == settings.CLINIC_PROFILE:
        make_current(case=submission.case, evaluation=evaluation, history=reported.history)
    return evaluation


def _batches(profile: str, everything: bool) -> Iterator[Batch]:
    """Keyset paging by primary key: no page grows slower than the first, and nothing is held open between them."""
    done = Evaluation.objects.filter(submission=OuterRef("pk"), profile=profile, rules_digest=trd.RULES_DIGEST)
    wanted = Submission.objects.filter(case__data_key__isnull=False).order_by("pk").values_list("pk", flat=True)
    wanted = wanted if everything else wanted.exclude(Exists(done))
    page = list(wanted[:BATCH])
    while page:
        yield page
        page = list(wanted.filter(pk__gt=page[-1])[:BATCH])
