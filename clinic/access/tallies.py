"""Counting tries. Each is counted before it is looked at, so that many at once get no more than one after another."""

import datetime
import hashlib
import hmac
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils.timezone import now

from clinic.models import Tally

COUNT = """
INSERT INTO clinic_tally AS kept (key, count, until) VALUES (%s, 1, %s)
ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN kept.until <= %s THEN 1 ELSE kept.count + 1 END,
    until = CASE WHEN kept.until <= %s THEN EXCLUDED.until ELSE kept.until END
RETURNING count
"""


@dataclass(frozen=True)
class Limit:
    """So many tries in so many seconds, counted from the first of them."""

    name: str
    tries: int
    seconds: int

    def take(self, *whose: str) -> bool:
        """Count a try; whether it may be made."""
        at = now()
        with connection.cursor() as cursor:
            cursor.execute(COUNT, [self._key(whose), at + datetime.timedelta(seconds=self.seconds), at, at])
            return bool(cursor.fetchone()[0] <= self.tries)

    def give_back(self, *whose: str) -> None:
        """That one was right. The wrong ones before it stay counted."""
        Tally.objects.filter(key=self._key(whose), count__gt=0).update(count=F("count") - 1)

    def counts(self, *whose: str) -> bool:
        """Whether anything is counted now."""
        return Tally.objects.filter(key=self._key(whose), until__gt=now()).exists()

    def _key(self, whose: tuple[str, ...]) -> str:
        text = "|".join([self.name, *whose])
        return hmac.digest(settings.INDEX_KEY, text.encode(), hashlib.sha256).hex()


def forget() -> None:
    """What ran out counts for nothing."""
    Tally.objects.filter(until__lte=now()).delete()
