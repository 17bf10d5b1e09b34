"""A second factor's secret is its owner's: moved, altered or left from before, it opens nothing and somebody hears of it."""

import base64
from collections.abc import Callable
from importlib import import_module

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.apps import apps
from django.conf import settings
from django.test import Client

from audit.models import Entry
from clinic.access import sealing
from tests.clinic.access.test_sign_in import enter, give, is_in
from tests.clinic.staff import PASSWORD, Staff, code, make
from vault import cipher

pytestmark = pytest.mark.django_db
TABLE = Authenticator.objects
Data = dict[str, object]


def kept(staff: Staff, kind: str = "totp") -> Data:
    return TABLE.filter(user=staff, type=kind).values_list("data", flat=True).get()


def put(staff: Staff, data: Data, kind: str = "totp") -> None:
    """As somebody at the table would, past the models."""
    assert TABLE.filter(user=staff, type=kind).update(data=data) == 1


def tries(staff: Staff, digits: str) -> Client:
    client = Client()
    give(client, staff.email, PASSWORD)
    client.answered = enter(client, digits)
    return client


def flipped(data: Data) -> Data:
    label, _, body = str(data["secret"]).partition(":")
    raw = bytearray(base64.b64decode(body))
    raw[-1] ^= 1
    return {"secret": f"{label}:{base64.b64encode(raw).decode()}"}


def loose(staff: Staff) -> Data:
    return {"secret": sealing.encrypt(staff.totp_secret, sealing.NOBODY)}


CHANGES: list[tuple[str, Callable[[Staff, Staff], Data]]] = [
    ("the thief's own secret copied over", lambda owner, thief: kept(thief)),
    ("the thief's own secret, sealed for nobody", lambda owner, thief: loose(thief)),
    ("the owner's secret as it was sealed before", lambda owner, thief: loose(owner)),
    ("one bit turned", lambda owner, thief: flipped(kept(owner))),
    ("a key that is not here", lambda owner, thief: {"secret": "gone:" + str(kept(owner)["secret"]).partition(":")[2]}),
    ("no seal at all", lambda owner, thief: {"secret": thief.totp_secret}),
    ("the recovery codes' seed in its place", lambda owner, thief: {"secret": kept(owner, "recovery_codes")["seed"]}),
]


@pytest.mark.parametrize(("why", "change"), CHANGES, ids=[row[0] for row in CHANGES])
def test_no_code_opens_with(why: str, change: Callable[[Staff, Staff], Data]) -> None:
    owner, thief = make("lead", password=PASSWORD), make("scheduler")
    RecoveryCodes.activate(owner)
    put(owner, change(owner, thief))
    for shown in (code(thief), code(owner)):
        client = tries(owner, shown)
        assert (client.answered.status_code, is_in(client)) == (422, False)
        assert "That code did not work" in client.answered.content.decode()
    assert Entry.objects.filter(action="staff.second_factor_tampered", about=str(owner.public_id)).count() == 2


def test_anothers_recovery_codes_open_nothing() -> None:
    owner, thief = make("lead", password=PASSWORD), make("scheduler")
    theirs = RecoveryCodes.activate(thief).get_unused_codes()
    RecoveryCodes.activate(owner)
    put(owner, kept(thief, "recovery_codes"), "recovery_codes")
    client = tries(owner, theirs[0])
    assert (client.answered.status_code, is_in(client)) == (422, False)


def test_the_owners_own_opens_and_stays_theirs_when_the_row_is_saved_again() -> None:
    owner = make("lead", password=PASSWORD)
    before = kept(owner)
    row = TABLE.get(user=owner)
    row.save()
    row.record_usage()
    assert kept(owner) == before
    assert is_in(tries(owner, code(owner)))


def test_recovery_codes_can_be_counted_off_one_by_one() -> None:
    owner = make("lead", password=PASSWORD)
    codes = RecoveryCodes.activate(owner).get_unused_codes()
    for number in (0, 1):
        assert is_in(tries(owner, codes[number]))
    assert TABLE.get(user=owner, type="recovery_codes").wrap().get_unused_codes() == codes[2:]


def test_the_migration_binds_what_was_loose_and_can_be_taken_back() -> None:
    migration = import_module("clinic.migrations.0004_bind_second_factors")
    owner = make("lead", password=PASSWORD)
    codes = RecoveryCodes.activate(owner).get_unused_codes()
    migration.loosen(Historical(), None)
    assert cipher.decrypt(key(kept(owner)["secret"]), body(kept(owner)["secret"]), place=sealing.NOBODY) == owner.totp_secret
    migration.bind(Historical(), None)
    assert TABLE.get(user=owner, type="recovery_codes").wrap().get_unused_codes() == codes
    assert is_in(tries(owner, code(owner)))


class Historical:
    """The table as a migration sees it: without the receivers of today's model."""

    def get_model(self, app: str, name: str) -> object:
        from django.db.migrations.state import ProjectState

        return ProjectState.from_apps(apps).apps.get_model(app, name)


def key(sealed: object) -> bytes:
    return settings.VAULT_KEYS[str(sealed).partition(":")[0]]


def body(sealed: object) -> bytes:
    return base64.b64decode(str(sealed).partition(":")[2])
