"""The copy a person may keep: reaching for nothing, private by name, readable by ear, gone once it is sent."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from audit.models import Entry
from intake.copy import paper
from intake.invitations import links
from intake.models import Draft
from intake.submissions.services import submit
from tests.intake.copy.paper import opened, text_of
from tests.intake.filling import part_1
from tests.intake.people import BOXES, invited
from tests.intake.sent import document

COPY = "/intake/copy/"
SECRET = "Canary Larkspur"  # the name they signed with


@pytest.fixture
def draft(client):
    """A complete draft, open in the client."""
    invitation = invited()
    client.post(reverse("intake:open", args=[links.token(invitation)]), BOXES)
    draft = Draft.objects.select_related("case__data_key").get(case=invitation.case)
    draft.seal_answers(part_1())
    draft.save()
    return draft


@pytest.mark.django_db
def test_it_is_a_file_that_says_nothing_from_outside(client, draft):
    answer = client.get(COPY)
    assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (200, "application/pdf", "no-store")
    assert answer["Content-Disposition"] == 'attachment; filename="my-copy.pdf"'
    found = opened(answer.content)
    assert dict(found.metadata) == {"/Title": "My copy – Willow Clinic", "/Producer": found.metadata.producer}
    assert found.metadata.producer.startswith("WeasyPrint")
    words = " ".join(text_of(answer.content).split())
    assert SECRET in words
    assert re.search(r" at \d{1,2}:\d\d [AP]M, before it was sent", words)


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "words"), [("en", "What you wrote"), ("es", "Lo que usted escribió")])
def test_it_can_be_read_by_ear_in_its_language(client, draft, settings, language, words):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    pdf = client.get(COPY).content
    root = opened(pdf).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"].value, root["/ViewerPreferences"]["/DisplayDocTitle"].value) == (
        language,
        True,
        True,
    )
    assert b'pdfuaid:part="1"' in root["/Metadata"].get_data()
    assert words in text_of(pdf)


@pytest.mark.django_db
def test_what_was_left_out_is_one_line_at_its_end(client, draft):
    words = " ".join(text_of(client.get(COPY).content).split())
    assert words.count("Not answered") == 1
    assert "Not answered: Worry; Hard things that happened; Drinking; Tobacco, drinks and drugs; " in words


@pytest.mark.django_db
def test_taking_it_is_on_record(client, draft):
    client.get(COPY)
    assert Entry.objects.filter(action="draft.copied", about=str(draft.pk), actor_id=draft.case.patient.id).count() == 1


@pytest.mark.django_db
def test_where_none_can_be_drawn_the_person_is_told_what_else_they_can_do(client, draft, monkeypatch, caplog):
    def broken(html):
        raise OSError(f"cannot load library, and {SECRET}")

    monkeypatch.setattr("intake.copy.drawing.draw", broken)
    answer = client.get(COPY, follow=True)
    assert answer.redirect_chain == [("/intake/check/", 302)]
    assert "You can print this page instead." in answer.content.decode()
    assert "copy was not drawn" in caplog.text
    assert SECRET not in caplog.text


@pytest.mark.django_db
def test_after_sending_there_is_none_on_any_device(client, draft):
    submit(draft=draft, by=draft.case.patient)
    stranger = Client()
    stranger.post(reverse("intake:open", args=[links.token(draft.case.invitations.get())]), BOXES)
    for browser in (client, stranger):
        for ask in (browser.get, browser.head):
            assert (ask(COPY).status_code, ask(COPY)["Location"]) == (303, "/intake/done/")


NO_READ_BACK = [
    *["/intake/", "/intake/check/", COPY],
    "/intake/done/",
    "/intake/visit/",
    "/intake/about-you/",
    "/intake/medicines/m-1/dose/",
]


@pytest.mark.django_db
def test_after_sending_no_page_reads_anything_back(client, draft):
    draft.seal_answers(document(about__place="Canaryville", episode__words="Canary in a mine"))
    draft.save()
    before = [client.get(path).content.decode() for path in ("/intake/check/", "/intake/about-you/")]
    assert all("Canaryville" in page for page in before), "it could be seen before"
    submit(draft=draft, by=draft.case.patient)
    pages = {path: client.get(path, follow=True).content.decode() for path in NO_READ_BACK}
    assert {path for path, page in pages.items() if "Canary" in page or "Zoloft" in page} == set()
    assert "What happens next" in pages[COPY]


REACHES = [
    ("a file", '<img src="file:///etc/passwd">'),
    ("the network", '<img src="http://127.0.0.1:9/x.png">'),
    ("the neighbourhood", '<img src="http://169.254.169.254/latest/">'),
    ("itself", '<img src="data:image/png;base64,iVBORw0KGgo=">'),
    ("a style from elsewhere", '<link rel="stylesheet" href="http://127.0.0.1:9/x.css">'),
    ("a style from a file", "<style>@import url(file:///etc/passwd);</style>"),
    (
        "a font from elsewhere",
        "<style>@font-face { font-family: x; src: url(http://127.0.0.1:9/x.woff) } p { font-family: x }</style><p>x</p>",
    ),
    ("a file to attach", '<link rel="attachment" href="file:///etc/passwd">'),
]


@pytest.mark.parametrize(("reason", "html"), REACHES, ids=[row[0] for row in REACHES])
def test_it_reaches_for_nothing(reason, html):
    """No page of ours asks for any of it; if one ever does, no copy is drawn."""
    with pytest.raises(paper.NotDrawn):
        paper.paper(f"<title>x</title>{html}")


def test_a_page_that_reaches_for_nothing_is_drawn():
    assert text_of(paper.paper("<html lang='en'><title>x</title><p>Good day.")) == "Good day."


HOSTILE = "<img src=file:///etc/passwd><script>alert(1)</script>{{ 7 }} \u202eright to left \U0001f600"


@pytest.mark.django_db
def test_what_a_person_types_is_words_and_nothing_else(client, draft):
    draft.seal_answers(document(about__place=HOSTILE))
    draft.save()
    answer = client.get(COPY)
    assert answer.status_code == 200
    assert "<img src=file:///etc/passwd><script>alert(1)</script>{{ 7 }}" in text_of(answer.content)
