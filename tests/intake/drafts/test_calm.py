"""One question at a time: the same questions, the same answers, the same service, asked one by one. As a browser without a script."""

import re
from urllib.parse import unquote

import pytest

from intake.models import SafetyEvent
from intake.questionnaire import step_named
from tests.intake.drafts.calmly import EPISODE, PHQ9, asked, question, values, walk
from tests.intake.drafts.sending import rev, send, settle
from tests.intake.filling import ABOUT, ENTRY, MEDICINE, PART_1, WHICH

pytestmark = pytest.mark.django_db


def test_part_1_asked_one_by_one_gives_the_same_answers_as_whole_pages(calm, draft, said):
    send(calm, f"/intake/medicines/{ENTRY}/which/?one=1", WHICH)
    walked = walk(calm, "/intake/consent/", "/intake/check/")
    one_by_one = values({"answers": said()})
    draft.refresh_from_db()
    draft.seal_answers({**draft.answers, "answers": {}, "calm": {"on": False}})
    draft.save()
    for slug, fields in PART_1.items():
        send(calm, f"/intake/{slug}/", {} if slug == "medicines" else fields)
    for page, fields in MEDICINE.items():
        send(calm, f"/intake/medicines/{ENTRY}/{page}/", fields)
    send(calm, "/intake/more-medicines/", {"medicines_unnamed": "0"})
    assert one_by_one == values({"answers": said()})
    assert len(walked) > 40
    assert len([url for url in walked if url.startswith("/intake/phq9/")]) == 10


def test_each_page_asks_one_question(calm, draft):
    pages = [calm.get(f"/intake/about-you/?one={number}").content.decode() for number in range(1, 8)]
    assert [asked(page) for page in pages] == [[each.field] for each in step_named("about-you").questions]
    assert [page.count('class="question"') for page in pages] == [1] * 7
    assert [re.search(r"question \d of 7", page)[0][9] for page in pages] == list("1234567")


def test_the_words_and_order_of_the_phq_9_are_those_of_the_whole_page(calm, draft):
    pages = [calm.get(f"{PHQ9}?one={number}").content.decode() for number in range(1, 11)]
    calm.post("/intake/calm/", {"calm": "0"})
    whole = calm.get(PHQ9).content.decode()
    legends = [re.sub(r"<[^>]+>|\s+", " ", each).strip() for each in re.findall(r"<legend[^>]*>(.*?)</legend>", whole, re.S)]
    assert [question(page) for page in pages] == legends
    stem = re.search(r'<div class="lead">(.*?)</div>', whole, re.S)[1]
    assert "Over the last 2 weeks" in stem
    assert [stem in page for page in pages] == [True] * 10
    warned = ["Some of these questions are about thoughts of death" in page for page in pages]
    assert warned == [False] * 8 + [True, False]


def test_the_page_before_the_phq_9_is_still_before_it(calm, draft):
    walked = walk(calm, "/intake/this-episode/?one=3", "/intake/phq9/")
    assert walked == ["/intake/this-episode/?one=3", "/intake/next-questions/", "/intake/phq9/"]
    assert calm.get("/intake/phq9/?one=1").context["back"] == "/intake/next-questions/"


def test_help_comes_at_once_after_item_9_and_leads_to_the_next_question(calm, draft):
    response = send(calm, f"{PHQ9}?one=9", {"only": "phq9_item9", "phq9_item9": "1"})
    assert unquote(response["Location"]) == "/pause/?next=/intake/phq9/?one=10"
    assert SafetyEvent.objects.get().tier == 1
    assert 'id="help-at-once" data-for="phq9_item9:1' in calm.get(f"{PHQ9}?one=9").content.decode()


def test_an_error_stays_on_its_question_and_the_others_do_not_matter(calm, draft, said):
    url = "/intake/about-you/?one=3"
    response = send(calm, url, {"only": "about_phone", "about_phone": "call me"})
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count('<li><a href="#') == 1
    assert "Enter a phone number with its area code" in page
    assert 'value="call me"' in page
    assert '<a href="/intake/about-you/?one=4">Leave this for now and go on</a>' in page
    assert said()["about.phone"]["state"] == "invalid"
    response = send(calm, url, {"only": "about_phone", "about_phone": ABOUT["about_phone"]})
    assert response["Location"] == "/intake/about-you/?one=4"


def test_a_question_left_empty_is_asked_for_and_one_that_is_optional_is_not(calm, draft):
    assert send(calm, f"{EPISODE}?one=1", {"only": "episode_start"}).status_code == 422
    assert send(calm, f"{EPISODE}?one=3", {"only": "episode_words"})["Location"] == "/intake/next-questions/"


def go_past(client):
    """Press what stands below each question of a scale."""
    return client.post(f"{PHQ9}?one=0", {"rev": rev(client.get(f"{PHQ9}?one=1")), "only": "phq9_skip", "phq9_skip": "yes"})


def test_the_way_past_a_scale_stands_below_each_of_its_questions(calm, draft, said):
    page = calm.get(f"{PHQ9}?one=4").content.decode()
    assert 'action="?one=0"' in page
    response = go_past(calm)
    assert response["Location"] == "/intake/medicines/"
    assert said()["phq9.skip"]["value"] == "yes"


def test_who_went_past_a_scale_can_take_that_back(calm, draft, said):
    go_past(calm)
    page = calm.get(PHQ9, follow=True).content.decode()
    assert (asked(page), 'form="skip"' in page) == (["phq9_skip"], False)
    assert send(calm, f"{PHQ9}?one=1", {"only": "phq9_skip"})["Location"] == f"{PHQ9}?one=1"
    assert "phq9.skip" not in said()


def test_answering_one_question_leaves_the_tick_past_the_scale_and_the_others_alone(calm, draft, said):
    send(calm, "/intake/other-treatments/?one=1", {"only": "treatments_had", "treatments_had": ["tms", "ect"]})
    send(calm, "/intake/other-treatments/?one=2", {"only": "treatments_rest", "treatments_rest": "no"})
    assert said()["treatments.had"]["value"] == ["ect", "tms"]


def test_a_question_about_the_one_before_says_what_was_answered_there(calm, draft):
    response = send(calm, "/intake/other-treatments/?one=1", {"only": "treatments_had", "treatments_had": ["tms", "ect"]})
    hint = calm.get(response["Location"]).content.decode()
    assert "You did not tick: Esketamine nose spray, Ketamine, VNS, Talking therapy." in hint


def test_what_another_answer_makes_needless_is_not_asked(calm, draft):
    response = send(calm, "/intake/other-treatments/?one=1", {"only": "treatments_had", "treatments_had": "none"})
    assert response["Location"] == "/intake/must-exclude/"


def test_medicines_are_picked_first_and_then_told_of_one_question_a_page(calm, draft, said):
    response = send(calm, "/intake/medicines/?one=1", {"only": "picked", "picked": ["sertraline", "duloxetine"]})
    draft.refresh_from_db()
    first, second = draft.answers["groups"]["medicine"]
    assert response["Location"] == f"/intake/medicines/{first}/dose/"
    walked = walk(calm, response["Location"], f"/intake/medicines/{second}/dose/")
    assert len(walked) > 10
    assert all(first in url for url in walked[:-1])
    assert {name.split("/")[1] for name in said() if "/agent" not in name} == {first}


def test_who_ticks_no_medicine_is_asked_why_on_a_page_of_its_own(calm, draft):
    response = send(calm, "/intake/medicines/?one=1", {"only": "picked"})
    assert response["Location"] == "/intake/medicines/?one=2"
    page = calm.get(response["Location"]).content.decode()
    assert (asked(page), 'name="picked"' in page) == (["medicines_any"], False)


def test_dates_that_do_not_fit_are_asked_about_where_the_second_stands(calm, draft, said):
    send(calm, f"/intake/medicines/{ENTRY}/which/?one=1", WHICH)
    url = f"/intake/medicines/{ENTRY}/when/"
    send(calm, f"{url}?one=3", {"only": "stop", "stop_year": "2010"})
    response = send(calm, f"{url}?one=2", {"only": "start", "start_year": "2012"})
    assert response["Location"] == f"{url}?one=3"
    assert said()[f"medicine/{ENTRY}/stop"]["state"] == "invalid"
    assert said()[f"medicine/{ENTRY}/start"]["state"] == "answered"


def test_a_page_of_a_new_medicine_that_is_sent_empty_lists_nothing(calm, draft):
    assert send(calm, f"/intake/medicines/{ENTRY}/which/?one=1", {"only": "agent"}).status_code == 422
    draft.refresh_from_db()
    assert draft.answers["groups"]["medicine"] == []


def test_two_windows_are_asked_about_the_one_question(calm, draft, said):
    seen = rev(calm.get(f"{EPISODE}?one=2"))
    calm.post(f"{EPISODE}?one=2", {"rev": seen, "only": "episode_before", "episode_before": "no"})
    page = calm.post(f"{EPISODE}?one=2", {"rev": seen, "only": "episode_before", "episode_before": "yes"})
    assert page.status_code == 409
    assert "Which answer is right?" in calm.get(f"{EPISODE}?one=2").content.decode()
    assert "Which answer is right?" not in calm.get(f"{EPISODE}?one=1").content.decode()
    assert settle(calm, f"{EPISODE}?one=2", page, "Yes")["Location"] == f"{EPISODE}?one=2"
    assert said()["episode.before"]["value"] == "yes"
