"""Medicines page by page: begun, offered, removed, brought back."""

import re

import pytest

from intake.models import Draft
from tests.intake.drafts.sending import WHICH, rev, send
from tests.intake.filling import DOSE, EFFECT, ENTRY, OTHER, WHEN

pytestmark = pytest.mark.django_db


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
    assert url == "/intake/more-medicines/"
    assert "Zoloft (sertraline)" in client.get("/intake/medicines/").content.decode()


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
    assert send(client, url, {})["Location"] == "/intake/medicines/"
    assert set(said()) == {f"medicine/{OTHER}/agent"}
    assert client.post(url)["Location"] == "/intake/medicines/"  # pressed twice
    assert client.get(url).status_code == 302


def test_what_was_said_since_removing_was_asked_about_is_not_removed_unseen(client, draft, said):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    url = f"/intake/medicines/{ENTRY}/remove/"
    seen = rev(client.get(url))
    send(client, f"/intake/medicines/{ENTRY}/dose/", DOSE)
    asked = client.post(url, {"rev": seen})
    assert asked.status_code == 409
    assert "You told us more about this medicine in another window. Nothing was removed." in asked.content.decode()
    assert f"medicine/{ENTRY}/highest_dose" in said()
    assert client.post(url, {"rev": rev(asked)}).status_code == 303
    assert said() == {}


@pytest.mark.parametrize(("page", "fields"), [("which", {"agent": "fluoxetine"}), ("dose", DOSE), ("effect", EFFECT), ("when", WHEN)])
def test_what_is_typed_for_a_medicine_that_another_window_removed_brings_it_back(client, draft, said, page, fields):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    url = f"/intake/medicines/{ENTRY}/{page}/"
    seen = rev(client.get(url))
    send(client, f"/intake/medicines/{ENTRY}/remove/", {})
    response = client.post(url, {"rev": seen, **fields})
    assert Draft.objects.get().answers["groups"] == {"medicine": [ENTRY]}
    assert {name.rsplit("/", 1)[1] for name in said()} == {name.removesuffix("_not_sure").removesuffix("_year") for name in fields}
    back = client.get(response["Location"] if response.status_code == 303 else url).content.decode()
    assert ("It is back, with what you just sent." in back) or "It is back, with what you just sent." in response.content.decode()


def test_a_blank_page_brings_no_medicine_back(client, draft):
    client.post(WHICH, {"rev": "0", "agent": "sertraline"})
    send(client, f"/intake/medicines/{ENTRY}/remove/", {})
    client.post(f"/intake/medicines/{ENTRY}/dose/", {"rev": "9", "highest_dose": ""})
    assert Draft.objects.get().answers["groups"] == {"medicine": []}


def test_there_is_an_end_to_the_list(client, draft):
    document = draft.answers
    document["groups"]["medicine"] = [f"m-{number:08x}" for number in range(40)]
    draft.seal_answers(document)
    draft.save()
    assert client.get("/intake/medicines/add/")["Location"] == "/intake/medicines/"
    assert client.get("/intake/medicines/m-ffffffff/which/").status_code == 302
    response = client.post("/intake/medicines/m-ffffffff/which/", {"agent": "sertraline"}, follow=True)
    assert "This could not be saved" in response.content.decode()
    assert len(Draft.objects.get().answers["groups"]["medicine"]) == 40
