"""The ledger of outgoing messages: written where they are caused, claimed once, marked when sent."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.actor import Actor


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, actor: Actor) -> "MessageQuerySet":
        """Those who look after visits see what was sent; the words are not in here."""
        return self if actor.schedules or actor.sees_answers else self.none()

    def due(self) -> "MessageQuerySet":
        return self.filter(state=Message.State.PLANNED, due_at__lte=Now())

    def in_doubt(self) -> "MessageQuerySet":
        return self.filter(state=Message.State.IN_DOUBT)

    def need_a_look(self) -> "MessageQuerySet":
        """Those that only a person can settle."""
        return self.filter(state__in=[Message.State.IN_DOUBT, Message.State.FAILED])


class Message(models.Model):
    """One message to one person for one cause.

    `key` (kind, subject, its version) is unique: the same cause is never told twice. `kind` names the
    registered preparer that checks again at the moment of sending and writes the words; neither words
    nor address stand here. `fence` rises with each claim: a worker whose lease was taken can't mark.
    """

    class State(models.TextChoices):
        PLANNED = "planned"
        CLAIMED = "claimed"
        HANDED_OVER = "handed_over"
        SENT = "sent"
        FAILED = "failed"
        IN_DOUBT = "in_doubt"
        CANCELLED = "cancelled"
        STALE = "stale"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=40)
    case = models.UUIDField(db_index=True)
    subject = models.UUIDField(db_index=True)
    subject_version = models.PositiveIntegerField(default=1)
    channel = models.CharField(max_length=10, default="mail")
    state = models.CharField(max_length=20, choices=State.choices, default=State.PLANNED)
    reason = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField()
    stale_at = models.DateTimeField()
    fence = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    faults = models.PositiveSmallIntegerField(
        default=0, db_default=0
    )  # tries that ended with us: not written, worker lost before the hand-over
    lease_until = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_at"], condition=Q(state="planned"), name="message_due"),
            models.Index(fields=["lease_until"], condition=Q(state__in=["claimed", "handed_over"]), name="message_leased"),
            models.Index(fields=["due_at", "id"], condition=Q(state__in=["in_doubt", "failed"]), name="message_needs_a_look"),
            models.Index(fields=["state", "due_at", "id"], name="message_by_state"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(sent_at__isnull=False, handed_over_at__isnull=False, fence__gte=1),
                name="message_sent_only_after_claim",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["claimed", "handed_over"]) | Q(lease_until__isnull=False), name="message_claimed_only_with_lease"
            ),
            models.CheckConstraint(condition=Q(stale_at__gte=models.F("due_at")), name="message_is_not_stale_before_it_is_due"),
        ]

    def __str__(self) -> str:
        return f"message {self.pk}"
