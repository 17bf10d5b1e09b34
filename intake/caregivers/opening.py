"""Opening a caregiver's link: the patient's date of birth as a wrong-person check, five tries. It opens nothing of the patient's."""

import datetime

from django.db import transaction

from audit.door import record
from intake import clock
from intake.invitations.opening import count_wrong, usable
from intake.models import Invitation


@transaction.atomic
def open_link(*, token: str, date_of_birth: datetime.date) -> Invitation | None:
    """The caregiver's link, opened; None for every reason why not. Each wrong date is counted under the row's lock."""
    invitation = usable(token, (Invitation.CAREGIVER,))
    if invitation is None or invitation.caregiver is None:
        return None
    if invitation.case.person["date_of_birth"] != date_of_birth.isoformat():
        count_wrong(invitation)
        return None
    invitation.opened_at, invitation.tries = clock.now(), 0
    invitation.save(update_fields=["opened_at", "tries"])
    record(invitation.caregiver.actor, "invitation.opened", case=invitation.case.public_id, about=invitation.pk)
    return invitation
