"""Whatever is done to the record behind our back is found, and the first bad row is named."""

import pytest
from django.core.management import CommandError, call_command

from audit import chain
from audit.actor import system
from audit.door import record
from audit.models import Entry, Seal


@pytest.fixture
def behind_our_back(owner_cursor):
    """Someone with the owner's rights who turns the triggers off."""

    def run(sql, *values):
        for table in ("audit_entry", "audit_seal"):
            owner_cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        owner_cursor.execute(sql, values)

    return run


@pytest.fixture
def sealed(own_database, settings, tmp_path):
    """Two links over six entries, and one entry not sealed yet."""
    settings.AUDIT_HEAD_FILE = str(tmp_path / "head")
    numbers = []
    for _ in range(2):
        numbers += [record(system("test"), "act", n=n).pk for n in range(3)]
        chain.seal()
    return [*numbers, record(system("test"), "late").pk]


def test_an_untouched_record_verifies(sealed):
    assert chain.verify() is None


def test_nothing_new_makes_no_link(sealed):
    chain.seal()
    assert chain.seal() is None


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("action", "other"),
        ("actor_id", "x"),
        ("case", "c"),
        ("detail", '{"n": 9}'),
        ("at", "2020-01-01"),
        ("actor_role", "lead"),
        ("about", "x"),
        ("request_id", "x"),
    ],
)
def test_an_altered_entry_is_named(sealed, behind_our_back, column, value):
    behind_our_back(f'UPDATE audit_entry SET "{column}" = %s WHERE id = %s', value, sealed[1])
    assert chain.verify() == chain.Fault(f"entry {sealed[1]}", "was altered")


def test_an_altered_entry_that_is_not_sealed_yet_is_named_too(sealed, behind_our_back):
    behind_our_back("UPDATE audit_entry SET action = 'x' WHERE id = %s", sealed[-1])
    assert chain.verify() == chain.Fault(f"entry {sealed[-1]}", "was altered")


@pytest.mark.parametrize("which", [0, 2, 3, 5])
def test_a_removed_entry_is_named(sealed, behind_our_back, which):
    behind_our_back("DELETE FROM audit_entry WHERE id = %s", sealed[which])
    assert chain.verify() == chain.Fault(f"entry {sealed[which]}", "was removed")


def test_two_swapped_entries_are_noticed(sealed, behind_our_back):
    a, b = sealed[0], sealed[4]
    behind_our_back(
        "UPDATE audit_entry x SET detail = y.detail, at = y.at, mac = y.mac FROM audit_entry y WHERE (x.id, y.id) IN ((%s, %s), (%s, %s))",
        a,
        b,
        b,
        a,
    )
    assert chain.verify() == chain.Fault(f"entry {a}", "was altered")


def test_a_removed_link_is_noticed(sealed, behind_our_back):
    first = Seal.objects.order_by("pk").first()
    behind_our_back("DELETE FROM audit_seal WHERE id = %s", first.pk)
    assert chain.verify().what == "does not continue the chain"


def test_a_cut_off_tail_is_noticed_by_the_head_posted_outside_also_later(sealed, behind_our_back):
    last = Seal.objects.latest("pk").pk
    behind_our_back("DELETE FROM audit_seal WHERE id = (SELECT max(id) FROM audit_seal)")
    behind_our_back("DELETE FROM audit_entry WHERE id >= %s", sealed[3])
    cut = chain.Fault(f"seal {last}", "is not the one posted outside")
    assert chain.verify() == cut
    record(system("test"), "after the cut")
    chain.seal()
    assert chain.verify() == cut


def test_an_entry_that_commits_late_goes_into_the_next_link(sealed):
    late = sealed[-1]
    assert late in chain.seal().entries
    assert chain.verify() is None


def test_the_command_ends_with_the_first_bad_row(sealed, behind_our_back, capsys):
    call_command("verify_audit")
    assert "7 entries, 2 seals" in capsys.readouterr().out
    behind_our_back("DELETE FROM audit_entry WHERE id = %s", sealed[1])
    with pytest.raises(CommandError, match=f"entry {sealed[1]} was removed"):
        call_command("verify_audit")


def test_another_key_can_not_have_made_it(sealed, settings):
    settings.AUDIT_KEY = b"another key of thirty-two bytes!"
    assert chain.verify() == chain.Fault(f"entry {sealed[0]}", "was altered")
    assert Entry.objects.count() == 7
