"""Five tries a code, three codes an hour, ten a link, ten minutes: counted in the database, whoever asks at once."""

import datetime
from functools import partial

import pytest
from django.db.models import F

from audit.models import Entry
from desk import dispatch
from desk.models import Message
from intake.invitations.opening import Opened
from intake.models import Invitation, PhoneCode
from intake.phone_code.services import ask, enter
from tests.crowd import Crowd
from tests.intake.phone_code.conftest import begun
from vault.seal import erase

HERE, THERE = "a" * 32, "b" * 32
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def invitation(db) -> Invitation:
    return begun()


def asked(invitation: Invitation, browser: str = HERE) -> PhoneCode | None:
    """The code that this asking made, if it made one."""
    before = set(PhoneCode.objects.values_list("pk", flat=True))
    ask(invitation_id=invitation.pk, browser=browser)
    return PhoneCode.objects.exclude(pk__in=before).first()


def typed(invitation: Invitation, digits: str, browser: str = HERE) -> Opened | None:
    return enter(invitation_id=invitation.pk, browser=browser, digits=digits)


def wrong(code: PhoneCode, number: int = 1) -> str:
    return f"{(int(code.digits) + number) % 10**6:06d}"


def later(by: datetime.timedelta) -> None:
    """So much time goes by."""
    PhoneCode.objects.update(asked_at=F("asked_at") - by, expires_at=F("expires_at") - by)
    Message.objects.update(due_at=F("due_at") - by, stale_at=F("stale_at") - by)


def test_the_digits_are_six_follow_from_the_row_and_from_a_key_of_ours(invitation, settings):
    codes = [PhoneCode() for _ in range(300)]
    assert {(len(code.digits), code.digits.isdecimal()) for code in codes} == {(6, True)}
    assert len({code.digits for code in codes}) > 290
    first = codes[0].digits
    assert PhoneCode(pk=codes[0].pk).digits == first
    settings.LINK_KEY = b"another key, thirty-two bytes long"
    assert codes[0].digits != first


def test_the_fifth_wrong_one_ends_a_code(invitation):
    code = asked(invitation)
    assert [typed(invitation, wrong(code, number)) for number in range(1, 5)] == [None] * 4
    assert isinstance(typed(invitation, code.digits), Opened)
    other = asked(invitation)
    assert [typed(invitation, wrong(other, number)) for number in range(1, 6)] == [None] * 5
    assert typed(invitation, other.digits) is None
    assert Entry.objects.filter(action="phone_code.refused").count() == 9


TIMES = [("a second before its ten minutes are over", 10 * MINUTE - MINUTE / 60, True), ("after ten minutes", 10 * MINUTE, False)]


@pytest.mark.parametrize(("why", "by", "opens"), TIMES, ids=[row[0] for row in TIMES])
def test_a_code_works_for_ten_minutes(invitation, why, by, opens):
    code = asked(invitation)
    later(by)
    assert isinstance(typed(invitation, code.digits), Opened) == opens


def test_three_in_an_hour_whatever_the_browser(invitation):
    made = [asked(invitation, browser) for browser in (HERE, THERE, HERE, THERE)]
    assert [bool(code) for code in made] == [True, True, True, False]
    later(59 * MINUTE)
    assert asked(invitation) is None
    later(MINUTE)
    assert asked(invitation) is not None
    assert Entry.objects.filter(action="phone_code.not_sent").count() == 2


def test_ten_for_a_link(invitation):
    for _ in range(10):
        assert asked(invitation)
        later(61 * MINUTE)
    assert asked(invitation) is None


def test_the_code_before_it_is_over_and_takes_its_text_with_it(invitation):
    first, elsewhere, second = asked(invitation), asked(invitation, THERE), asked(invitation)
    assert [Message.objects.get(subject=code.pk).state for code in (first, elsewhere, second)] == ["cancelled", "planned", "planned"]
    assert typed(invitation, first.digits) is None
    assert typed(invitation, elsewhere.digits, THERE), "nobody else can spoil it"


def test_the_ledger_holds_a_text_that_is_due_at_once_and_stale_with_its_code(invitation):
    code = asked(invitation)
    message = Message.objects.get(subject=code.pk)
    assert (message.channel, message.kind, message.stale_at) == ("text", "phone_code", code.expires_at)
    assert code.expires_at - code.asked_at == 10 * MINUTE


AT_SENDING = [
    ("it was used meanwhile", lambda code: PhoneCode.objects.update(used_at=code.asked_at), ("cancelled", "not_usable")),
    ("tried too often meanwhile", lambda code: PhoneCode.objects.update(tries=5), ("cancelled", "not_usable")),
    ("the link was taken back", lambda code: Invitation.objects.update(revoked_at=code.asked_at), ("cancelled", "not_usable")),
    ("the person was erased", lambda code: erase(code.invitation.case.data_key), ("cancelled", "not_usable")),
    ("the clinic took the number out", lambda code: no_number(code.invitation.case), ("cancelled", "no_number")),
    ("too late", lambda code: later(10 * MINUTE), ("stale", "too_late")),
]


def no_number(case) -> None:
    case.seal_person(case.person | {"phone": ""})
    case.save()


@pytest.mark.parametrize(("why", "spoil", "ends"), AT_SENDING, ids=[row[0] for row in AT_SENDING])
def test_it_is_looked_at_again_before_it_leaves(invitation, gateway, why, spoil, ends):
    spoil(asked(invitation))
    dispatch.send_due()
    assert (Message.objects.filter(kind="phone_code").values_list("state", "reason").get(), gateway.asked) == (ends, [])


def test_twenty_guesses_at_once_gain_none_and_ten_askings_make_three(own_database):
    invitation = begun()
    with Crowd(10) as crowd:
        crowd.at_once([lambda: ask(invitation_id=invitation.pk, browser=HERE)] * 10)
        assert PhoneCode.objects.count() == 3
        code = PhoneCode.objects.newest(invitation=invitation, browser=HERE)
        for start in (1, 11):
            guesses = [partial(typed, invitation, wrong(code, start + number)) for number in range(10)]
            assert set(crowd.at_once(guesses)) == {None}
    code.refresh_from_db()
    assert (code.tries, typed(invitation, code.digits)) == (5, None)
