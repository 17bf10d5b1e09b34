"""Seal each second factor anew, bound to whose it is. The places are those of clinic/access/sealing.py on this day."""

import base64

from django.conf import settings
from django.db import migrations

from vault import cipher

LOOSE = "second factor"


def bound(row):
    return f"{LOOSE}|{row.user_id}|{row.type}"


def again(sealed, before, after):
    label, _, body = sealed.partition(":")
    text = cipher.decrypt(settings.VAULT_KEYS[label], base64.b64decode(body), place=before)
    label, key = next(iter(settings.VAULT_KEYS.items()))
    return f"{label}:{base64.b64encode(cipher.encrypt(key, text, place=after)).decode()}"


def each(apps, places):
    for row in apps.get_model("mfa", "Authenticator").objects.select_for_update():
        row.data |= {name: again(row.data[name], *places(row)) for name in ("secret", "seed") if name in row.data}
        row.save(update_fields=["data"])


def bind(apps, schema_editor):
    each(apps, lambda row: (LOOSE, bound(row)))


def loosen(apps, schema_editor):
    each(apps, lambda row: (bound(row), LOOSE))


class Migration(migrations.Migration):

    dependencies = [
        ('clinic', '0003_hours_do_not_overlap'),
        ('mfa', '0003_authenticator_type_uniq'),
    ]

    operations = [migrations.RunPython(bind, loosen)]
