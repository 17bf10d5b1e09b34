"""The questionnaire changed while somebody was filling it in: each answer is kept, or the page says what is not."""

import re

import pytest
from django.http import QueryDict

from intake.drafts.outdated import NOW, lost
from intake.models import Draft
from intake.questionnaire import step_named
from tests.intake.drafts.sending import ABOUT_YOU, WHICH
from tests.intake.drafts.test_autosave import TOLD, auto
from tests.intake.filling import ABOUT, ENTRY

pytestmark = pytest.mark.django_db


def test_answers_to_questions_that_are_asked_no_more_are_kept_shown_to_nobody_and_not_required(client, draft, said):
    document = draft.answers
    document["questionnaire"] = "trd-intake@2025.01"
    gone = {"state": "answered", "value": "Canary words", "rev": 1}
    document["answers"] = {"old.question": gone, "medicine/m-00000009/old": gone, "garden/g-00000001/flower": gone}
    document["groups"]["garden"] = ["g-00000001"]
    draft.seal_answers(document)
    draft.rev, draft.place = 1, "old-step"
    draft.save()
    for page in ("/intake/", "/intake/check/", ABOUT_YOU, "/intake/medicines/"):
        shown = client.get(page)
        assert shown.status_code == 200
        assert "Canary" not in shown.content.decode()
    auto(client, ABOUT_YOU, {"about_place": "Dayton"})
    assert set(said()) == {"old.question", "medicine/m-00000009/old", "garden/g-00000001/flower", "about.place"}
    assert Draft.objects.get().answers["questionnaire"] == "trd-intake@2026.11"


def test_an_answer_that_is_offered_no_more_shuts_no_page_and_is_asked_again(client, draft, said):
    document = draft.answers
    document["questionnaire"] = "trd-intake@2025.01"
    document["groups"]["medicine"] = [ENTRY]
    gone = {"agent": "withdrawn-er", "weeks_total": "10_12"}
    document["answers"] = {f"medicine/{ENTRY}/{id}": {"state": "answered", "value": value, "rev": 1} for id, value in gone.items()}
    draft.seal_answers(document)
    draft.save()
    for page in ("/intake/", "/intake/check/", "/intake/medicines/", f"/intake/medicines/{ENTRY}/effect/"):
        assert client.get(page).status_code == 200, page
    page = client.get(f"/intake/medicines/{ENTRY}/dose/").content.decode()
    assert "We could not read this answer. Please look at it again:" in page
    assert "10_12" in client.get("/intake/check/").content.decode(), "kept as it was said"
    auto(client, f"/intake/medicines/{ENTRY}/dose/", {"weeks_total": "8_more"}, seen="9")
    assert said()[f"medicine/{ENTRY}/weeks_total"]["value"] == "8_more"
    assert said()[f"medicine/{ENTRY}/agent"]["raw"] == "withdrawn-er"


GARDEN = {"about_garden": "Roses <b>", "about_garden_not_sure": ""}
EARLIER_PAGE = GARDEN | {"asked": "0" * 12, "about_place": "Dayton"}


def test_a_page_drawn_before_a_change_is_kept_and_told_that_part_of_it_is_not(client, draft, said):
    told = auto(client, ABOUT_YOU, EARLIER_PAGE, "about_place", "about_garden").json()
    assert told == TOLD | {"changed": True}
    assert set(said()) == {"about.place"}


@pytest.mark.parametrize("button", [{}, {"later": "1"}], ids=["going on", "later"])
def test_sent_without_a_script_it_comes_back_with_what_is_not_kept(client, draft, said, button):
    response = client.post(ABOUT_YOU, {"rev": "0", **ABOUT, **EARLIER_PAGE, **button})
    page = response.content.decode()
    assert (response.status_code, said()["about.place"]["value"]) == (422, "Dayton")
    assert "This page has changed since you opened it." in page
    assert page.count("<li>Roses &lt;b&gt;</li>") == 1
    assert page[page.index("This page has changed") :].partition("</ul>")[0].count("<li>") == 1, "and of what is kept, nothing"
    asked = re.search(r'name="asked" value="(\w+)"', page)[1]
    assert client.post(ABOUT_YOU, {"rev": "9", **ABOUT, "about_place": "Dayton", "asked": asked}).status_code == 303


@pytest.mark.parametrize("mark", [{}, {"asked": NOW}], ids=["without a mark", "of today"])
def test_what_was_never_a_question_of_todays_page_is_nobodys_answer(client, draft, mark):
    assert client.post(ABOUT_YOU, {"rev": "0", **ABOUT, **GARDEN, **mark}).status_code == 303


def test_no_part_of_a_page_of_ours_is_called_lost(client, draft):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    places = {"/intake/medicines/": "medicines", "/intake/phq9/": "phq9", ABOUT_YOU: "about-you"}
    for calm in ("", "1"):
        client.post("/intake/calm/", {"calm": calm})
        for path, slug in places.items():
            page = client.get(path, follow=True).content.decode()
            form = page[page.index('<form method="post" action="/intake/') : page.rindex("</form>")]
            names = set(re.findall(r'name="(\w+)"', form)) - {"language", "next"}
            assert lost(step_named(slug), QueryDict("&".join(f"{name}=x" for name in names - {"asked"}) + "&asked=x")) == []
