"""The wish to be asked the form's questions by phone: a call on the staff's list. The form stays open meanwhile."""

from django.db import transaction

from audit.actor import Actor
from audit.door import record
from desk.models import Task
from intake import todo
from intake.models import Case

BY_PHONE = "form_by_phone"


@transaction.atomic
def ask_by_phone(*, case: Case, by: Actor) -> None:
    """Put a call on the staff's list. Asking twice is asking once; after staff closed it, it may be asked again."""
    Case.objects.for_update().get(pk=case.pk)
    if not wanted(case):
        todo.ask(kind=BY_PHONE, case=case.public_id, about=case.public_id)
        record(by, "case.asked_by_phone", case=case.public_id)


def wanted(case: Case) -> bool:
    """Whether the wish still waits for somebody to call."""
    return Task.objects.waiting().filter(kind=BY_PHONE, case=case.public_id).exists()


@transaction.atomic
def settle_wish(*, case: Case) -> None:
    """The form was sent: nobody need call about it any more."""
    todo.settle(kind=BY_PHONE, case=case.public_id, by=None)
