"""The draft of a case: made when the link is first opened, or when staff take a history with the person."""

from django.conf import settings
from django.db import transaction

from intake import answers
from intake.models import Case, Draft


@transaction.atomic
def start_draft(*, case: Case) -> Draft:
    """The case's draft, made empty if there is none. Of several who start it at once one makes it; the others wait and find it."""
    drafts = Draft.objects.select_related("case__data_key").filter(case=case)
    if found := drafts.first():
        return found
    _make(case)
    return drafts.get()


def _make(case: Case) -> None:
    """The case is not locked for this: who saves a page locks the draft and then the case, and would meet us the wrong way round."""
    draft = Draft(case=case)
    draft.seal_answers(answers.new(case.language, settings.INTAKE_PACKS))
    Draft.objects.bulk_create([draft], ignore_conflicts=True)
