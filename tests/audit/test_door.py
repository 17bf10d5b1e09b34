"""Recording: one row an act, in the act's own transaction, with the database's time."""

import pytest
import structlog
from django.db import transaction

from audit.actor import Actor, system
from audit.door import mac, record
from audit.models import Entry

pytestmark = pytest.mark.django_db
CLINICIAN = Actor("staff", "s-1", "clinician")


def test_an_entry_says_who_did_what_to_which_case():
    entry = record(CLINICIAN, "record.read", case="c-1", about="x", rows=3)
    found = Entry.objects.get(pk=entry.pk)
    assert (found.actor_id, found.actor_role, found.action, found.case, found.detail) == (
        "s-1",
        "clinician",
        "record.read",
        "c-1",
        {"rows": 3},
    )


def test_an_act_that_is_undone_leaves_no_entry():
    def act():
        with transaction.atomic():
            record(CLINICIAN, "record.read")
            raise LookupError

    pytest.raises(LookupError, act)
    assert not Entry.objects.exists()


def test_numbers_rise_and_time_is_the_databases():
    first, second = record(system("a"), "x"), record(system("a"), "y")
    assert first.pk < second.pk
    assert first.at <= second.at


def test_the_requests_number_stands_with_it():
    with structlog.contextvars.bound_contextvars(request_id="r-1"):
        assert record(system("a"), "x").request_id == "r-1"


def test_a_reloaded_entry_has_the_same_mac():
    entry = record(CLINICIAN, "x", detail_of="é", n=1)
    assert bytes(Entry.objects.get(pk=entry.pk).mac) == mac(Entry.objects.get(pk=entry.pk))


@pytest.mark.parametrize(
    ("role", "seen"),
    [("lead", 2), ("administrator", 2), ("clinician", 1), ("scheduler", 0), ("patient", 0)],
)
def test_who_sees_the_record(role, seen):
    record(CLINICIAN, "record.read", case="c-1")
    record(CLINICIAN, "staff.added")
    assert Entry.objects.visible_to(Actor("staff", "s", role)).count() == seen
