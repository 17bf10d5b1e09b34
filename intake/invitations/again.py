"""A person who has sent a form is asked once more: a case of its own that says which one it follows."""

import datetime
import secrets

from django.db import transaction
from django.utils import timezone

from audit.actor import Actor
from audit.door import record
from intake import clock
from intake.answers.proposed import PART, laid_beside
from intake.invitations.ages import is_adult
from intake.invitations.services import UnderAge, make_link
from intake.models import Case, Draft, Invitation


class NothingSent(Exception):
    """There is no form to follow."""


@transaction.atomic
def invite_again(*, case: Case, by: Actor) -> Invitation:
    """A new case after this one, under the same key (erasing the person stays one act), and its link.

    One at a time: while it is not sent, asking again gives the link there is. Raises NothingSent, UnderAge.
    """
    first = Case.objects.for_update().select_related("data_key").get(pk=case.pk)
    if first.submission_id is None or first.data_key is None:
        raise NothingSent
    standing = Invitation.objects.unsent().filter(case__follows=first, purpose=Invitation.INTAKE).order_by("-created_at").first()
    if standing is not None:
        return standing
    if not is_adult(datetime.date.fromisoformat(first.person["date_of_birth"]), timezone.localdate(clock.now())):
        raise UnderAge
    later = Case(data_key=first.data_key, language=first.language, time_zone=first.time_zone, follows=first)
    later.seal_person(first.person)
    later.save()
    record(by, "case.opened", case=later.public_id, follows=str(first.public_id))
    return make_link(later, by)


@transaction.atomic
def propose(*, draft: Draft, by: Actor) -> None:
    """Lay the answers of the form before beside this one, once. Only for a device that may see answers (ADR 5, 29)."""
    case = Case.objects.select_related("data_key", "follows__submission").get(pk=draft.case_id)
    before = case.follows
    earlier = before.submission if before else None
    locked = Draft.objects.select_for_update(of=("self",)).select_related("case__data_key").get(pk=draft.pk)
    if before is None or earlier is None or locked.sent_at is not None or PART in locked.answers:
        return
    earlier.case = before
    source = {"submission": str(earlier.pk), "sent_on": timezone.localdate(earlier.submitted_at).isoformat()}
    locked.seal_answers(laid_beside(locked.answers, earlier.answers, source))
    # Whoever opened the blank form with link and birthday alone must not find these answers in it.
    locked.device = draft.device = secrets.token_hex(8)
    locked.save(update_fields=["document", "device"])
    record(by, "draft.proposed", case=case.public_id, about=draft.pk, earlier=str(earlier.pk))
