"""Visits by nobody we know: every page in any order, each sent in any way at all. `make fuzz-intake` makes many more of them.

A visit is said again by its number: INTAKE_FUZZ_FIRST=17 INTAKE_FUZZ=1 make test ARGS=tests/intake/fuzz
"""

import os
from random import Random

import pytest

from config.charset import without_charset
from intake.answers import frozen, new
from intake.history import history
from intake.models import Draft
from intake.questionnaire.steps import packs
from tests.intake.filling import TODAY, part_1
from tests.intake.fuzz.judge import complaints
from tests.intake.fuzz.posts import Post, places, post
from tests.intake.history.test_every_document import stands
from tests.intake.people import BORN
from tests.looks.patients import everything, inside
from trd import shipped
from trd.reading import read

pytestmark = pytest.mark.django_db
PAGES = 80  # sent in a visit: each page once, then some again
WHOLE = 3  # every so manieth visit sends each field of each page
FIRST = int(os.environ.get("INTAKE_FUZZ_FIRST", "1"))
VISITS = range(FIRST, FIRST + int(os.environ.get("INTAKE_FUZZ", "2")))
BEGUN = (lambda: new("en"), lambda: new("en", packs.NAMES), part_1, everything)


@pytest.mark.parametrize("visit", VISITS)
def test_whatever_is_sent_is_answered_in_words_and_nothing_is_lost(visit):
    dice = Random(visit)
    document = dice.choice(BEGUN)()
    client = inside(document)
    client.post("/language/", {"language": dice.choice(("en", "es"))})
    for number, place in enumerate(way(dice, document)):
        sent = post(dice, document, place, whole=visit % WHOLE == 1)
        found, document = said_of(client, sent, document, again=dice.random() < 0.2)
        assert found == [], told(visit, number, sent)
    assert {client.get(path).status_code for path in ("/intake/", "/intake/check/")} == {200}
    stands(document)
    read(history(frozen(document), TODAY, BORN), shipped().catalogue)


def way(dice: Random, document):
    """Every page once, then some again; the medicines as they were listed at first, which later pages add to."""
    all_places = places(document)
    return (dice.sample(all_places, len(all_places)) + dice.choices(all_places, k=PAGES))[:PAGES]


def said_of(client, sent: Post, before, again: bool):
    """What there is to complain of, and the document afterwards. `again`: the page is opened once more, as after any answer."""
    response = client.generic("POST", sent.url, sent.body, content_type=without_charset(sent.content_type))
    after = Draft.objects.select_related("case__data_key").get().answers
    found = list(complaints(sent, before, after, response))
    status = client.get(sent.place.url).status_code if again else 200
    return found + ([f"the page then answers {status}"] if status not in (200, 302) else []), after


def told(visit: int, number: int, sent: Post) -> str:
    return f"visit {visit}, page {number}: {sent.url} as {sent.content_type!r}: {str(sent.fields)[:2000]}"
