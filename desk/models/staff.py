"""The people who work at the desk."""

import uuid
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from audit.actor import Actor


class StaffQuerySet(models.QuerySet["Staff"]):
    def visible_to(self, actor: Actor) -> "StaffQuerySet":
        """Every member of staff may know who works here; nobody else."""
        return self if actor.kind == "staff" else self.none()

    def clinicians(self) -> "StaffQuerySet":
        """Those who can be booked."""
        return self.filter(role__in=[Staff.Role.CLINICIAN, Staff.Role.LEAD], is_active=True)

    def by_name(self) -> "StaffQuerySet":
        """Who works here now first."""
        return self.order_by("-is_active", "name", "pk")

    def with_second_factor(self) -> "StaffQuerySet":
        """With `has_second_factor`: whether one is set up."""
        return self.annotate(has_second_factor=models.Exists(Authenticator.objects.filter(user=models.OuterRef("pk"), type="totp")))


class StaffManager(BaseUserManager["Staff"].from_queryset(StaffQuerySet)):  # type: ignore[misc]
    def create_user(self, email: str, password: str, **fields: Any) -> "Staff":
        staff = self.model(email=self.normalize_email(email).lower(), **fields)
        staff.set_password(password)
        staff.save(using=self._db)
        return staff


class Staff(AbstractBaseUser):
    """A member of staff with one role. Signs in by mail address, password and second factor."""

    class Role(models.TextChoices):
        CLINICIAN = "clinician", _("Clinician")
        SCHEDULER = "scheduler", _("Scheduler")
        LEAD = "lead", _("Lead")
        ADMINISTRATOR = "administrator", _("Administrator")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=Role.choices)
    is_active = models.BooleanField(default=True)
    password_expires_at = models.DateTimeField(null=True)  # only of a one-time password: until the person sets their own
    created_at = models.DateTimeField(db_default=Now())

    objects = StaffManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__in=["clinician", "scheduler", "lead", "administrator"]), name="staff_has_a_known_role"
            )
        ]

    def __str__(self) -> str:
        return f"staff {self.public_id}"

    @property
    def actor(self) -> Actor:
        return Actor("staff", str(self.public_id), self.role)  # type: ignore[arg-type]
