"""The draft of a case: made when the link is first opened, or when staff take a history with the person."""

from django.conf import settings
from django.db import transaction

from intake import answers
from intake.models import Case, Draft


@transaction.atomic
def start_draft(*, case: Case) -> Draft:
    """The case's draft, made empty if there is none. Call it under a lock that belongs to the case."""
    draft = Draft.objects.select_related("case__data_key").filter(case=case).first()
    if draft is None:
        draft = Draft(case=case)
        draft.seal_answers(answers.new(case.language, settings.INTAKE_PACKS))
        draft.save()
    return draft
