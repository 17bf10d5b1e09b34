"""A patient's key: wrapped by the clinic's, unwrapped only with it, and gone when the person is erased."""

import os

import pytest

from vault.models import DataKey
from vault.seal import Erased, Tampered, erase, new_key, open_sealed, seal

pytestmark = pytest.mark.django_db


def test_what_is_sealed_opens_after_a_reload():
    key = new_key()
    sealed = seal(key, "row", "name", "Ada")
    assert open_sealed(DataKey.objects.get(pk=key.pk), "row", "name", sealed) == "Ada"


def test_one_patients_value_does_not_open_with_anothers_key():
    sealed = seal(new_key(), "row", "name", "Ada")
    with pytest.raises(Tampered):
        open_sealed(new_key(), "row", "name", sealed)


def test_a_wrapped_key_copied_to_another_patient_stays_shut():
    key, other = new_key(), new_key()
    DataKey.objects.filter(pk=other.pk).update(wrapped=key.wrapped)
    with pytest.raises(Tampered):
        seal(DataKey.objects.get(pk=other.pk), "row", "name", "Ada")


def test_the_table_alone_does_not_hold_the_key():
    key = new_key()
    assert key.secret not in bytes(DataKey.objects.get(pk=key.pk).wrapped)


def test_an_old_clinic_key_still_opens_and_a_new_one_wraps(settings):
    old = new_key()
    sealed = seal(old, "row", "name", "Ada")
    settings.VAULT_KEYS = {"next": os.urandom(32)} | settings.VAULT_KEYS
    assert new_key().master == "next"
    assert open_sealed(DataKey.objects.get(pk=old.pk), "row", "name", sealed) == "Ada"


def test_without_the_clinic_key_nothing_opens(settings):
    key = new_key()
    settings.VAULT_KEYS = {"other": os.urandom(32)}
    with pytest.raises(Tampered):
        seal(DataKey.objects.get(pk=key.pk), "row", "name", "Ada")


def test_erasing_a_person_is_destroying_the_key():
    key = new_key()
    sealed = seal(key, "row", "name", "Ada")
    erase(key)
    with pytest.raises(Erased):
        open_sealed(None, "row", "name", sealed)
