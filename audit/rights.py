"""Rights of the application's database role, derived from the models after every migration."""

from typing import Any

from django.apps import apps
from django.db import connections

from audit.write_once import WriteOnce

ROLE = "trellis_app"
# Whoever makes the role here may also take it, so that one URL can serve both; otherwise its maker has seen to that.
ENSURE_ROLE = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN
        CREATE ROLE {ROLE} NOLOGIN;
        EXECUTE format('GRANT {ROLE} TO %I', current_user);
    END IF;
END $$
"""


def grant_rights(using: str = "default", **_: Any) -> None:
    """Give the role what it needs and take what it must not have: no DDL, no TRUNCATE, write-once stays so."""
    with connections[using].cursor() as cursor:
        cursor.execute(ENSURE_ROLE)
        cursor.execute(f"REVOKE CREATE ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO {ROLE}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {ROLE}")
        cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {ROLE}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {ROLE}")
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {ROLE}")
        for table in write_once_tables():
            cursor.execute(f'REVOKE UPDATE, DELETE ON "{table}" FROM {ROLE}')


def write_once_tables() -> list[str]:
    return [model._meta.db_table for model in apps.get_models() if issubclass(model, WriteOnce)]
