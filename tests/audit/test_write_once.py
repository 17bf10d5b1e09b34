"""What is written once stays so: for the model, for the application's role, and for the owner."""

import pytest
from django.db import DatabaseError, connection, transaction

from audit.actor import system
from audit.door import record
from audit.models import Entry
from audit.rights import write_once_tables
from audit.write_once import AlreadyWritten


@pytest.mark.django_db
def test_the_model_refuses():
    entry = record(system("a"), "x")
    with pytest.raises(AlreadyWritten):
        entry.save()
    with pytest.raises(AlreadyWritten):
        entry.delete()


@pytest.mark.django_db
@pytest.mark.parametrize("table", write_once_tables())
@pytest.mark.parametrize("statement", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_application_has_no_right(table, statement):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == ("trellis_app",)
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            cursor.execute(statement.format(table))


@pytest.mark.parametrize("statement", ["UPDATE audit_entry SET action = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry"])
def test_the_owner_meets_the_trigger(own_database, owner_cursor, statement):
    record(system("a"), "x")
    with pytest.raises(Exception, match=r"[Cc]annot|written once"):
        owner_cursor.execute(statement)


@pytest.mark.django_db
def test_a_bulk_update_meets_it_too():
    record(system("a"), "x")
    with pytest.raises(DatabaseError), transaction.atomic():
        Entry.objects.update(action="y")


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement", ["CREATE TABLE x (a int)", "ALTER TABLE audit_entry ADD x int", "DROP TABLE audit_entry", "DELETE FROM django_migrations"]
)
def test_the_application_can_not_change_the_schema(statement):
    with connection.cursor() as cursor, pytest.raises(DatabaseError, match="permission denied|must be owner"), transaction.atomic():
        cursor.execute(statement)
