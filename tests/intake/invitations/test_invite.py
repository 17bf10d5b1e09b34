"""Inviting: a case with a key of its own, details sealed, a neutral letter; nobody under 18."""

import datetime
import json

import pytest
import time_machine
from django.core.management import CommandError, call_command

from audit.models import Entry
from desk import kinds
from desk.kinds import Envelope, Void
from desk.models import Message, Task
from intake.invitations import links
from intake.invitations.ages import age_years
from intake.invitations.services import UnderAge, renew, revoke
from intake.models import Case, Invitation
from tests.intake.people import invited, staff

pytestmark = pytest.mark.django_db


def test_a_case_its_key_and_seven_days():
    invitation = invited()
    case = Case.objects.get()
    assert case.state == "invited"
    assert case.person["name"] == "Canary Larkspur"
    assert b"Canary" not in bytes(case.identity)
    assert invitation.expires_at - Invitation.objects.get().created_at <= datetime.timedelta(days=7, seconds=1)
    assert Entry.objects.get(action="case.invited").case == str(case.public_id)


AGES = [
    ("the day before", (2008, 11, 22), (2026, 11, 21), 17),
    ("the birthday", (2008, 11, 21), (2026, 11, 21), 18),
    ("the day after", (2008, 11, 20), (2026, 11, 21), 18),
    ("29 February, on 28", (2008, 2, 29), (2026, 2, 28), 17),
    ("29 February, on 1 March", (2008, 2, 29), (2026, 3, 1), 18),
]


@pytest.mark.parametrize(("reason", "born", "on", "years"), AGES)
def test_age(reason, born, on, years):
    assert age_years(datetime.date(*born), datetime.date(*on)) == years


def test_nobody_under_18_fills_it_in_alone():
    with pytest.raises(UnderAge, match="under 18"):
        invited(date_of_birth=datetime.date.today() - datetime.timedelta(days=18 * 365))
    assert not Case.objects.exists()


def letter(invitation):
    return kinds.prepare(Message.objects.get(key=f"invitation:{invitation.pk}"))


def test_the_letter_has_the_link_the_phone_and_nothing_private():
    invitation = invited()
    sent = letter(invitation)
    assert isinstance(sent, Envelope)
    assert sent.to == "canary@patients.example"
    assert links.url(invitation) in sent.body
    assert "(555) 555-0100" in sent.body
    words = (sent.subject + sent.body).lower()
    assert not [word for word in ("canary", "larkspur", "depress", "psych", "phq", "medicine", "trd", "mental") if word in words]


def test_without_an_address_no_letter_is_planned():
    invited(email="")
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("reason", "spoil"),
    [
        ("taken back", lambda i: revoke(invitation=i, by=staff())),
        ("run out", lambda i: Invitation.objects.update(expires_at=datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC))),
        ("frozen", lambda i: Invitation.objects.update(tries=5)),
        ("erased", lambda i: i.case.data_key.delete()),
    ],
)
def test_at_the_moment_of_sending_it_may_be_void(reason, spoil):
    invitation = invited()
    spoil(invitation)
    assert isinstance(letter(invitation), Void)


def test_taking_back_cancels_the_letter_and_is_done_once():
    invitation, by = invited(), staff()
    revoke(invitation=invitation, by=by)
    at = revoke(invitation=invitation, by=by).revoked_at
    assert Message.objects.get().state == "cancelled"
    assert Invitation.objects.get().revoked_at == at
    assert Entry.objects.filter(action="invitation.revoked").count() == 1


UNTIL = [
    ("en", "It works until Monday, November 30, 9:05 AM:"),
    ("es", "Sirve hasta el lunes 30 de noviembre, 9:05 AM:"),
]


@pytest.mark.parametrize(("language", "says"), UNTIL)
def test_the_letter_says_the_day_on_which_the_link_stops(language, says):
    """Not for how many days it works: the mail server may be away for some of them, or staff send it once more."""
    invitation = invited(language=language)
    Invitation.objects.filter(pk=invitation.pk).update(expires_at=datetime.datetime(2099, 11, 30, 14, 5, tzinfo=datetime.UTC))
    assert says in letter(invitation).body


def test_a_new_link_takes_the_old_one_back_and_is_mailed():
    old = invited()
    new = renew(invitation=old, by=staff())
    assert links.token(new) != links.token(old)
    assert Invitation.objects.standing().get() == new
    assert Message.objects.filter(state="planned").get().subject == new.pk


def test_the_command_prints_the_link(capsys):
    call_command("invite", "--name", "Ada Example", "--date-of-birth", "1980-03-27", "--email", "ada@patients.example", "--json")
    assert links.find(json.loads(capsys.readouterr().out)["link"].rsplit("/", 1)[1]) == Invitation.objects.get()


@pytest.mark.parametrize(
    ("reason", "change", "says"),
    [
        ("a child", {"--date-of-birth": "2015-03-27"}, "under 18"),
        ("no date", {"--date-of-birth": "27.3.1980"}, "write it like 1980-03-27"),
        ("no address", {"--email": "ada at home"}, "name@example.com"),
        ("no number", {"--phone": "call me"}, "555-0123"),
        ("too short a number", {"--phone": "123"}, "555-0123"),
        ("far too long a text", {"--phone": "555" + "." * 40 + "0123"}, "at most 40"),
    ],
)
def test_the_command_refuses_in_one_clear_line(reason, change, says):
    given = {"--name": "A", "--date-of-birth": "1980-03-27", "--email": "", "--phone": ""} | change
    with pytest.raises(CommandError, match=says):
        call_command("invite", *(word for pair in given.items() for word in pair))
    assert not Case.objects.exists()


def test_a_child_on_the_command_line_leaves_staff_a_task():
    with pytest.raises(CommandError, match="under 18"):
        call_command("invite", "--name", "Canary", "--date-of-birth", "2015-03-27", "--email", "")
    assert Task.objects.get().kind == "under_age"


def test_the_link_is_built_from_settings_not_from_a_request(settings):
    settings.PUBLIC_URL = "https://clinic.example"
    assert links.url(invited()).startswith("https://clinic.example/i/")


@time_machine.travel("2040-01-01")
def test_the_seven_days_are_the_databases():
    assert invited().expires_at.year < 2040
