"""What is written once stays so on every such table, those to come too: even for the owner of the database."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from audit.rights import write_once_tables

# A value for every type that a column may have. Foreign keys are checked at the commit, and there is none.
VALUES = {
    "uuid": "gen_random_uuid()", "text": "'x'", "character varying": "'x'", "boolean": "false", "bytea": "'x'", "jsonb": "'{}'",
    "ARRAY": "'{}'", "smallint": "1", "integer": "1", "bigint": "1", "timestamp with time zone": "now()",
}  # fmt: skip
NEEDED = """
SELECT column_name, data_type FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'
"""
CHANGES = ["UPDATE {} SET id = id", "DELETE FROM {}"]
REFUSALS = r"Cannot update or delete|written once"


@pytest.fixture
def owner(own_database) -> Iterator[psycopg.Connection]:
    """The owner in a transaction that is never committed."""
    with psycopg.connect(own_database.owner_url or own_database.url) as line:
        yield line
        line.rollback()


def fill(owner: psycopg.Connection, table: str) -> None:
    """Put one row into a table, whatever its columns."""
    columns = owner.execute(NEEDED, [table]).fetchall()
    names = sql.SQL(", ").join(sql.Identifier(name) for name, _ in columns)
    values = sql.SQL(", ").join(sql.SQL(VALUES[kind]) for _, kind in columns)
    owner.execute(sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(sql.Identifier(table), names, values))


def test_the_owner_changes_and_removes_nothing(owner: psycopg.Connection) -> None:
    for table in write_once_tables():
        fill(owner, table)
        for change in CHANGES:
            with pytest.raises(psycopg.Error, match=REFUSALS), owner.transaction():
                owner.execute(sql.SQL(change).format(sql.Identifier(table)))


def test_the_owner_empties_nothing(owner: psycopg.Connection) -> None:
    for table in write_once_tables():
        with pytest.raises(psycopg.Error, match=REFUSALS), owner.transaction():
            owner.execute(sql.SQL("TRUNCATE {} CASCADE").format(sql.Identifier(table)))


def test_without_its_triggers_a_table_would_give_way(owner: psycopg.Connection) -> None:
    table = sql.Identifier("audit_entry")
    owner.execute(sql.SQL("ALTER TABLE {} DISABLE TRIGGER USER").format(table))
    fill(owner, "audit_entry")
    for change in [*CHANGES, "TRUNCATE {}"]:
        owner.execute(sql.SQL(change).format(table))


def test_there_are_such_tables() -> None:
    assert len(write_once_tables()) >= 7
