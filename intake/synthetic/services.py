"""Synthetic submissions, through the services that real ones go through, evaluated."""

from random import Random

from django.db import transaction

from audit.actor import system
from intake import cases
from intake.evaluations.services import evaluate
from intake.invitations.drafts import start_draft
from intake.invitations.services import open_case
from intake.models import Case, Submission
from intake.safety.services import notice
from intake.submissions.services import submit
from intake.synthetic.answers import document
from intake.synthetic.people import person

BY = system("synthesize")


@transaction.atomic
def synthesize(*, seed: int, number: int) -> Submission:
    """The person with this number of this seed: what they said is the same each time, their ids are not."""
    random = Random(f"{seed}:{number}")  # noqa: S311 (a seed is the point here)
    who = person(random)
    case = open_case(name=who.name, date_of_birth=who.date_of_birth, language=who.language, by=BY)
    cases.move(case=case, to=Case.State.STARTED, by=BY)
    draft = start_draft(case=case)
    empty, said = draft.answers, document(random, who)
    draft.seal_answers(said)
    draft.save()
    notice(case=case, before=empty, after=said, by=BY)
    submission = submit(draft=draft, by=BY)
    evaluate(case_id=case.pk)
    return submission
