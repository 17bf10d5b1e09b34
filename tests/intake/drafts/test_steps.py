"""A page of the form as a browser meets it, without a script."""

import re
from urllib.parse import unquote

import pytest
from django.test import Client

from audit.models import Entry
from intake.models import Draft, SafetyEvent
from intake.questionnaire import STEPS
from tests.intake.filling import ABOUT, CONSENT, DOSE, EFFECT, ENTRY, OTHER, PART_1, PHQ9, WHEN
from tests.intake.people import invited

pytestmark = pytest.mark.django_db
ABOUT_YOU = "/intake/about-you/"
WHICH = f"/intake/medicines/{ENTRY}/which/"


def rev(response):
    return re.search(r'name="rev" value="(\d+)"', response.content.decode())[1]


def send(client, url, fields, **more):
    return client.post(url, {"rev": rev(client.get(url)), **fields, **more})


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
    ("a step that does not apply", "/intake/treatment-details/", 302),
]


@pytest.mark.parametrize(("why", "url", "status"), ADDRESSES)
def test_addresses(client, draft, why, url, status):
    assert client.get(url).status_code == status


def test_titles_and_addresses_tell_nothing(client, draft):
    send(client, WHICH, {"agent": "sertraline"})
    for url in ("/intake/", "/intake/check/", "/intake/phq9/", f"/intake/medicines/{ENTRY}/dose/"):
        title = re.search("<title>(.*?)</title>", client.get(url).content.decode())[1]
        assert re.fullmatch(r"(Your form|Check your answers|Section \d of 7) – [\w ]+", title)


# --- medicines


def test_a_medicine_page_by_page(client, draft, said):
    assert send(client, "/intake/medicines/", {"medicines_any": "yes"})["Location"] == "/intake/medicines/add/"
    first = client.get("/intake/medicines/add/")["Location"]
    assert re.fullmatch(r"/intake/medicines/m-[0-9a-f]{8}/which/", first)
    assert Draft.objects.get().answers["groups"] == {"medicine": []}
    url, seen = first, []
    for fields in ({"agent": "sertraline"}, DOSE, EFFECT, WHEN):
        seen.append(url.rstrip("/").rsplit("/", 1)[-1])
        url = send(client, url, fields)["Location"]
    assert seen == ["which", "dose", "effect", "when"]
    assert url == "/intake/medicines/"
    assert "Zoloft (sertraline)" in client.get(url).content.decode()
    assert send(client, url, {})["Location"] == "/intake/more-medicines/"


def test_a_misspelt_name_is_offered_and_not_picked(client, draft, said):
    page = send(client, WHICH, {"agent_typed": "zolof"})
    assert page.status_code == 422
    assert 'value="sertraline"' in page.content.decode()
    assert "Something else: keep “zolof”" in page.content.decode()
    assert "checked" not in page.content.decode()
    assert send(client, WHICH, {"agent": "sertraline", "agent_typed": "zolof"}).status_code == 303
    assert said()[f"medicine/{ENTRY}/agent"]["value"] == "sertraline"


def test_the_weeks_are_asked_at_the_floor_of_the_medicine(client, draft):
    send(client, WHICH, {"agent": "venlafaxine-xr"})
    for dose, floor in (("100", "75"), ("200", "150")):
        send(client, f"/intake/medicines/{ENTRY}/dose/", DOSE | {"highest_dose": dose})
        page = client.get(f"/intake/medicines/{ENTRY}/effect/").content.decode()
        assert f"How long did you take {floor} mg a day or more?" in page
        assert page.count("mg a day or more?") == 1


def test_pressing_twice_on_a_new_medicine_makes_one(client, draft):
    for _ in range(2):
        client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    assert Draft.objects.get().answers["groups"] == {"medicine": [ENTRY]}


def test_a_blank_first_page_makes_no_medicine(client, draft):
    assert client.post(WHICH, {"rev": "0", "agent_typed": ""}).status_code == 422
    assert Draft.objects.get().answers["groups"] == {"medicine": []}


def test_removing_asks_first_and_then_takes_all_of_it(client, draft, said):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    client.post(WHICH.replace(ENTRY, OTHER), {"rev": "0", "agent": "fluoxetine"})
    url = f"/intake/medicines/{ENTRY}/remove/"
    assert "Zoloft (sertraline)" in client.get(url).content.decode()
    assert set(said()) == {f"medicine/{ENTRY}/agent", f"medicine/{OTHER}/agent"}
    assert client.post(url)["Location"] == "/intake/medicines/"
    assert set(said()) == {f"medicine/{OTHER}/agent"}
    assert client.post(url)["Location"] == "/intake/medicines/"  # pressed twice
    assert client.get(url).status_code == 302


def test_there_is_an_end_to_the_list(client, draft):
    document = draft.answers
    document["groups"]["medicine"] = [f"m-{number:08x}" for number in range(40)]
    draft.seal_answers(document)
    draft.save()
    assert client.get("/intake/medicines/add/")["Location"] == "/intake/medicines/"
    assert client.get("/intake/medicines/m-ffffffff/which/").status_code == 302
    assert client.post("/intake/medicines/m-ffffffff/which/", {"agent": "sertraline"}).status_code == 302
    assert len(Draft.objects.get().answers["groups"]["medicine"]) == 40


# --- two windows


def two_windows(client, first, second):
    seen = rev(client.get(ABOUT_YOU))
    client.post(ABOUT_YOU, {"rev": seen, **ABOUT, "about_place": first})
    return client.post(ABOUT_YOU, {"rev": seen, **ABOUT, "about_place": second})


def test_an_older_window_is_asked_which_is_right(client, draft, said):
    send(client, ABOUT_YOU, ABOUT)
    response = two_windows(client, "Dayton, Ohio", "Bangor, Maine")
    assert response.status_code == 409
    page = response.content.decode()
    assert "Which answer is right?" in page
    assert "Dayton, Ohio" in page
    assert "Bangor, Maine" in page
    assert said()["about.place"]["value"] == "Dayton, Ohio"
    assert "Bangor, Maine" in client.get(ABOUT_YOU).content.decode()  # the question stays until it is answered


@pytest.mark.parametrize(("choice", "place"), [("kept", "Dayton, Ohio"), ("rival", "Bangor, Maine")])
def test_the_chosen_one_stands(client, draft, said, choice, place):
    send(client, ABOUT_YOU, ABOUT)
    two_windows(client, "Dayton, Ohio", "Bangor, Maine")
    assert client.post(ABOUT_YOU, {"settle": "1", "about_place_settle": choice})["Location"] == ABOUT_YOU
    answer = said()["about.place"]
    assert (answer["value"], "rival" in answer) == (place, False)
    assert f'value="{place}"' in client.get(ABOUT_YOU).content.decode()


def test_the_same_answer_twice_asks_nothing(client, draft):
    assert two_windows(client, "Dayton, Ohio", "Dayton, Ohio").status_code == 303


@pytest.mark.parametrize("seen", ["", "x", "-1", "9" * 30, "٣"])
def test_a_rev_that_is_none_is_an_old_window(client, draft, said, seen):
    send(client, ABOUT_YOU, ABOUT)
    assert client.post(ABOUT_YOU, {"rev": seen, **ABOUT, "about_place": "Bangor, Maine"}).status_code == 409
    assert said()["about.place"]["value"] == "Springfield"


# --- safety


def test_item_9_shows_help_before_anything_else_and_then_goes_on(client, draft):
    response = send(client, "/intake/phq9/", PHQ9 | {"phq9_item9": "2"})
    assert response.status_code == 303
    assert unquote(response["Location"]) == "/help-now/after/?next=/intake/more-questions/"
    assert SafetyEvent.objects.get().tier == 2


def test_item_9_counts_on_a_page_that_is_otherwise_not_finished(client, draft):
    response = send(client, "/intake/phq9/", {"phq9_item9": "1"}, later="1")
    assert unquote(response["Location"]) == "/help-now/after/?next=/intake/phq9/"
    assert SafetyEvent.objects.get().tier == 1


def test_item_9_counts_while_two_windows_disagree(client, draft, said):
    seen = rev(client.get("/intake/phq9/"))
    client.post("/intake/phq9/", {"rev": seen, **PHQ9})
    response = client.post("/intake/phq9/", {"rev": seen, **PHQ9, "phq9_item9": "3"})
    assert response["Location"].startswith("/help-now/after/")
    assert SafetyEvent.objects.get().tier == 2
    assert said()["phq9.item9"]["value"] == 0
    assert "Which answer is right?" in client.get("/intake/phq9/").content.decode()


def test_item_9_at_zero_goes_on(client, draft):
    assert send(client, "/intake/phq9/", PHQ9)["Location"] == "/intake/medicines/"
    assert not SafetyEvent.objects.exists()


def test_skipping_the_scale_goes_on_without_an_event(client, draft):
    assert send(client, "/intake/phq9/", {"phq9_skip": "yes"})["Location"] == "/intake/medicines/"
    assert not SafetyEvent.objects.exists()


def test_the_words_before_item_9_are_on_the_page_before_it(client, draft):
    page = client.get("/intake/phq9/").content.decode()
    assert page.index("Some of these questions are about thoughts of death") < page.index("Thoughts that you would be better off dead")
    assert page.index("Moving or speaking so slowly") < page.index("Some of these questions are about thoughts of death")


@pytest.mark.parametrize("text", ["\x00", "‮abc", "😀" * 200, "<script>alert(1)</script>", "{{ 7 }}", "x" * 10**6, "'; DROP TABLE"])
def test_no_text_breaks_a_page_or_the_draft(client, draft, said, text):
    response = send(client, ABOUT_YOU, ABOUT | {"about_place": text})
    assert response.status_code in (303, 422)
    assert client.get(ABOUT_YOU).status_code == 200
    assert "<script>alert" not in client.get(ABOUT_YOU).content.decode()
    assert client.get("/intake/check/").status_code == 200
    assert said()["about.phone"]["value"] == "555 555 0123"
