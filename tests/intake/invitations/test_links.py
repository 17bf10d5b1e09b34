"""The token: random, bound to its purpose and key, and only one text means it."""

import base64

import pytest

from intake.invitations import links
from intake.models import Invitation
from tests.intake.people import invited

pytestmark = pytest.mark.django_db


def test_a_link_finds_its_invitation():
    invitation = invited()
    assert links.find(links.token(invitation)) == invitation
    assert links.url(invitation).endswith(f"/i/{links.token(invitation)}")


def test_no_flipped_bit_is_taken():
    invitation = invited()
    raw = base64.urlsafe_b64decode(links.token(invitation))
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        assert links.find(base64.urlsafe_b64encode(bytes(flipped)).decode()) is None, bit


def test_no_other_character_is_taken():
    token = links.token(invited())
    for place in range(len(token)):
        for letter in "Aa0-_+":
            other = token[:place] + letter + token[place + 1 :]
            assert (links.find(other) is None) == (other != token)


FORGED = [
    ("nothing", lambda token: ""),
    ("cut short", lambda token: token[:-4]),
    ("made longer", lambda token: token + "AAAA"),
    ("padding added", lambda token: token + "===="),
    ("the other base64 alphabet", lambda token: token.replace("-", "+").replace("_", "/") + " "),
    ("a space", lambda token: token[:5] + " " + token[5:]),
    ("not ASCII", lambda token: "é" * 48),
    ("a lone surrogate", lambda token: "\ud800" + token),
    ("only the id", lambda token: token[:22]),
    ("SQL", lambda token: "' OR 1=1 --"),
    ("the two halves of another", lambda token: token[24:] + token[:24]),
]


@pytest.mark.parametrize(("reason", "forge"), FORGED)
def test_forged_tokens_find_nothing(reason, forge):
    assert links.find(forge(links.token(invited()))) is None


def test_an_id_with_another_ids_seal_finds_nothing():
    one, two = base64.urlsafe_b64decode(links.token(invited())), base64.urlsafe_b64decode(links.token(invited()))
    assert links.find(base64.urlsafe_b64encode(one[:16] + two[16:]).decode()) is None


def test_another_purpose_is_another_link():
    invitation = invited()
    token = links.token(invitation)
    Invitation.objects.update(purpose=Invitation.VISIT)
    assert links.find(token) is None
    assert links.find(links.token(Invitation.objects.get())) == invitation


def test_a_stolen_table_makes_no_link(settings):
    token = links.token(invited())
    settings.LINK_KEY = b"another key of thirty-two bytes!"
    assert links.find(token) is None


def test_ids_are_random_and_long():
    ids = {bytes(i.link_id) for i in [invited() for _ in range(20)]}
    assert len(ids) == 20
    assert all(len(link_id) * 8 >= 128 for link_id in ids)
    assert Invitation._meta.get_field("link_id").unique
    assert links.MAC_BYTES * 8 >= 128
