"""A single-purpose link: seven days, revocable, five tries."""

import secrets
import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.actor import Actor
from intake.models.caregiver import Caregiver
from intake.models.case import Case


def new_link_id() -> bytes:
    return secrets.token_bytes(16)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    def visible_to(self, actor: Actor) -> "InvitationQuerySet":
        return self if actor.schedules or actor.sees_answers else self.none()

    def standing(self) -> "InvitationQuerySet":
        """Not taken back. A session that began in time outlives its link's last day, but not a revocation."""
        return self.filter(revoked_at__isnull=True)

    def unsent(self) -> "InvitationQuerySet":
        """Standing links of people who have not sent the form yet, and who were not erased."""
        return self.standing().exclude(purpose=Invitation.CAREGIVER).filter(case__submission__isnull=True, case__data_key__isnull=False)

    def behind(self, pk: uuid.UUID | None) -> "InvitationQuerySet":
        """What is older than the one with this key: the next page. All, where there is none."""
        at = Invitation.objects.filter(pk=pk).values_list("created_at", flat=True).first() if pk else None
        return self.filter(Q(created_at__lt=at) | Q(created_at=at, pk__lt=pk)) if at else self

    def usable(self) -> "InvitationQuerySet":
        return self.standing().filter(expires_at__gt=Now(), tries__lt=Invitation.MAX_TRIES)


class Invitation(models.Model):
    """The token is the link id and an HMAC over it: it can be repeated in a reminder, and a stolen table can't make one."""

    INTAKE, VISIT, CAREGIVER = PURPOSES = "intake", "visit", "caregiver"
    OWN = (INTAKE, VISIT)  # open what is the patient's
    MAX_TRIES = 5
    DAYS = 7

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="invitations")
    link_id = models.BinaryField(default=new_link_id, unique=True)
    purpose = models.CharField(max_length=20, default=INTAKE)
    caregiver = models.ForeignKey(Caregiver, null=True, on_delete=models.CASCADE, related_name="invitations")
    created_at = models.DateTimeField(db_default=Now())
    created_by = models.CharField(max_length=64)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)  # wrong dates of birth since the last right one
    once = models.UUIDField(null=True, unique=True)  # the form it was made with: sent twice, it makes one link
    release_until = models.DateTimeField(null=True)  # staff let one more device in, once, until then

    objects = InvitationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tries__lte=5), name="invitation_allows_five_tries"),
            models.CheckConstraint(
                condition=Q(purpose="caregiver", caregiver__isnull=False) | ~Q(purpose="caregiver") & Q(caregiver__isnull=True),
                name="invitation_of_a_caregiver_names_them",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation {self.pk}"
