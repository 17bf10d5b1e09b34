"""The fixtures other rooms stand on: what they promise, seen from a test."""

import os
import socket
import threading

import psycopg
import pytest
from django.db import connection, transaction
from pytest_socket import SocketConnectBlockedError

from config.stack.services import Services
from desk.models import Staff
from tests.fixtures.own import OwnDatabase
from tests.fixtures.plugin import TEST_DATABASE, group_of


def current() -> tuple[str, str]:
    """The role and the database that Django's connection works with."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_database()")
        return cursor.fetchone()


@pytest.mark.django_db
def test_ordinary_tests_are_the_application_role_in_the_sessions_database():
    role, database = current()
    assert role == "trellis_app"
    assert database.startswith("trellis_test_")


@pytest.mark.django_db
@pytest.mark.parametrize("time", ["first", "second"])
def test_what_an_ordinary_test_writes_is_gone_before_the_next(time):
    assert not Staff.objects.exists()
    Staff.objects.create(email="one@demo.example", name="One", role="clinician")


def test_an_own_database_keeps_what_is_committed_and_every_thread_sees_it(own_database: OwnDatabase):
    with transaction.atomic():
        Staff.objects.create(email="one@demo.example", name="One", role="clinician")
    seen = []

    def look() -> None:
        seen.append((current()[1], Staff.objects.count()))
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert seen == [(own_database.name, 1)]


def test_an_own_database_is_new_and_django_points_at_it(own_database: OwnDatabase):
    assert current() == ("trellis_app", own_database.name)
    assert not Staff.objects.exists()
    with psycopg.connect(own_database.url) as line:
        assert line.execute("SELECT current_database()").fetchone() == (own_database.name,)


def test_an_own_databases_commands_work_on_it(own_database: OwnDatabase):
    """That its workers do is seen wherever one is struck down."""
    told = own_database.manage("shell", "-v", "0", "-c", "from django.db import connection; print(connection.settings_dict['NAME'])")
    assert told.strip() == own_database.name


def test_no_test_reaches_beyond_this_machine():
    with pytest.warns(UserWarning, match="192.0.2.1"), pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_the_environment_names_the_runs_own_database_and_broker(services: Services):
    assert os.environ["TRELLIS_ENV"] == "test"
    assert os.environ["REDIS_URL"] == services.redis_url
    assert os.environ["DATABASE_URL"] == services.url("trellis_app", TEST_DATABASE)
    assert os.environ["MAIL_URL"] == f"folder://{services.home}/mail"


def test_a_file_stays_with_one_worker_and_so_does_the_whole_stack(pytestconfig: pytest.Config):
    assert group_of("tests/desk/test_ledger.py::test_it[a::b]") == "tests/desk/test_ledger.py"
    assert group_of("tests/journeys/test_calm.py::test_it") == group_of("tests/config/test_live.py::test_it")
    asked = [each.plugin_name for each in pytestconfig.hook.pytest_xdist_make_scheduler.get_hookimpls()]
    assert asked[-1] == "tests.fixtures.plugin", "asked before xdist's own"
