"""One question at a time: stopping and coming back, switching, going back, being led to one question."""

import re
from urllib.parse import unquote

import pytest

from intake.answers import frozen
from tests.intake.drafts.calmly import EPISODE, FIELDS, PHQ9, asked, walk
from tests.intake.drafts.sending import send
from tests.intake.filling import ENTRY, WHICH

pytestmark = pytest.mark.django_db
HOME = "/intake/"


STOPPED = [
    ("on a question not answered", f"{EPISODE}?one=2", {}, "later", f"{EPISODE}?one=2"),
    ("on one that may be left out", f"{EPISODE}?one=3", {}, "later", f"{EPISODE}?one=3"),
    ("gone on", f"{EPISODE}?one=2", {"episode_before": "no"}, "go", f"{EPISODE}?one=3"),
    ("gone on at the end of a page", f"{EPISODE}?one=3", {}, "go", "/intake/more-c/"),
    ("in the middle of part 2", "/intake/gad7/?one=3", {"gad7_item3": "1"}, "go", "/intake/gad7/?one=4"),
    ("saved by the script", f"{EPISODE}?one=2", {"episode_before": "no"}, "auto", f"{EPISODE}?one=2"),
    ("on a page that not everybody is asked", "/intake/more-c/?one=2", {}, "later", "/intake/more-c/?one=2"),
    ("on a page that was taken away since", f"/intake/medicines/{ENTRY}/dose/?one=2", {}, "later", f"/intake/medicines/{ENTRY}/dose/?one=2"),
]  # fmt: skip


@pytest.mark.parametrize(("why", "url", "fields", "button", "on"), STOPPED, ids=[row[0] for row in STOPPED])
def test_the_form_opens_where_the_person_stopped(calm, draft, why, url, fields, button, on):
    send(calm, f"{EPISODE}?one=2", {"only": "episode_before", "episode_before": "yes"})
    send(calm, f"/intake/medicines/{ENTRY}/which/?one=1", WHICH)
    page = calm.get(url).content.decode()
    send(calm, url, {"only": asked(page), **fields}, **{button: "1"})
    assert f'<a class="button" href="{on}">Carry on' in calm.get(HOME).content.decode(), why
    assert "You stopped in “" in calm.get(HOME).content.decode()


def test_where_the_person_stopped_is_read_in_no_clear_column_and_not_sent(calm, draft):
    send(calm, "/intake/this-episode/?one=2", {"only": "episode_before", "episode_before": "yes"})
    send(calm, "/intake/more-c/?one=2", {"only": "episodes_first_age"}, later="1")
    draft.refresh_from_db()
    assert draft.place == "this-episode"
    assert draft.answers["calm"] == {"on": True, "place": "more-c", "id": "episodes.first_age", "done": False}
    assert "calm" not in frozen(draft.answers)


def test_switching_to_whole_pages_keeps_what_is_typed_and_stays_at_the_question(calm, draft, said):
    response = send(calm, f"{EPISODE}?one=3", {"only": "episode_words", "episode_words": "Mornings"}, calm="0")
    assert response["Location"] == f"{EPISODE}#div_id_episode_words"
    assert said()["episode.words"]["value"] == "Mornings"
    page = calm.get(EPISODE).content.decode()
    assert page.count("Mornings") == 1
    assert 'id="div_id_episode_words"' in page
    assert 'name="episode_before"' in page


def test_switching_to_one_question_keeps_the_page_and_goes_to_the_first_open_question(client, draft, said):
    response = send(client, EPISODE, {"episode_start_year": "2024", "episode_words": "Mornings"}, calm="1")
    assert response["Location"] == EPISODE
    assert client.get(EPISODE)["Location"] == f"{EPISODE}?one=2"
    assert set(said()) == {"episode.start", "episode.words"}


def test_switching_after_item_9_shows_help_first(client, draft):
    response = send(client, PHQ9, {"phq9_item9": "2"}, calm="1")
    assert unquote(response["Location"]) == "/pause/?next=/intake/phq9/"
    assert client.get(PHQ9)["Location"] == f"{PHQ9}?one=1"


BACK = [
    ("the one before", "/intake/about-you/?one=3", "/intake/about-you/?one=2"),
    ("the last of the page before", "/intake/about-you/?one=1", "/intake/consent/?one=2"),
    ("the very first", "/intake/consent/?one=1", HOME),
    ("a page that asks nothing", "/intake/next-questions/", f"{EPISODE}?one=3"),
    ("from the page of an entry", f"/intake/medicines/{ENTRY}/dose/?one=1", f"/intake/medicines/{ENTRY}/which/?one=1"),
    ("from the first page of an entry", f"/intake/medicines/{ENTRY}/which/?one=1", "/intake/medicines/?one=1"),
    ("for who came to check", "/intake/about-you/?check=1&one=1", "/intake/check/"),
    ("for who came to check, further on", "/intake/about-you/?check=1&one=2", "/intake/about-you/?check=1&one=1"),
]


@pytest.mark.parametrize(("why", "url", "to"), BACK, ids=[row[0] for row in BACK])
def test_going_back(calm, draft, why, url, to):
    send(calm, f"/intake/medicines/{ENTRY}/which/?one=1", WHICH)
    back = calm.get(url).context["back"]
    assert sorted(re.split(r"[?&]", back)) == sorted(re.split(r"[?&]", to)), why


def test_what_is_missing_leads_to_the_question_alone_and_back_to_the_check(calm, draft):
    assert "/intake/about-you/?one=4&amp;check=1" in calm.get("/intake/check/").content.decode()
    response = send(calm, "/intake/about-you/?one=7&check=1", {"only": "about_sex", "about_sex": "female"})
    assert response["Location"] == "/intake/check/"


WRONG = ["0", "8", "-1", "x", "", "1e3", "٣"]


@pytest.mark.parametrize("number", WRONG)
def test_a_number_that_names_nothing_leads_to_the_first_open_question(calm, draft, number):
    assert calm.get("/intake/about-you/", {"one": number})["Location"] == "/intake/about-you/?one=1"


def test_in_the_usual_mode_an_address_with_a_number_shows_the_whole_page(client, draft):
    assert client.get("/intake/about-you/?one=3").content.decode().count('class="question"') == 7


def test_the_page_says_how_far_one_has_come_in_words(calm, draft):
    assert "You have just begun." in calm.get("/intake/about-you/?one=1").content.decode()
    walk(calm, "/intake/consent/", "/intake/must-exclude/", FIELDS)
    assert "You are nearly there." in calm.get("/intake/must-exclude/?one=1").content.decode()


def test_another_language_keeps_the_question(calm, draft):
    page = calm.get("/intake/about-you/?one=4&check=1").content.decode()
    assert 'name="next" value="/intake/about-you/?one=4&amp;check=1"' in page


def test_a_page_is_sent_to_its_own_address_so_that_no_question_of_the_last_one_stays_in_it(client, draft):
    """Sent to no address in particular it goes to the bar's, and every page after it keeps what stands behind the #."""
    assert '<form method="post" action="/intake/this-episode/" novalidate' in client.get("/intake/this-episode/").content.decode()
