"""A code to the telephone that the clinic has: for one browser, ten minutes, five tries."""

import hashlib
import hmac
import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from intake.models.invitation import Invitation


class PhoneCodeQuerySet(models.QuerySet["PhoneCode"]):
    def usable(self) -> "PhoneCodeQuerySet":
        return self.filter(used_at__isnull=True, tries__lt=PhoneCode.MAX_TRIES, expires_at__gt=Now())

    def newest(self, *, invitation: Invitation, browser: str) -> "PhoneCode | None":
        """The last one that this browser asked for, while it can be used: the one before it is over."""
        last = self.filter(invitation=invitation, browser=browser).order_by("-asked_at").first()
        return self.usable().filter(pk=last.pk).first() if last else None


class PhoneCode(models.Model):
    """The digits stand nowhere: they follow from `id` under the key of the links, which the database does not hold.

    `browser` is the mark of the session that asked; only that one can use it.
    """

    MINUTES = 10
    MAX_TRIES = 5
    DIGITS = 6

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="phone_codes")
    browser = models.CharField(max_length=32)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)  # wrong ones
    used_at = models.DateTimeField(null=True)

    objects = PhoneCodeQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(tries__lte=5), name="phone_code_allows_five_tries"),
            models.CheckConstraint(condition=Q(expires_at__gt=F("asked_at")), name="phone_code_ends_after_it_was_asked_for"),
        ]

    def __str__(self) -> str:
        return f"phone code {self.pk}"

    @property
    def digits(self) -> str:
        mac = hmac.digest(settings.LINK_KEY, b"phone code|" + self.pk.bytes, hashlib.sha256)
        return f"{int.from_bytes(mac) % 10**self.DIGITS:0{self.DIGITS}d}"

    def is_said_by(self, typed: str) -> bool:
        return hmac.compare_digest(self.digits.encode(), typed.encode())
