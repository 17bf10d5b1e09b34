"""Saving as it is given: what the script sends goes the way of a page that was sent, and is answered in a few words."""

import re

import pytest
from django.test import Client

from audit.models import Entry
from intake import patient
from intake.models import SafetyEvent
from tests.intake.drafts.sending import ABOUT_YOU, WHICH, rev, send
from tests.intake.filling import ABOUT, DOSE, ENTRY, PHQ9, WHEN
from tests.intake.people import invited
from tests.intake.sent import submitted

pytestmark = pytest.mark.django_db
ONE, TWO = "0" * 16, "f" * 16
TOLD = {"help": False, "asked": [], "back": False, "full": [], "changed": False}


def auto(client, url, fields, *only, window=f"{ONE}:1", seen="0", **headers):
    only = only or {name.removesuffix("_declined") for name in fields}
    return client.post(url, {"auto": "1", "rev": seen, "window": window, "only": sorted(only), **fields}, headers=headers)


def test_an_answer_is_kept_as_it_is_given_and_the_page_stays(client, draft, said):
    response = auto(client, ABOUT_YOU, {"about_place": "Dayton"})
    assert (response.status_code, response.json()) == (200, TOLD)
    assert set(said()) == {"about.place"}
    assert 'value="Dayton"' in client.get(ABOUT_YOU).content.decode()


KEPT = [
    ("valid", {"about_place": "Dayton"}, "about.place", "answered"),
    ("not valid", {"about_phone": "call me"}, "about.phone", "invalid"),
    ("prefers not to say", {"about_place": "", "about_place_declined": "yes"}, "about.place", "declined"),
]


@pytest.mark.parametrize(("why", "fields", "name", "state"), KEPT)
def test_valid_or_not(client, draft, said, why, fields, name, state):
    assert auto(client, ABOUT_YOU, fields).status_code == 200
    assert said()[name]["state"] == state


def test_only_what_was_changed_is_looked_at(client, draft, said):
    """Another window answered the phone since; this one still shows an empty box for it."""
    send(client, ABOUT_YOU, {"about_phone": "555 555 0123"})
    told = auto(client, ABOUT_YOU, {"about_phone": "", "about_place": "Dayton"}, "about_place").json()
    assert told == TOLD
    assert said()["about.phone"]["value"] == "555 555 0123"


def test_ticks_that_are_not_on_the_way_are_not_unticked(client, draft, said):
    send(client, "/intake/labs-had/", {"labs_had_which": "tsh"})
    auto(client, "/intake/labs-had/", {"labs_had_results": "My doctor has them"})
    assert said()["labs_had.which"]["value"] == ["tsh"]
    auto(client, "/intake/labs-had/", {}, "labs_had_which", seen="9")
    assert "labs_had.which" not in said()


def test_the_same_window_goes_on_typing(client, draft, said):
    for turn, words in enumerate(("Spring", "Springfield", "Springfield, Ohio"), 1):
        assert auto(client, ABOUT_YOU, {"about_place": words}, window=f"{ONE}:{turn}").json() == TOLD
    assert said()["about.place"]["value"] == "Springfield, Ohio"
    assert client.post(ABOUT_YOU, {"rev": "0", "window": f"{ONE}:4", **ABOUT}).status_code == 303
    assert said()["about.place"]["value"] == "Springfield"


def test_a_message_that_was_overtaken_changes_nothing(client, draft, said):
    auto(client, ABOUT_YOU, {"about_place": "Springfield"}, window=f"{ONE}:2")
    auto(client, ABOUT_YOU, {"about_place": "Spring"}, window=f"{ONE}:1")
    assert said()["about.place"]["value"] == "Springfield"


def test_taken_back_by_its_own_window_and_given_again(client, draft, said):
    for turn, words in enumerate(("Dayton", "", "Reno"), 1):
        assert auto(client, ABOUT_YOU, {"about_place": words}, window=f"{ONE}:{turn}").json() == TOLD
    assert said()["about.place"]["value"] == "Reno"


def test_two_windows_are_told_and_asked(client, draft, said):
    auto(client, ABOUT_YOU, {"about_place": "Dayton"}, window=f"{ONE}:1")
    for turn, words in enumerate(("Re", "Reno"), 1):
        told = auto(client, ABOUT_YOU, {"about_place": words}, window=f"{TWO}:{turn}").json()
    assert told == TOLD | {"asked": ["about_place"]}
    answer = said()["about.place"]
    assert (answer["value"], [each["value"] for each in answer["rivals"]]) == ("Dayton", ["Reno"])  # and not "Re" besides
    assert client.post(ABOUT_YOU, {"rev": "0", "window": f"{TWO}:3", "only": ""}).status_code == 409


def test_coming_to_say_the_same_asks_nothing(client, draft, said):
    auto(client, ABOUT_YOU, {"about_place": "Dayton"}, window=f"{ONE}:1")
    auto(client, ABOUT_YOU, {"about_place": "Day"}, window=f"{TWO}:1")
    assert auto(client, ABOUT_YOU, {"about_place": "Dayton"}, window=f"{TWO}:2").json() == TOLD
    assert "rivals" not in said()["about.place"]


@pytest.mark.parametrize("window", ["", "x", f"{ONE}:", f"{ONE}:{'9' * 20}", "z" * 16 + ":1"])
def test_a_window_that_is_none_is_nobody_s_own(client, draft, said, window):
    for words in ("Dayton", "Reno"):
        told = auto(client, ABOUT_YOU, {"about_place": words}, window=window).json()
    assert told["asked"] == ["about_place"]
    assert "window" not in said()["about.place"]


def test_a_page_sent_with_what_was_changed_alone_is_still_looked_at_as_a_whole(client, draft, said):
    auto(client, ABOUT_YOU, {"about_phone": "call me"})
    response = client.post(ABOUT_YOU, {"rev": "9", "only": "about_place", **ABOUT, "about_phone": "call me"})
    assert response.status_code == 422
    assert "Enter a phone number with its area code" in response.content.decode()


def test_dates_are_judged_together(client, draft, said):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    page = f"/intake/medicines/{ENTRY}/when/"
    client.post(page, {"rev": "9", **WHEN, "stop_not_sure": "", "stop_year": "2024"})
    late = {"start_year": "2025", "stop_year": "2024"}
    auto(client, page, late, "start", seen="9")
    assert said()[f"medicine/{ENTRY}/stop"]["state"] == "invalid"
    auto(client, page, late | {"start_year": "2023"}, "start", seen="9")
    assert said()[f"medicine/{ENTRY}/stop"]["state"] == "answered"


# --- safety


@pytest.mark.parametrize(("value", "tiers"), [("0", []), ("1", [1]), ("3", [2])])
def test_item_9_counts_at_once(client, draft, value, tiers):
    told = auto(client, "/intake/phq9/", {"phq9_item9": value}).json()
    assert told["help"] is bool(tiers)
    assert [event.tier for event in SafetyEvent.objects.all()] == tiers


ASQ = [
    ("a yes", "more-questions", {"asq_item1": "yes"}, 2),
    ("declined", "more-questions", {"asq_skip": "yes"}, 2),
    ("yes, now", "one-more-question", {"asq_item5": "yes"}, 3),
    ("a no", "more-questions", {"asq_item1": "no"}, 0),
]


@pytest.mark.parametrize(("why", "slug", "fields", "tier"), ASQ, ids=[row[0] for row in ASQ])
def test_the_second_stage_counts_at_once(client, draft, why, slug, fields, tier):
    auto(client, "/intake/phq9/", {"phq9_item9": "1"})
    told = auto(client, f"/intake/{slug}/", fields, seen="9").json()
    assert told["help"] is bool(tier)
    assert sorted(event.tier for event in SafetyEvent.objects.all()) == [1, tier][: 1 + bool(tier)]


def test_help_that_was_due_while_typing_is_shown_when_the_page_is_sent(client, draft):
    auto(client, "/intake/phq9/", {"phq9_item9": "2"})
    response = client.post("/intake/phq9/", {"rev": "9", "window": f"{ONE}:2", "only": "", "help": "1", **PHQ9, "phq9_item9": "2"})
    assert response["Location"].startswith("/pause/")


def test_the_page_holds_the_help_that_it_shows_without_a_network(client, draft):
    page = client.get("/intake/phq9/").content.decode()
    template = page[page.index('<template id="help-at-once"') : page.index("</template>")]
    assert 'data-for="phq9_item9:1 phq9_item9:2 phq9_item9:3"' in template
    assert 'href="tel:988"' in template
    assert "will try to call" not in template  # promised only where the tier means it
    assert "help-at-once" not in client.get(ABOUT_YOU).content.decode()


# --- whose page, and when it can't be kept


def test_a_page_of_another_person_is_not_saved_into_this_form(client, draft, said):
    theirs = patient.mark(invited(name="Somebody Else").case)
    for fields in ({"auto": "1"}, {}, {"settle": "1"}):
        response = client.post(ABOUT_YOU, {"rev": "9", "form": theirs, **ABOUT, **fields})
        assert response.status_code == 403
        assert said() == {}
    assert client.post("/intake/send/", {"form": theirs}).status_code == 403
    assert client.post(ABOUT_YOU, {"rev": "9", "form": patient.mark(draft.case), **ABOUT}).status_code == 303


def test_a_page_sent_after_the_session_ended_is_kept_in_the_answer_and_can_be_sent_again(client, draft, said):
    form = {"form": patient.mark(draft.case), "rev": "0", "about_place": 'Dayton "<b>"', "labs": ["a", "b"]}
    inside = client.cookies.pop("session").value
    ended = client.post(ABOUT_YOU + "?check=1", form).content.decode()
    assert 'action="/intake/about-you/?check=1"' in ended
    assert '<input type="hidden" name="about_place" value="Dayton &quot;&lt;b&gt;&quot;">' in ended
    assert ended.count('name="labs"') == 2
    assert ended.count('name="csrfmiddlewaretoken"') == 2  # the language's form and this one: the old token is not sent again
    client.cookies["session"] = inside
    client.post(ABOUT_YOU, form)
    assert said()["about.place"]["value"] == 'Dayton "<b>"'


def test_what_was_sent_meanwhile_leads_away(client):
    submission = submitted()
    session = client.session
    session[patient.KEY] = {"case": str(submission.case.public_id), "invitation": str(submission.case.invitations.get().pk)}
    session[patient.KEY] |= dict.fromkeys(("opened_at", "seen_at"), int(patient.time.time()))
    session.save()
    assert auto(client, ABOUT_YOU, {"about_place": "Reno"})["Location"] == "/intake/done/"


def test_a_medicine_that_was_removed_comes_back_and_the_page_says_so(client, draft, said):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    send(client, f"/intake/medicines/{ENTRY}/remove/", {})
    told = auto(client, f"/intake/medicines/{ENTRY}/dose/", DOSE).json()
    assert told["back"]
    assert f"medicine/{ENTRY}/highest_dose" in said()


def test_what_there_is_no_room_for_is_refused_in_words(client, draft):
    response = auto(client, f"/intake/medicines/{ENTRY}/dose/", DOSE)
    assert (response.status_code, response.json()) == (422, {"refused": True})


def test_it_needs_the_session_and_the_token(client, draft, said):
    assert auto(Client(), ABOUT_YOU, {"about_place": "Reno"}).status_code == 403
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert auto(strict, ABOUT_YOU, {"about_place": "Reno"}).status_code == 403
    assert said() == {}


def test_each_save_is_one_entry_without_a_word_of_what_was_said(client, draft):
    auto(client, ABOUT_YOU, {"about_place": "Canary"})
    [entry] = Entry.objects.filter(action="draft.saved")
    assert entry.detail == {"changes": 1}


def test_it_is_where_the_person_comes_back_to(client, draft):
    auto(client, ABOUT_YOU, {"about_place": "Dayton"})
    assert 'href="/intake/about-you/">Carry on' in client.get("/intake/").content.decode()


def test_the_page_without_a_script_says_nothing_of_saving(client, draft):
    page = client.get(ABOUT_YOU).content.decode()
    assert 'data-autosave="about_call_me about_pronouns about_phone' in page
    assert rev(client.get(ABOUT_YOU)) == "0"
    assert "Saved at" not in re.sub(r'data-\w+="[^"]*"', "", page)
