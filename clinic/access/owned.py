"""A second factor's secret is bound to whose it is: copied into another person's row, it opens nothing.

allauth seals without saying for whom, so a secret is sealed twice: loosely while it has no row, and for good,
with its owner and kind in the seal, when the row is saved. `Owned` carries what it was read with to where it is opened.
"""

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models.signals import post_init, pre_save
from django.dispatch import receiver

from clinic.access import sealing

SECRETS = ("secret", "seed")  # of the app, of the recovery codes


class Owned(str):
    """A sealed secret, and the place in the table that it was read from."""

    place: str

    @classmethod
    def by(cls, row: Authenticator, sealed: str) -> "Owned":
        owned = cls(sealed)
        owned.place = sealing.place(row.user_id, row.type)
        return owned


@receiver(post_init, sender=Authenticator)
def read(instance: Authenticator, **_: Any) -> None:
    """What comes from the table is opened as its row's own or not at all."""
    if instance.pk is not None and "data" in instance.__dict__:
        instance.data = _each(instance, Owned.by)


@receiver(pre_save, sender=Authenticator)
def written(instance: Authenticator, **_: Any) -> None:
    """Bind what was just made; what was read stays as it is."""
    instance.data = _each(instance, _bound)


def _bound(row: Authenticator, sealed: str) -> Owned:
    if isinstance(sealed, Owned):
        return sealed
    owned = Owned.by(row, "")
    text = sealing.encrypt(sealing.decrypt(sealed, sealing.NOBODY), owned.place)
    return Owned.by(row, text)


def _each(row: Authenticator, change: Any) -> dict[str, Any]:
    return {name: change(row, value) if name in SECRETS else value for name, value in row.data.items()}
