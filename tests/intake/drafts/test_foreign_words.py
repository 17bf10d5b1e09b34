"""Words that stay in English on a Spanish page say so to a screen reader, and nothing else does."""

import re

import pytest
from django.conf import settings

from tests.intake.drafts.sending import send

pytestmark = pytest.mark.django_db


def english(client, slug):
    """What of a page is marked as English, by tag."""
    page = client.get(f"/intake/{slug}/").content.decode()
    return re.findall(r'<(\w+)[^>]* lang="en"', page[page.index("<main") :])


@pytest.fixture
def spanish(client, draft):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    return client


SCALES = [
    ("no official Spanish", "gad7", ["div", *["legend", "div"] * 7, "p"]),
    ("its first page only", "auditc", ["legend", "div", "p"]),
    ("official Spanish, but for the question after the items", "phq9", ["legend", "div", "p"]),
    ("our own words", "sleep", []),
]


@pytest.mark.parametrize(("why", "slug", "marked"), SCALES, ids=[row[0] for row in SCALES])
def test_a_spanish_page(spanish, why, slug, marked):
    assert english(spanish, slug) == marked


SAID = [
    ("all of a scale: once", "gad7", [True, False, False]),
    ("one question of a scale: there", "phq9", [*[False] * 9, True]),
    ("none", "sleep", [False, False]),
]


@pytest.mark.parametrize(("why", "slug", "said"), SAID, ids=[row[0] for row in SAID])
def test_one_question_at_a_time_says_it_where_it_is(spanish, why, slug, said):
    spanish.post("/intake/calm/", {"calm": "1"})
    pages = [spanish.get(f"/intake/{slug}/?one={number}").content.decode() for number, _said in enumerate(said, 1)]
    assert ["está solo en inglés" in page for page in pages] == said


def test_an_english_page_marks_nothing(client, draft):
    assert [english(client, slug) for _why, slug, _marked in SCALES] == [[]] * len(SCALES)


def test_the_check_page_marks_question_and_answer(spanish):
    send(spanish, "/intake/gad7/", {"gad7_item1": "1"})
    page = spanish.get("/intake/check/").content.decode()
    assert '<dt lang="en">Feeling nervous' in page
    assert '<span lang="en">Several days</span>' in page
