"""The record of who saw and did what. No foreign keys: it outlives what it speaks of."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from audit.actor import Actor
from audit.write_once import WriteOnce


class EntryQuerySet(models.QuerySet["Entry"]):
    def visible_to(self, actor: Actor) -> "EntryQuerySet":
        """Leads and administrators see all; a clinician what concerns cases; nobody else anything."""
        if actor.manages:
            return self
        return self.exclude(case="") if actor.role == "clinician" else self.none()


class Entry(WriteOnce):
    """One act. `mac` is an HMAC of every other column under a key that the database does not hold."""

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(db_index=True)
    actor_kind = models.CharField(max_length=10)
    actor_id = models.CharField(max_length=64)
    actor_role = models.CharField(max_length=20)
    action = models.CharField(max_length=60)
    case = models.CharField(max_length=36, blank=True, db_index=True)
    about = models.CharField(max_length=80, blank=True)
    request_id = models.CharField(max_length=36, blank=True)
    detail = models.JSONField(default=dict)
    mac = models.BinaryField()

    objects = EntryQuerySet.as_manager()

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"audit entry {self.pk}"


class Seal(WriteOnce):
    """A link of the chain over the entries it names. Until an entry is sealed, its removal can't be proved."""

    entries = ArrayField(models.BigIntegerField())
    at = models.DateTimeField()
    previous = models.BinaryField()
    head = models.BinaryField()

    class Meta(WriteOnce.Meta):
        pass

    def __str__(self) -> str:
        return f"audit seal {self.pk}"
