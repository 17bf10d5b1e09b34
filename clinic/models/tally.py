"""How many tries, until when. In PostgreSQL: a wiped broker or a culled cache gives nobody new ones."""

from django.db import models


class Tally(models.Model):
    """`key` is an HMAC of what is counted (an account, an address, both): no name and no address stands here."""

    key = models.CharField(max_length=64, unique=True)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"tally {self.pk}"
