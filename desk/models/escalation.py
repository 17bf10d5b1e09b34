"""Who is on call, and every page that was sent to them."""

import uuid

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor
from audit.write_once import WriteOnce
from desk.models.staff import Staff
from desk.models.task import Task


class Whom(models.TextChoices):
    ON_CALL = "on_call", _("On call")
    BACKUP = "backup", _("Backup")
    LEAD = "lead", _("Lead")


class OnCallQuerySet(models.QuerySet["OnCall"]):
    def visible_to(self, actor: Actor) -> "OnCallQuerySet":
        """Clinical staff must know whom to ask; leads and administrators set it."""
        return self if actor.sees_answers or actor.manages else self.none()


class OnCall(models.Model):
    """Who stands on a rung now. `address` is where their pages go; empty: where they sign in with."""

    whom = models.CharField(max_length=10, choices=Whom.choices, unique=True)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    address = models.EmailField(blank=True)
    changed_at = models.DateTimeField(db_default=Now())
    changed_by = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")  # null: by the program

    objects = OnCallQuerySet.as_manager()

    def __str__(self) -> str:
        return f"on call {self.pk}"

    @property
    def reached_at(self) -> str:
        """The mail address; empty once the account is shut."""
        return (self.address or self.staff.email) if self.staff.is_active else ""


class PageQuerySet(models.QuerySet["Page"]):
    def visible_to(self, actor: Actor) -> "PageQuerySet":
        return self.filter(task__in=Task.objects.visible_to(actor))


class Page(WriteOnce):
    """One page: for which task, on which rung, to whom. What became of it is its message's to say.

    Without `staff` it went to the clinic's own address; without `message` there was no address at all.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="paged")
    number = models.PositiveIntegerField()
    whom = models.CharField(max_length=10, choices=Whom.choices)
    staff = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    message = models.UUIDField(null=True)
    paged_at = models.DateTimeField(db_default=Now())

    objects = PageQuerySet.as_manager()

    class Meta(WriteOnce.Meta):
        constraints = [models.UniqueConstraint(fields=["task", "number", "whom"], name="each_rung_is_climbed_once")]

    def __str__(self) -> str:
        return f"page {self.pk}"
