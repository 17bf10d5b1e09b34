"""What anybody types is shown as words: it makes no element and no attribute, on no page, for nobody."""

import pytest
from django.db import transaction

from tests.metatests.words import Skeleton, bones, pages, runs

pytestmark = pytest.mark.django_db
PLAIN = "Canary Quillfeather"
# It begins as an address that runs, goes on as an attribute, and ends as elements and ways out of them.
HOSTILE = (
    """javascript:x()//Canary' onfocus='x()' x=`"></textarea></title></script>"""
    """<svg/onload=x()>&lt;i onclick=x()&gt;{{7|add:7}}"""
)
SHOWN_ON = 25  # pages at the least that show the word, so that this looks at something


def walked(word: str) -> dict[str, str]:
    """Every page with the word on it, and then as if nothing had been said."""
    with transaction.atomic():
        found = dict(pages(word))
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def plain(django_db_setup: None, django_db_blocker) -> dict[str, Skeleton]:
    with django_db_blocker.unblock():
        return {name: bones(html) for name, html in walked(PLAIN).items()}


def test_every_page_has_the_same_bones_whatever_was_said(plain: dict[str, Skeleton]) -> None:
    found = walked(HOSTILE)
    assert set(found) == set(plain)
    assert {name: new for name, html in found.items() if (new := [bone for bone in bones(html) if bone not in plain[name]])} == {}
    assert {name: (len(bones(html)), len(plain[name])) for name, html in found.items() if len(bones(html)) != len(plain[name])} == {}
    assert sum("Canary" in html for html in found.values()) >= SHOWN_ON
    assert [name for name, html in found.items() if HOSTILE in html] == [], "not as it was typed"


ADDRESSES = [
    ("/clinic/", False),
    ("https://a.test/javascript:", False),
    ("javascript:x()", True),
    (" java\nscript:x", True),
    ("DATA:text/html,x", True),
]


@pytest.mark.parametrize(("address", "does"), ADDRESSES)
def test_which_addresses_run(address: str, does: bool) -> None:
    assert runs(address) is does


def test_the_rule_finds_what_it_looks_for() -> None:
    assert bones("<p class=a>x</p>") == [("p", ("class",))]
    assert bones('<a href="javascript:x">') == [("a", ("href",)), ("runs", ("href",))]
    assert bones("<p>&lt;script&gt;</p>") == [("p", ())]
