"""The check page, the copy, the record and the history say the same: what is shown on one is on the others, what is hidden on none."""

import json
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from intake.answers import tree
from intake.history import history
from intake.invitations import links
from intake.models import Draft
from intake.questionnaire import PAGES, STEPS, key, visible
from tests.clinic.factories import sent
from tests.clinic.staff import signed_in
from tests.intake.copy.paper import run_together, text_of
from tests.intake.filling import BORN, ENTRY, TODAY, filled, medicine, part_1
from tests.intake.people import BOXES, invited
from tests.looks.patients import begun, everything

pytestmark = pytest.mark.django_db
MARK = "Canary of a hidden answer"


class Facts(HTMLParser):
    """The headings, questions and answers below the page's first `What you told us`, in order, as they are read."""

    def __init__(self, html):
        super().__init__()
        self.found, self.open = [], ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag in {"h2", "h3", "h4", "h5", "dt", "dd"}:
            self.open = tag
            self.found.append((tag, ""))

    def handle_endtag(self, tag):
        self.open = "" if tag == self.open else self.open

    def handle_data(self, data):
        if self.open:
            tag, text = self.found.pop()
            self.found.append((tag, text + data))


def facts(html, begins="What you told us"):
    found = [(tag, " ".join(text.split())) for tag, text in Facts(html).found]
    return found[found.index(("h2", begins)) :]


def inside(document):
    invitation, client = invited(), Client()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    draft = Draft.objects.select_related("case__data_key").get(case=invitation.case)
    draft.seal_answers(document)
    draft.save()
    return client


def odd():
    """Answers that could not be read, were declined, are not known, or are missing."""
    document = medicine(part_1())
    document["answers"] |= {
        "about.phone": {"state": "invalid", "raw": "no phone", "rev": 2},
        "about.sex": {"state": "declined", "rev": 2},
        f"medicine/{ENTRY}/highest_dose": {"state": "invalid", "raw": "a hundred", "rev": 2},
        f"medicine/{ENTRY}/weeks_total": {"state": "not_sure", "rev": 2},
        "episode.words": {"state": "answered", "value": "Two lines.\nAnd < a > third & more.", "rev": 2},
    }
    del document["answers"]["exclude.bipolar"]
    return document


DOCUMENTS = [
    ("everything asked", everything, "en"),
    ("nothing but what brings pages up", lambda: begun(ENTRY), "en"),
    ("answers that are none", odd, "en"),
    ("in Spanish", odd, "es"),
]


@pytest.mark.parametrize(("reason", "document", "language"), DOCUMENTS, ids=[row[0] for row in DOCUMENTS])
def test_the_copy_holds_what_the_page_shows_and_nothing_more(settings, reason, document, language):
    client = inside(document())
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    begins = {"en": "What you told us", "es": "Lo que nos contó"}[language]
    on_page = [each for each in facts(client.get("/intake/check/").content.decode(), begins) if each[0] != "h2"]
    told = run_together(text_of(client.get("/intake/copy/").content))
    assert len(on_page) > 20
    place = 0
    for tag, words in on_page:
        found = told.find(run_together(words), place)
        assert found >= 0, f"{tag} {words!r} is not in the copy, or not in its place"
        place = found + len(run_together(words))
    rest = told
    for words in sorted({words for _, words in on_page}, key=len, reverse=True):
        rest = rest.replace(run_together(words), "|")
    assert len(rest.replace("|", "")) < 900, f"the copy says more than the page: {rest}"


def test_the_page_shows_each_row_of_the_tree_once():
    document = odd()
    shown = facts(inside(document).get("/intake/check/").content.decode())
    with translation.override("en"):
        sections = [section for section in tree(document) if section.step.part == 1 or section.state != "empty"]
        pages = [page for each in sections for page in (*each.pages, *(page for entry in each.entries for page in entry.pages))]
        rows = sorted(row.label for page in pages if page.said for row in page.shown)
    assert sorted(words for tag, words in shown if tag == "dt") == rows


def test_what_was_told_is_on_the_record_too():
    """Trial by trial and in the rest, each answer of the tree in its words; nothing of it is left to the copy alone."""
    document = everything()
    page = run_together(text(signed_in("clinician").get(f"/clinic/review/{sent(document).public_id}/").content.decode()))
    with translation.override("en"):
        pages = [page for each in tree(document) for page in (*each.pages, *(page for entry in each.entries for page in entry.pages))]
        said = {f"{each.entry} {row.question.id}": row.words for each in pages for row in each.rows if row.state == "answered"}
    missing = {id: words for id, words in said.items() if run_together(words) not in page}
    assert missing == {}


class Text(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.words = []
        self.feed(html)

    def handle_data(self, data):
        self.words.append(data)


def text(html):
    return " ".join(Text(html).words)


def with_everything_hidden_answered(document):
    """What nobody could overlook, typed for every question that does not apply."""
    asked = [(question, ENTRY if step.group else "") for step in (*STEPS, *PAGES["medicine"]) for question in step.questions]
    hidden = [(question, entry) for question, entry in asked if not visible(question, document, entry)]
    assert len(hidden) > 100
    return document | {
        "answers": document["answers"]
        | {key(question.id, entry): {"state": "invalid", "raw": MARK, "rev": 9} for question, entry in hidden}
    }


def test_what_is_hidden_is_nowhere():
    before = medicine(filled(("more-medicines", "medicines_unnamed=0"), document=part_1()))
    after = with_everything_hidden_answered(before)
    client = inside(after)
    assert MARK not in client.get("/intake/check/").content.decode()
    assert run_together(MARK) not in run_together(text_of(client.get("/intake/copy/").content))
    assert MARK not in signed_in("clinician").get(f"/clinic/review/{sent(after).public_id}/").content.decode()
    assert history(after, TODAY, BORN) == history(before, TODAY, BORN)
    assert MARK not in json.dumps(history(after, TODAY, BORN))
