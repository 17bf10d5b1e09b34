"""The sealer and the verifier: what was recorded, was it altered, is it all there."""

import datetime
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from audit.door import mac
from audit.models import Entry, Seal

GENESIS = b"\0" * 32
# A transaction can't stay open this long (see the connection's timeouts), so no entry can appear before this.
LOOK_BACK = datetime.timedelta(hours=1)
LOCK = 7_405_113


@dataclass(frozen=True)
class Fault:
    """The first thing that is wrong: which entry or seal, and what about it."""

    place: str
    what: str


@transaction.atomic
def seal() -> Seal | None:
    """Chain every entry that no seal names yet; one sealer at a time. Returns the new link, if any."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s), clock_timestamp()", [LOCK])
        now = cursor.fetchone()[1]
    last = Seal.objects.order_by("-pk").first()
    entries = list(_unsealed(last))
    if not entries:
        return None
    previous = bytes(last.head) if last else GENESIS
    link = Seal(entries=[e.pk for e in entries], at=now, previous=previous, head=_head(previous, entries))
    link.save()
    transaction.on_commit(lambda: _post(link))
    return link


def verify() -> Fault | None:
    """Walk the whole chain and every entry. Returns the first fault, or None."""
    return next(_faults(), None)


def _faults() -> Iterator[Fault]:
    previous, sealed = GENESIS, set[int]()
    for link in Seal.objects.order_by("pk").iterator(500):
        found = Entry.objects.in_bulk(link.entries)
        missing = [number for number in link.entries if number not in found]
        if missing:
            yield Fault(f"entry {missing[0]}", "was removed")
        entries = [found[number] for number in link.entries if number in found]
        yield from (_altered(e) for e in entries if bytes(e.mac) != mac(e))
        if bytes(link.previous) != previous or bytes(link.head) != _head(previous, entries):
            yield Fault(f"seal {link.pk}", "does not continue the chain")
        previous = bytes(link.head)
        sealed.update(link.entries)
    yield from (_altered(e) for e in Entry.objects.order_by("pk").iterator(2000) if e.pk not in sealed and bytes(e.mac) != mac(e))
    yield from _posted_elsewhere()


def _altered(entry: Entry) -> Fault:
    return Fault(f"entry {entry.pk}", "was altered")


def _posted_elsewhere() -> Iterator[Fault]:
    """Every head that was posted outside must still stand here: seals cut off stay missing, whatever is sealed after."""
    path = Path(settings.AUDIT_HEAD_FILE) if settings.AUDIT_HEAD_FILE else None
    if not path or not path.exists():
        return
    heads = {str(pk): bytes(head).hex() for pk, head in Seal.objects.values_list("pk", "head")}
    for line in path.read_text("utf-8").splitlines():
        _, number, head = line.split()
        if heads.get(number) != head:
            yield Fault(f"seal {number}", "is not the one posted outside")


def _unsealed(last: Seal | None) -> Iterator[Entry]:
    entries = Entry.objects.order_by("pk")
    if last is None:
        return entries.iterator(2000)
    since = last.at - LOOK_BACK
    known = {number for numbers in Seal.objects.filter(at__gte=since - LOOK_BACK).values_list("entries", flat=True) for number in numbers}
    return (e for e in entries.filter(at__gte=since).iterator(2000) if e.pk not in known)


def _head(previous: bytes, entries: list[Entry]) -> bytes:
    return hmac.digest(settings.AUDIT_KEY, previous + b"".join(bytes(e.mac) for e in entries), hashlib.sha256)


def _post(link: Seal) -> None:
    if settings.AUDIT_HEAD_FILE:
        with Path(settings.AUDIT_HEAD_FILE).open("a", encoding="utf-8") as out:
            out.write(f"{link.at.isoformat()} {link.pk} {bytes(link.head).hex()}\n")
