"""A page of the form as a browser meets it, without a script."""

import re

import pytest
from django.test import Client

from audit.models import Entry
from intake.models import Draft
from intake.questionnaire import STEPS
from tests.intake.drafts.sending import ABOUT_YOU, WHICH, send
from tests.intake.filling import ABOUT, CONSENT, DOSE, ENTRY, OTHER, PART_1
from tests.intake.people import invited

pytestmark = pytest.mark.django_db


def test_a_complete_page_leads_to_the_next(client, draft, said):
    response = send(client, "/intake/consent/", CONSENT)
    assert (response.status_code, response["Location"]) == (303, ABOUT_YOU)
    assert said()["consent.signature"]["value"] == "Canary Larkspur"


def test_every_step_that_applies_is_drawn(client, draft):
    for step in STEPS:
        response = client.get(f"/intake/{step.slug}/")
        assert response.status_code == (302 if step.when or step.pack else 200), step.slug


IN_ORDER = {**{slug: PART_1[slug] for slug in ("consent", "about-you", "this-episode")}, "next-questions": {}, **PART_1}


def test_the_whole_of_part_1_leads_to_the_check_page(client, draft):
    steps = {f"/intake/{slug}/": fields for slug, fields in IN_ORDER.items()}
    url, walked = "/intake/consent/", []
    while url in steps:
        walked.append(url)
        url = send(client, url, steps[url])["Location"]
    assert url == "/intake/check/"
    assert walked == list(steps)


def test_an_invalid_page_answers_422_and_keeps_everything(client, draft, said):
    response = send(client, ABOUT_YOU, ABOUT | {"about_phone": "call me", "about_sex": ""})
    assert response.status_code == 422
    page = response.content.decode()
    assert 'value="call me"' in page
    assert "Enter a phone number with its area code, like 555 555 0100." in page
    assert 'href="#id_about_phone"' in page
    assert "This field is required" not in page
    assert said()["about.phone"] == {"state": "invalid", "raw": "call me", "rev": 1}
    assert said()["about.place"]["value"] == "Springfield"
    again = client.get(ABOUT_YOU).content.decode()
    assert 'value="call me"' in again


LABELS = re.compile(r'<(?:legend|label) id="(\w+)" class="question[^>]*>(.*?)</l', re.S)
TICKS = re.compile(r'<input type="checkbox" name="\w+_(?:declined|not_sure|about)"[^>]*>')


def test_a_tick_beside_a_question_says_which_one_it_belongs_to(client, draft):
    """Each of them is called "I prefer not to say"; heard alone it could belong to any question."""
    pages = {f"/intake/{step.slug}/": client.get(f"/intake/{step.slug}/").content.decode() for step in STEPS if not step.when}
    ticks = {(path, tick): dict(LABELS.findall(page)) for path, page in pages.items() for tick in TICKS.findall(page)}
    told = {tick: labels.get("".join(re.findall('aria-describedby="(.*?)"', tick[1]))) for tick, labels in ticks.items()}
    assert len(told) > 5
    assert [tick for tick, question in told.items() if not question] == []
    assert "Where are you right now?" in told[next(tick for tick in told if "about_place_declined" in tick[1])]


def test_an_empty_post_is_bound_and_says_what_to_do(client, draft):
    response = client.post(ABOUT_YOU, {})
    assert response.status_code == 422
    assert "You may also prefer not to say." in response.content.decode()


def test_an_error_page_can_be_left_for_now(client, draft):
    page = client.post(ABOUT_YOU, {}).content.decode()
    assert '<a href="/intake/this-episode/">Leave these for now and go on</a>' in page


def test_save_and_come_back_later_keeps_an_invalid_page_and_resumes_on_it(client, draft, said):
    response = send(client, ABOUT_YOU, {"about_phone": "call me"}, later="1")
    assert response["Location"] == "/intake/"
    assert said()["about.phone"]["raw"] == "call me"
    home = client.get("/intake/").content.decode()
    assert "Your answers are saved." in home
    assert '<a class="button" href="/intake/about-you/">Carry on where you left off</a>' in home


def test_a_finished_page_resumes_on_the_one_after_it(client, draft):
    send(client, ABOUT_YOU, ABOUT, later="1")
    assert 'href="/intake/this-episode/">Carry on' in client.get("/intake/").content.decode()


RESUMED = [
    ("half a page of a medicine", {"weeks_total": "8_more"}, "dose"),
    ("a page of a medicine that is done", DOSE, "effect"),
]


@pytest.mark.parametrize(("why", "fields", "page"), RESUMED, ids=[row[0] for row in RESUMED])
def test_a_medicine_is_resumed_on_its_page(client, draft, why, fields, page):
    for entry in (ENTRY, OTHER):  # the first one is still open, and was left on purpose
        send(client, f"/intake/medicines/{entry}/which/", {"agent": "sertraline"})
    send(client, f"/intake/medicines/{OTHER}/dose/", fields, later="1")
    home = client.get("/intake/").content.decode()
    assert f'<a class="button" href="/intake/medicines/{OTHER}/{page}/">Carry on where you left off</a>' in home


def test_reading_and_saving_are_on_record_without_a_word_of_what_was_said(client, draft):
    send(client, ABOUT_YOU, ABOUT)
    entries = Entry.objects.filter(case=str(draft.case.public_id), action__startswith="draft.")
    assert [(entry.action, entry.detail) for entry in entries.order_by("pk")] == [("draft.read", {}), ("draft.saved", {"changes": 5})]


def test_nobody_reads_or_writes_another_s_draft(client, draft, said):
    stranger = Client()
    assert stranger.get(ABOUT_YOU).status_code == 403
    assert stranger.post(ABOUT_YOU, ABOUT).status_code == 403
    invited(name="Somebody Else")
    client.post(ABOUT_YOU, ABOUT | {"case": "1", "draft": "1", "entry": "x"})
    assert Draft.objects.count() == 1
    assert set(said()) == {"about.phone", "about.message", "about.place", "about.helper", "about.sex"}


ADDRESSES = [
    ("no such step", "/intake/dragon/", 404),
    ("a page of a group without its entry", "/intake/which/", 404),
    ("no such page", f"/intake/medicines/{ENTRY}/dragon/", 404),
    ("a group's page below another step", f"/intake/phq9/{ENTRY}/which/", 404),
    ("no id of ours", "/intake/medicines/m-1/which/", 404),
    ("first page of a new entry", WHICH, 200),
    ("later page of an entry not begun", f"/intake/medicines/{ENTRY}/dose/", 302),
    ("a step that does not apply", "/intake/more-f/", 302),
]


@pytest.mark.parametrize(("why", "url", "status"), ADDRESSES)
def test_addresses(client, draft, why, url, status):
    assert client.get(url).status_code == status


def test_titles_and_addresses_tell_nothing(client, draft):
    send(client, WHICH, {"agent": "sertraline"})
    for url in ("/intake/", "/intake/check/", "/intake/phq9/", f"/intake/medicines/{ENTRY}/dose/"):
        title = re.search("<title>(.*?)</title>", client.get(url).content.decode())[1]
        assert re.fullmatch(r"(Your form|Check your answers|Section \d of 7) – [\w ]+", title)


@pytest.mark.parametrize("text", ["\x00", "‮abc", "😀" * 200, "<script>alert(1)</script>", "{{ 7 }}", "x" * 10**6, "'; DROP TABLE"])
def test_no_text_breaks_a_page_or_the_draft(client, draft, said, text):
    response = send(client, ABOUT_YOU, ABOUT | {"about_place": text})
    assert response.status_code in (303, 422)
    assert client.get(ABOUT_YOU).status_code == 200
    assert "<script>alert" not in client.get(ABOUT_YOU).content.decode()
    assert client.get("/intake/check/").status_code == 200
    assert said()["about.phone"]["value"] == "555 555 0123"
