"""Something a person must do. It stands until somebody closes it."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from audit.actor import Actor
from desk.models.staff import Staff

SAFETY = "safety"
READING = "safety_reading"  # a second person reads how a safety event was closed
DRILL = "safety_drill"
OF_SAFETY = (SAFETY, READING, DRILL)  # for clinical staff only


class TaskQuerySet(models.QuerySet["Task"]):
    def visible_to(self, actor: Actor) -> "TaskQuerySet":
        """Clinicians and leads see all; schedulers all but safety; administrators and patients none."""
        if actor.sees_answers:
            return self
        return self.exclude(kind__in=OF_SAFETY) if actor.schedules else self.none()

    def waiting(self) -> "TaskQuerySet":
        return self.exclude(state=Task.State.CLOSED)

    def to_page(self) -> "TaskQuerySet":
        """Nobody has taken it on, and the next page is due; `now` is the database's time."""
        return self.filter(state=Task.State.OPEN, next_page_at__lte=Now()).annotate(now=Now())


class Task(models.Model):
    """`key` says what caused it: the same cause never makes two. `case` is a public id, so that the desk knows no patient."""

    class State(models.TextChoices):
        OPEN = "open"
        ACKNOWLEDGED = "acknowledged"
        CLOSED = "closed"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    key = models.CharField(max_length=120, unique=True)
    kind = models.CharField(max_length=40)
    case = models.UUIDField(null=True, db_index=True)
    tier = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    created_at = models.DateTimeField(db_default=Now())
    due_at = models.DateTimeField(null=True)
    next_page_at = models.DateTimeField(null=True)  # only of tasks for which somebody is paged; see desk/escalation
    rungs_climbed = models.PositiveIntegerField(default=0)
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")

    objects = TaskQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["-tier", "created_at", "id"], condition=~Q(state="closed"), name="task_waiting"),
            models.Index(fields=["next_page_at"], condition=Q(state="open", next_page_at__isnull=False), name="task_to_page"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="closed", closed_at__isnull=False) | ~Q(state="closed") & Q(closed_at__isnull=True),
                name="task_is_closed_when_it_says_when",
            ),
            models.CheckConstraint(condition=Q(tier__lte=3), name="task_tier_is_0_to_3"),
        ]

    def __str__(self) -> str:
        return f"task {self.pk}"
